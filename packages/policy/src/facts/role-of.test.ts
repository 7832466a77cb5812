import { AGENCY_KINDS, type AgencyKind, ROLES, type Role } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { ROLE, some } from '../compiled/bits.js';
import { possibleRoles, roleOf } from './role-of.js';

const parties = { sending: 'USA', receiving: 'DEU' };
const none = { mandated: false, transit: false };
const mandated = { mandated: true, transit: false };
const transit = { mandated: false, transit: true };
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
    expect(roleOf(subject(kind, 'DEU'), parties, mandated)).toBe(role);
  });

  it('is the sending State for every agency of it but an oversight body', () => {
    for (const kind of AGENCY_KINDS) {
      expect(roleOf(subject(kind, 'USA'), parties, none)).toBe(kind === 'OVERSIGHT' ? 'OVERSIGHT' : 'SENDING_STATE');
    }
  });

  it('is the protecting power only with a mandate, and of no State of the mission', () => {
    expect(roleOf(subject('FOREIGN_MINISTRY', 'CHE'), parties, mandated)).toBe('PROTECTING_POWER');
    expect(roleOf(subject('FOREIGN_MINISTRY', 'CHE'), parties, none)).toBe('THIRD_STATE');
    expect(roleOf(subject('FOREIGN_MINISTRY', 'USA'), parties, mandated)).toBe('SENDING_STATE');
  });

  it('is that of a State of transit only when the case names it so, and of no State of the mission', () => {
    expect(roleOf(subject('BORDER', 'AUT'), parties, transit)).toBe('TRANSIT_STATE');
    expect(roleOf(subject('BORDER', 'AUT'), parties, none)).toBe('THIRD_STATE');
    expect(roleOf(subject('BORDER', 'DEU'), parties, transit)).toBe('RECEIVING_STATE_BORDER');
  });

  it('is that of an organisation or a third State where there are no parties', () => {
    expect(roleOf(subject('ORGANISATION', 'UN'), null, none)).toBe('IGO');
    expect(roleOf(subject('POLICE', 'DEU'), null, none)).toBe('THIRD_STATE');
    expect(roleOf(subject('OVERSIGHT', 'DEU'), null, none)).toBe('OVERSIGHT');
  });

  it('is always among the possible roles of the subject, whatever the parties', () => {
    for (const kind of AGENCY_KINDS) {
      for (const represents of ['USA', 'DEU', 'CHE']) {
        for (const entrusted of [none, mandated, transit]) {
          const role = roleOf(subject(kind, represents), parties, entrusted);
          expect(some(possibleRoles(subject(kind, represents)), ROLE[role])).toBe(true);
        }
      }
    }
  });

  it('leaves an oversight body no other possible role', () => {
    expect(ROLES.filter((role) => some(possibleRoles({ kind: 'OVERSIGHT' }), ROLE[role]))).toEqual(['OVERSIGHT']);
  });
});
