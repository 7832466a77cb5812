import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bits, bitsOf, common, NONE, some, union, WORDS_MAX, without } from './bits.js';

const WORDS = Array.from({ length: WORDS_MAX }, (_, index) => `word${index}`);
const BIT = bitsOf(WORDS);
const setOf = (words: Iterable<string>): Bits => union(...[...words].map((word) => BIT[word] ?? NONE));
const wordsOf = (set: Bits): ReadonlySet<string> => new Set(WORDS.filter((word) => some(set, BIT[word] ?? NONE)));
const words = fc.uniqueArray(fc.constantFrom(...WORDS)).map((drawn): ReadonlySet<string> => new Set(drawn));

describe('a set of words', () => {
  it('has room for 53 words, and refuses a vocabulary of more', () => {
    expect(WORDS_MAX).toBe(53);
    expect(() => bitsOf([...WORDS, 'one too many'])).toThrow(RangeError);
    expect(new Set(Object.values(BIT)).size).toBe(WORDS_MAX);
  });

  it('holds what was put into it, whichever words those are', () => {
    fc.assert(fc.property(words, (held) => expect(wordsOf(setOf(held))).toEqual(held)));
  });

  it('is united, met and lessened as sets are, beyond 32 words too', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = [setOf(one), setOf(other)];

        expect(wordsOf(union(a, b))).toEqual(new Set([...one, ...other]));
        expect(wordsOf(common(a, b))).toEqual(new Set([...one].filter((word) => other.has(word))));
        expect(wordsOf(without(a, b))).toEqual(new Set([...one].filter((word) => !other.has(word))));
        expect(some(a, b)).toBe([...one].some((word) => other.has(word)));
      }),
    );
  });

  it('is one value: equal sets are the same number, and sets that differ are not', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(setOf([...one].reverse())).toBe(setOf(one));
        expect(setOf(one) === setOf(other)).toBe(one.size === other.size && [...one].every((word) => other.has(word)));
      }),
    );
  });

  it('of different words is their sum, as the compiled policies write it', () => {
    fc.assert(
      fc.property(words, (held) => {
        expect([...held].reduce((sum, word) => sum + (BIT[word] ?? NONE), NONE)).toBe(setOf(held));
      }),
    );
  });
});
