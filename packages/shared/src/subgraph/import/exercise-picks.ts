import { createHash } from 'node:crypto';

/** Takes one of several values for a purpose: the same each time. */
export type Pick = <T>(values: readonly T[], what: string) => T;

/** A number that a text stands for, from 0 to below 2^32. */
export function drawNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** Picks for one record of an exercise. */
export function pickerFor(seed: string): Pick {
  return (values, what) => {
    const value = values[drawNumber(`${seed} ${what}`) % values.length];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
}

/** Hands out scenarios so that no post gets one twice before it has had them all. */
export class FreshScenarios<S> {
  readonly #all: readonly S[];
  readonly #hadBy = new Map<string, Set<S>>();

  constructor(all: readonly S[]) {
    this.#all = all;
  }

  take(posts: readonly string[], pick: Pick): S {
    const taken = posts.map((post) => this.#of(post));
    const fresh = this.#all.filter((scenario) => taken.every((each) => !each.has(scenario)));
    const scenario = pick(fresh.length > 0 ? fresh : this.#all, 'scenario');
    for (const each of taken) each.add(scenario);
    return scenario;
  }

  #of(post: string): Set<S> {
    const known = this.#hadBy.get(post) ?? new Set<S>();
    this.#hadBy.set(post, known);
    return known;
  }
}
