/** A seeded source of choices: the same seed gives the same requests on every machine. */
export interface RandomSource {
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Those of the items that are drawn, each with the given probability. */
  some<T>(items: readonly T[], probability: number): T[];
}

/** mulberry32: 32 bits of state are plenty for test cases, and no dependency is. */
export function seededSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability) => next() < probability,
    pick: ([first, ...others]) => {
      const index = Math.floor(next() * (others.length + 1));
      return others[index - 1] ?? first;
    },
    some: (items, probability) => items.filter(() => next() < probability),
  };
}
