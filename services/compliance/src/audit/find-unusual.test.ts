import { describe, expect, it } from '@jest/globals';
import { findUnusual, RECKONINGS, type ReckonedAccess, type UnusualSign } from './find-unusual.js';

const MONDAY_NOON = '2026-09-21T12:00:00.000Z';

function access(changes: Partial<ReckonedAccess> = {}): ReckonedAccess {
  return {
    recordedAt: MONDAY_NOON,
    decision: 'ALLOWED',
    coordinate: 'Premises.floorPlan',
    category: 'PREMISES_RESCUE',
    count: 1,
    agency: 'USA.consular',
    subject: 'a:1',
    isFirst: false,
    missions: [{ id: 'mis_1' }],
    ...changes,
  };
}

const times = (count: number, make: (index: number) => Partial<ReckonedAccess>): ReckonedAccess[] =>
  Array.from({ length: count }, (_, index) => access(make(index)));
const above = ({ sign }: UnusualSign): string => sign;

/** Rows that come up to a threshold, and by how much one more is above. */
const AT: Readonly<Record<UnusualSign['sign'], (count: number) => ReckonedAccess[]>> = {
  VOLUME: (count) => [access({ count })],
  BREADTH: (count) => times(count, (index) => ({ missions: [{ id: `mis_${index}` }] })),
  OFF_HOURS: (count) => [access({ count, recordedAt: '2026-09-19T12:00:00.000Z' })],
  REPEATED_DENIALS: (count) => times(count, (index) => ({ decision: index % 2 === 0 ? 'WITHHELD' : 'HIDDEN' })),
  FIRST_TIMES: (count) => times(count, () => ({ isFirst: true })),
};

describe('what is unusual of what a person did', () => {
  it.each(Object.entries(RECKONINGS))('%s is told above its threshold, and not at it', (sign, { threshold }) => {
    const rows = AT[sign as UnusualSign['sign']];
    expect(findUnusual(rows(threshold)).map(above)).not.toContain(sign);
    const [found] = findUnusual(rows(threshold + 1)).filter((each) => each.sign === sign);
    expect(found).toMatchObject({
      subject: 'a:1',
      measured: threshold + 1,
      threshold,
      why: expect.stringMatching(/NIST/),
    });
  });

  it('is never put together from two persons, two hours, or what was refused', () => {
    const half = RECKONINGS.VOLUME.threshold;
    const later = '2026-09-21T13:00:00.000Z';
    expect(findUnusual([access({ count: half }), access({ count: half, subject: 'a:2' })])).toEqual([]);
    expect(findUnusual([access({ count: half }), access({ count: half, recordedAt: later })])).toEqual([]);
    expect(findUnusual([access({ count: half }), access({ count: half, decision: 'WITHHELD' })])).toEqual([]);
  });

  it('is the same whatever order the rows come in', () => {
    const rows = [...AT.BREADTH(40), ...AT.REPEATED_DENIALS(30), ...AT.FIRST_TIMES(31)];
    expect(findUnusual(rows.toReversed())).toEqual(findUnusual(rows));
    expect(findUnusual(rows).map(above)).toEqual(['REPEATED_DENIALS', 'BREADTH', 'FIRST_TIMES'].sort());
  });
});
