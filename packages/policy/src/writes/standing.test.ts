import { describe, expect, it } from '@jest/globals';
import { factOf, profileOf } from '../testkit/scenario.js';
import { checkStanding, type Standing } from './standing.js';

const relations = [factOf('Q1'), factOf('Q1', { receiving: 'AUT' })];
const by = (state: string) => profileOf(`${state}.foreign-ministry`, 'FOREIGN_MINISTRY', 'PROTOCOL_NOTIFICATION');
const standing = (changes: Partial<Standing> = {}): Standing => ({
  ...{ receivingState: 'DEU', status: 'SUSPENDED', protectingPower: null },
  ...changes,
});
const check = (state: string, changes?: Partial<Standing>) => checkStanding(standing(changes), by(state), relations);

describe('the standing of a post', () => {
  it('is said by its sending State, in each State that receives it and in one that is to', () => {
    for (const receivingState of ['DEU', 'AUT', 'CHE'])
      expect(check('USA', { receivingState })).toEqual({ accepted: true });
  });

  it('is said by a receiving State of the relation to itself alone', () => {
    expect(check('DEU')).toEqual({ accepted: true });
    expect(check('DEU', { receivingState: 'AUT' })).toMatchObject({ rule: 'CHY-STAT' });
    expect(check('GBR')).toMatchObject({ rule: 'CHY-STAT' });
  });

  it('as one in custody is said by the sending State, which names a third State (VCDR 45(b))', () => {
    const custody = { status: 'IN_CUSTODY', protectingPower: 'CHE' } as const;
    expect(check('USA', custody)).toEqual({ accepted: true });
    for (const protectingPower of [null, 'USA', 'DEU']) {
      expect(check('USA', { ...custody, protectingPower })).toMatchObject({ rule: 'VCDR-45bc' });
    }
    expect(check('DEU', custody)).toMatchObject({ rule: 'VCDR-45bc' });
    expect(check('DEU', { protectingPower: 'CHE' })).toMatchObject({ rule: 'VCDR-45bc' });
  });

  it('is said by nobody of a post of which nothing is known', () => {
    expect(checkStanding(standing(), by('USA'), [])).toMatchObject({ rule: 'CHY-STAT' });
  });
});
