import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--allow-natives-syntax');
const haveOneClass: (one: object, other: object) => boolean = new Function(
  ...['one', 'other', 'return %HaveSameMap(one, other)'],
) as () => boolean;

/** It takes about ten until the engine gives each a class of its own (ADR 0083). */
const MADE = 50;

/** How many of fifty objects that are made alike have another hidden class than the one before. */
export function otherShapes(make: () => object): number {
  const made = Array.from({ length: MADE }, make);
  return made.slice(MADE / 2).filter((one, place) => !haveOneClass(one, made[place + MADE / 2 - 1] ?? one)).length;
}
