import { describe, expect, it } from '@jest/globals';
import type { Round } from './round.js';
import { isClean, printRound, printSummary, summarize } from './summary.js';

const round = (over: Partial<Round> = {}, wrong = 0): Round => ({
  fault: 'kill',
  tally: {
    tried: 10 + wrong,
    kinds: { whole: 6, partial: 2, refused: 1, cut: 1, wrong },
    codes: new Map([['OVERLOADED', 1]]),
    receipts: [],
    wrongs: [],
  },
  lost: [],
  wholeAfterMs: 1_500,
  byHand: false,
  ledger: null,
  ...over,
});

describe('the sum of a soak', () => {
  it('has a row for each fault and one for all', () => {
    const rows = summarize([round(), round({ fault: 'freeze', wholeAfterMs: 3_000 }), round()]);
    expect(rows.map(({ fault, rounds, tried, whole }) => [fault, rounds, tried, whole])).toEqual([
      ['kill', 2, 20, 12],
      ['freeze', 1, 10, 6],
      ['all', 3, 30, 18],
    ]);
    expect(printSummary(rows)).toContain('| all | 3 | 30 | 18 | 6 | 3 | 3 | 0 | 0 | 1.5 s | 3.0 s | 0 | 0 |');
  });

  it.each([
    ['a receipt that no entry has', round({ lost: ['r'] })],
    ['a wrong answer', round({}, 1)],
    ['what is never whole again', round({ wholeAfterMs: null })],
    ['a ledger that is not whole', round({ ledger: 'altered' })],
  ])('is not clean with %s', (_, bad) => {
    expect(isClean([round()])).toBe(true);
    expect(isClean([round(), bad])).toBe(false);
  });

  it('is not clean when nothing was asked', () => {
    expect(isClean([])).toBe(false);
  });

  it('tells of a round what was told, and that a hand was needed', () => {
    const text = printRound(round({ byHand: true, wholeAfterMs: null, ledger: 'altered' }));
    expect(text).toContain('told: 1 OVERLOADED');
    expect(text).toContain('whole again after never, begun again by hand');
    expect(text).toContain('altered');
  });
});
