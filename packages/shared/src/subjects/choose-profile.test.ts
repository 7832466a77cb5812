import { describe, expect, it } from '@jest/globals';
import { ClientError } from '../errors.js';
import type { Purpose } from '../vocabulary.js';
import { chooseProfile, type ProfileHeaders } from './choose-profile.js';
import type { Subject } from './subject.js';

const subject: Subject = {
  id: 'a:0000000000000000',
  represents: 'DEU',
  agency: 'DEU.police',
  kind: 'POLICE',
  nationalities: ['DEU'],
  clearances: [],
  compartments: [],
  groups: [],
};
const CASE = 'inc_0123456789abcdefghjkmnpqrs';

function codeOf(purposes: Purpose[], headers: ProfileHeaders): string {
  try {
    chooseProfile({ subject, purposes }, headers);
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('chooseProfile', () => {
  it('takes the only purpose there is, and asks when there are several', () => {
    expect(chooseProfile({ subject, purposes: ['TRANSIT'] }, {})).toEqual({
      subject,
      purpose: 'TRANSIT',
      caseId: null,
    });
    expect(codeOf(['TRANSIT', 'TRAINING'], {})).toBe('PURPOSE_REQUIRED');
  });

  it('takes a purpose that is assigned, and no other', () => {
    const token = { subject, purposes: ['TRANSIT', 'TRAINING'] as const };
    expect(chooseProfile(token, { purpose: 'TRAINING', caseId: CASE })).toEqual({
      subject,
      purpose: 'TRAINING',
      caseId: CASE,
    });
    expect(codeOf(['TRANSIT'], { purpose: 'OVERSIGHT' })).toBe('PURPOSE_NOT_ASSIGNED');
    expect(codeOf([], {})).toBe('PURPOSE_NOT_ASSIGNED');
    expect(codeOf(['TRANSIT'], { purpose: 'transit' })).toBe('INPUT_INVALID');
    expect(codeOf(['TRANSIT'], { purpose: '' })).toBe('INPUT_INVALID');
    expect(codeOf(['TRANSIT'], { purpose: 'TRANSIT, TRAINING' })).toBe('INPUT_INVALID');
  });

  it.each([
    '',
    'inc_',
    CASE.toUpperCase(),
    `${CASE}x`,
    CASE.replace('0', 'o'),
    `wrn${CASE.slice(3)}`,
    `${CASE}\n`,
    '*',
  ])('refuses %p as a case', (caseId) => {
    expect(codeOf(['TRANSIT'], { caseId })).toBe('INPUT_INVALID');
  });

  it('takes the id of a mission as a case too', () => {
    expect(codeOf(['TRANSIT'], { caseId: `mis${CASE.slice(3)}` })).toBe('accepted');
  });
});
