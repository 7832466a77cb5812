import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Choice, minimalChoices, minimalTransversals } from './minimal-sets.js';

const AMPLE = 100_000;
const text = (choices: readonly Choice[]): string[] => choices.map((each) => [...each].sort().join(' ')).sort();

/** Every choice among `count` things. */
const all = (count: number): Choice[] =>
  Array.from({ length: 2 ** count }, (_, bits) => {
    return new Set(Array.from({ length: count }, (_, each) => each).filter((each) => Math.floor(bits / 2 ** each) % 2));
  });

const holds = (whole: Choice, part: Choice): boolean => [...part].every((each) => whole.has(each));

/** Those that serve and of which no part does, by trying all. */
const bruteForce = (count: number, serves: (choice: Choice) => boolean): Choice[] => {
  const serving = all(count).filter(serves);
  return serving.filter((choice) => !serving.some((other) => other.size < choice.size && holds(choice, other)));
};

/** A demand is served by any of its ways, each of which asks for all of its things: every monotone function has this form. */
const ways = (count: number) =>
  fc.array(fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: count }), { maxLength: 6 });

describe('the minimal choices that serve', () => {
  it('are those that brute force finds, each once, whatever is served by what', () => {
    let several = 0;
    fc.assert(
      fc.property(ways(7), (given) => {
        const serves = (choice: Choice) => given.some((way) => way.every((each) => choice.has(each)));
        const found = minimalChoices(7, serves, { left: AMPLE });
        expect(found.complete).toBe(true);
        expect(text(found.choices)).toEqual(text(bruteForce(7, serves)));
        if (found.choices.length > 2) several += 1;
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(several).toBeGreaterThan(100);
  });

  it('are found for every way of serving with three things', () => {
    const choices = all(3);
    const served = Array.from({ length: 256 }, (_, bits) =>
      choices.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1),
    );
    const monotone = served.filter((serving) =>
      serving.every((choice) => choices.filter((more) => holds(more, choice)).every((more) => serving.includes(more))),
    );
    // Dedekind's number for three.
    expect(monotone).toHaveLength(20);
    for (const serving of monotone) {
      const serves = (choice: Choice) => serving.some((each) => each.size === choice.size && holds(each, choice));
      const found = minimalChoices(3, serves, { left: AMPLE });
      expect(text(found.choices)).toEqual(text(bruteForce(3, serves)));
    }
  });

  it('are none where nothing serves, and the empty one where nothing is needed', () => {
    expect(minimalChoices(4, () => false, { left: AMPLE })).toEqual({ choices: [], complete: true });
    expect(text(minimalChoices(4, () => true, { left: AMPLE }).choices)).toEqual(['']);
  });

  it('are no longer looked for when the budget is spent, and those told are minimal all the same', () => {
    const serves = (choice: Choice) => choice.has(0) || (choice.has(1) && choice.has(2));
    for (let left = 0; left < 30; left += 1) {
      const budget = { left };
      const found = minimalChoices(6, serves, budget);
      expect(budget.left).toBeGreaterThanOrEqual(0);
      if (found.complete) expect(text(found.choices)).toEqual(['0', '1 2']);
      for (const choice of text(found.choices)) expect(['0', '1 2']).toContain(choice);
    }
  });
});

describe('minimal transversals', () => {
  it('take something of each clause', () => {
    expect(text(minimalTransversals([[0, 1], [1, 2], [3]]))).toEqual(['0 2 3', '1 3']);
    expect(text(minimalTransversals([]))).toEqual(['']);
    expect(minimalTransversals([[0], []])).toEqual([]);
  });
});
