import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DecidedHandlings } from './decided-handlings.js';

describe('decided handlings', () => {
  it('are what was decided, each for its own, and unknown otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20_000), fc.boolean()), { maxLength: 50 }), (decided) => {
        const kept = new DecidedHandlings();
        for (const [id, allowed] of decided) kept.set(id, allowed, 1, 10);
        const last = new Map(decided);
        for (const id of [...last.keys(), 0, 7, 8, 20_001]) {
          for (const near of [id - 1, id, id + 1].filter((each) => each >= 0)) {
            expect(kept.get(near, 5)).toBe(last.get(near) ?? null);
          }
        }
      }),
    );
  });

  it('hold until the first that a dated input can flip, and not before the last that was decided', () => {
    const kept = new DecidedHandlings();
    kept.set(1, true, 5, 20);
    kept.set(2, false, 6, 10);

    expect([kept.get(1, 9), kept.get(2, 9)]).toEqual([true, false]);
    expect([kept.get(1, 10), kept.get(2, 10), kept.get(1, 5)]).toEqual([null, null, null]);
    kept.set(1, false, 10, 30);
    expect([kept.get(1, 12), kept.get(2, 12)]).toEqual([false, null]);
  });

  it('take nothing from a request that was overtaken', () => {
    const kept = new DecidedHandlings();
    kept.set(1, true, 5, 20);
    kept.set(2, true, 4, 20);

    expect(kept.get(2, 6)).toBeNull();
  });
});
