import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { type PremisesMarks, premisesHandling } from './premises-handling.js';

const marks: PremisesMarks = {
  key: 'Q1',
  kind: 'EMBASSY',
  sendingState: 'USA',
  receivingStates: ['CHE', 'LIE'],
  custodian: null,
};
const labelAt = (
  given: PremisesMarks,
  field: string,
  category: 'PREMISES_PERIMETER' | 'PREMISES_RESCUE' = 'PREMISES_RESCUE',
) => handlingAt(parseHandling(premisesHandling(given)), `Premises.${field}`, category, 0).label.text;

describe('exercise premises', () => {
  it('are marked as the State would file them: rescue for every host, the inside and the archives for its own', () => {
    expect(labelAt(marks, 'address', 'PREMISES_PERIMETER')).toBe('l=USA:0;rel=*;nat=*;pur=*');
    for (const field of ['floorPlan', 'hazards', 'occupancy']) {
      expect(labelAt(marks, field)).toBe('l=USA:0;rel=CHE+LIE+USA;nat=*;pur=*');
    }
    for (const field of ['interiorPlan', 'safeHavens', 'archiveRegister']) {
      expect(labelAt(marks, field)).toBe('l=USA:2;rel=USA;nat=USA;pur=*');
    }
  });

  it.each([
    ['GBR', 3, 1],
    ['DEU', 2, 1],
    ['URY', 2, 1],
  ] as const)('of %s stand at rank %d inside and %d in the archives', (sendingState, inside, archives) => {
    const own = { ...marks, sendingState };

    expect(labelAt(own, 'safeHavens')).toBe(
      `l=${sendingState}:${inside};rel=${sendingState};nat=${sendingState};pur=*`,
    );
    expect(labelAt(own, 'archiveRegister')).toContain(`l=${sendingState}:${archives};`);
  });

  it('in the custody of another State are released to it, and to nobody else but the host’s rescuers', () => {
    const entrusted = { ...marks, receivingStates: ['CUB'], custodian: 'CHE' };

    expect(labelAt(entrusted, 'interiorPlan')).toBe('l=USA:0;rel=CHE+USA;nat=*;pur=*');
    expect(labelAt(entrusted, 'archiveRegister')).toBe('l=USA:0;rel=CHE+USA;nat=*;pur=*');
    expect(labelAt(entrusted, 'floorPlan')).toBe('l=USA:0;rel=CHE+CUB+USA;nat=*;pur=*');
  });
});
