import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ToldRecords } from './told-records.js';

describe('what was told of records', () => {
  it('is told again when it reads otherwise, or has been out of sight', () => {
    const told = new ToldRecords(4, ['before']);
    expect([told.has('a', 'before'), told.has('a', 'x')]).toEqual([true, false]);
    told.tell('a', 1, 'x');
    expect([told.has('a', 'before'), told.has('a', 'x')]).toEqual([false, true]);
    told.relabel('a', 2);
    expect([...told.seen]).toEqual([['a', 2]]);
    told.hide('a', 3);
    expect([told.has('a', 'before'), told.has('a', 'x')]).toEqual([false, false]);
    expect([[...told.seen], [...told.hidden], told.digests]).toEqual([[], [['a', 3]], []]);
  });

  it('is the same whatever happens to records that were never in sight', () => {
    const step = fc.record({
      record: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      digest: fc.constantFrom('x', 'y'),
      hidden: fc.array(fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', 'h6'), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const [quiet, busy] = [new ToldRecords(3, []), new ToldRecords(3, [])];
        for (const { record, digest, hidden } of steps) {
          for (const [index, other] of hidden.entries()) busy.hide(other, index);
          expect(busy.has(record, digest)).toBe(quiet.has(record, digest));
          for (const told of [quiet, busy]) told.tell(record, 1, digest);
          expect(busy.digests).toEqual(quiet.digests);
          expect([...busy.hidden].length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
