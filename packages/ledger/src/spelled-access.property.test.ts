import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { handlingDigest } from './digest.js';
import { foldAccess } from './folded-access.js';
import { readSpelled, spellAccess } from './spelled-access.js';

const digest = fc.nat({ max: 12 }).map((number) => handlingDigest(`l=-;rel=*;m=Q${number}`));
const name = fc.constantFrom('a', 'b', '', 'c d', 'missions(filter:)');
const item = fc.record({
  coordinate: fc.oneof(
    fc.constantFrom('EXISTENCE', '*', '', '.', ' ', '.a', 'A.', 'A.b c'),
    fc.tuple(fc.constantFrom('A', 'AB', 'Query', ''), name).map((parts) => parts.join('.')),
  ),
  handling: fc.oneof(
    digest,
    fc.constant(null),
    fc.nat({ max: 4 }).map((rank) => `r:${rank}`),
  ),
  count: fc.nat({ max: 3 }),
  decision: fc.constantFrom('A' as const, 'W' as const, 'H' as const, 'I' as const),
  rules: fc.constantFrom(['CHY-PUB'], ['VCDR-22-1', 'CHY-OWN'], []),
  acts: fc.constantFrom([], ['act_1@1']),
});

describe('the spelling of a list of access', () => {
  it('is read back to the list, whatever its coordinates, counts and handlings are', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), (access) => {
        const folded = foldAccess(access);
        expect(readSpelled(JSON.parse(JSON.stringify(spellAccess(folded))))).toEqual(folded);
      }),
      { numRuns: 300 },
    );
  });

  it('says runs of counts and the type of coordinates once', () => {
    const access = ['User.name', 'User.username', 'EXISTENCE', 'Review.body'].flatMap((coordinate) =>
      Array.from({ length: 12 }, (_, row) => ({
        coordinate,
        handling: handlingDigest(String(row)),
        count: row === 0 ? 78 : 1,
        decision: 'A' as const,
        rules: ['CHY-PUB'],
        acts: [],
      })),
    );
    const { handlings, counts, items } = spellAccess(foldAccess(access));
    expect(handlings).toMatch(/^[\w-]{11}(\.[\w-]{11}){11}$/);
    expect(counts).toEqual(['0x78 1-11']);
    expect(items).toEqual([[0, 'A', 0, 'User.name .username EXISTENCE Review.body']]);
  });

  it.each(['0-1000000000000', '3', '1-0', '0x', '-1', '', '0 ', '0.5', '0x99999999999999999'])(
    'is refused where it counts what is no handling of its list: %p',
    (counts) => {
      const { rules, handlings, items } = spellAccess(
        foldAccess([
          ...[1, 2, 3].map((row) => ({
            coordinate: 'User.name',
            handling: handlingDigest(String(row)),
            count: 1,
            decision: 'A' as const,
            rules: [],
            acts: [],
          })),
        ]),
      );
      expect(() => readSpelled({ rules, handlings, counts: [counts], items })).toThrow(RangeError);
    },
  );
});
