import type { Line, ValueLine } from './record.js';

const noted = new WeakMap<object, Line[]>();

/** Notes a line of a class, by its prototype; `Recorded` makes something of it once the class is whole. */
export function noteLine(prototype: object, line: Line): void {
  const lines = noted.get(prototype) ?? [];
  lines.push(line);
  noted.set(prototype, lines);
}

/** The lines noted of a class, in the order in which they stand there. */
export function linesOf(prototype: object): readonly Line[] {
  return noted.get(prototype) ?? [];
}

/** Whether a value is a text that rows are ordered by, and so ordered for readers; codes and words of vocabularies are no texts. */
export const isForReaders = ({ kind, isOrdered }: ValueLine): boolean =>
  isOrdered && kind.shown === String && kind.words === null;
