import { AGENCY_KINDS, type AgencyKind, ROLES, type Role } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { ROLE, some } from '../rules/bits.js';
import { possibleRoles, roleOf } from './role-of.js';

const parties = { sending: 'USA', receiving: 'DEU' };
const subject = (kind: AgencyKind, represents: string) => ({ kind, represents });

describe('the role of a subject relative to a mission', () => {
  it.each<[AgencyKind, Role]>([
    ['FOREIGN_MINISTRY', 'RECEIVING_STATE_MFA'],
    ['POLICE', 'RECEIVING_STATE_LEA'],
    ['EMERGENCY_SERVICE', 'RECEIVING_STATE_EMERGENCY'],
    ['COURT', 'RECEIVING_STATE_COURT'],
    ['TAX', 'RECEIVING_STATE_FISCAL'],
    ['CUSTOMS', 'RECEIVING_STATE_CUSTOMS'],
    ['BORDER', 'RECEIVING_STATE_BORDER'],
    ['DIPLOMATIC_SECURITY', 'RECEIVING_STATE_OTHER'],
    ['CONSULAR', 'RECEIVING_STATE_OTHER'],
    ['INTELLIGENCE', 'RECEIVING_STATE_OTHER'],
    ['ORGANISATION', 'RECEIVING_STATE_OTHER'],
  ])('of %s of the receiving State is %s', (kind, role) => {
    expect(roleOf(subject(kind, 'DEU'), parties, true)).toBe(role);
  });

  it('is the sending State for every agency of it but an oversight body', () => {
    for (const kind of AGENCY_KINDS) {
      expect(roleOf(subject(kind, 'USA'), parties, false)).toBe(kind === 'OVERSIGHT' ? 'OVERSIGHT' : 'SENDING_STATE');
    }
  });

  it('is the protecting power only with a mandate, and of no State of the mission', () => {
    expect(roleOf(subject('FOREIGN_MINISTRY', 'CHE'), parties, true)).toBe('PROTECTING_POWER');
    expect(roleOf(subject('FOREIGN_MINISTRY', 'CHE'), parties, false)).toBe('THIRD_STATE');
    expect(roleOf(subject('FOREIGN_MINISTRY', 'USA'), parties, true)).toBe('SENDING_STATE');
  });

  it('is that of an organisation or a third State where there are no parties', () => {
    expect(roleOf(subject('ORGANISATION', 'UN'), null, false)).toBe('IGO');
    expect(roleOf(subject('POLICE', 'DEU'), null, false)).toBe('THIRD_STATE');
    expect(roleOf(subject('OVERSIGHT', 'DEU'), null, false)).toBe('OVERSIGHT');
  });

  it('is always among the possible roles of the subject, whatever the parties', () => {
    for (const kind of AGENCY_KINDS) {
      for (const represents of ['USA', 'DEU', 'CHE']) {
        for (const mandated of [true, false]) {
          const role = roleOf(subject(kind, represents), parties, mandated);
          expect(some(possibleRoles(subject(kind, represents)), ROLE[role])).toBe(true);
        }
      }
    }
  });

  it('leaves an oversight body no other possible role', () => {
    expect(ROLES.filter((role) => some(possibleRoles({ kind: 'OVERSIGHT' }), ROLE[role]))).toEqual(['OVERSIGHT']);
  });
});
