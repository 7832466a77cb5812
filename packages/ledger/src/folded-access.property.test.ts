import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FoldedAccess, foldAccess, type NamedAccess, unfoldAccess } from './folded-access.js';

const RULE_LISTS = [['CHY-PUB'], ['VCDR-22-1'], ['VCDR-22-1', 'VCDR-24'], [], ['CHY-PUB']];

const item = fc.record({
  coordinate: fc.constantFrom('Mission.city', 'Mission.name', 'Premises.plan', '*', '__proto__', '0 A x'),
  handling: fc.option(fc.constantFrom('h:0000000000000001', 'h:0000000000000002', 'r:3')),
  count: fc.nat(3),
  decision: fc.constantFrom('A' as const, 'W' as const, 'H' as const, 'I' as const),
  rules: fc.constantFrom(...RULE_LISTS),
  acts: fc.constantFrom<string[]>([], [], ['act_1@1'], ['act_1@1', 'act_2@1']),
});

const texts = (items: Iterable<NamedAccess>): string[] =>
  Array.from(items, ({ coordinate, handling, count, decision, rules, acts }) =>
    JSON.stringify([coordinate, handling, count, decision, rules, acts]),
  ).sort();

describe('a folded list of access', () => {
  it('unfolds to the same decisions as often, with the bytes of JSON between', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const folded: FoldedAccess = JSON.parse(JSON.stringify(foldAccess(items)));
        expect(texts(unfoldAccess(folded))).toEqual(texts(items));
      }),
    );
  });

  it('says each set of rules, each handling and each list of counts once', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const { rules, handlings, counts } = foldAccess(items);
        for (const list of [rules, handlings, counts]) {
          expect(new Set(list.map((each) => JSON.stringify(each))).size).toBe(list.length);
        }
      }),
    );
  });

  it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY])(
    'refuses a count of %p, which could not be read back',
    (count) => {
      const wrong: NamedAccess = { coordinate: 'A.b', handling: null, count, decision: 'A', rules: [], acts: [] };
      expect(() => foldAccess([wrong])).toThrow('a count of');
    },
  );

  it.each([
    ['rules', { rules: [], handlings: [null], counts: [[0, 1]], items: [[0, 'A', 0, ['A.b']]] }],
    ['counts', { rules: [[[]]], handlings: [null], counts: [], items: [[0, 'A', 0, ['A.b']]] }],
    ['handlings', { rules: [[[]]], handlings: [], counts: [[0, 1]], items: [[0, 'A', 0, ['A.b']]] }],
    ['a count', { rules: [[[]]], handlings: [null], counts: [[0]], items: [[0, 'A', 0, ['A.b']]] }],
  ] satisfies [string, FoldedAccess][])('is refused where it names %s that it has not', (_what, folded) => {
    expect(() => [...unfoldAccess(folded)]).toThrow(RangeError);
  });
});
