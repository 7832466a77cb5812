import type { Subject } from '@chancery/shared/subjects/subject';
import type { AgencyKind, Role } from '@chancery/shared/vocabulary';
import { type Bits, ROLE, union } from '../compiled/bits.js';

const RECEIVING_ROLES: Readonly<Record<AgencyKind, Role>> = {
  FOREIGN_MINISTRY: 'RECEIVING_STATE_MFA',
  DIPLOMATIC_SECURITY: 'RECEIVING_STATE_OTHER',
  CONSULAR: 'RECEIVING_STATE_OTHER',
  INTELLIGENCE: 'RECEIVING_STATE_OTHER',
  POLICE: 'RECEIVING_STATE_LEA',
  EMERGENCY_SERVICE: 'RECEIVING_STATE_EMERGENCY',
  COURT: 'RECEIVING_STATE_COURT',
  TAX: 'RECEIVING_STATE_FISCAL',
  CUSTOMS: 'RECEIVING_STATE_CUSTOMS',
  BORDER: 'RECEIVING_STATE_BORDER',
  OVERSIGHT: 'OVERSIGHT',
  ORGANISATION: 'RECEIVING_STATE_OTHER',
};

/** The States of one mission. */
export interface Parties {
  readonly sending: string;
  readonly receiving: string;
}

/** What acts of the sending State make of the subject's State. */
export interface Entrustment {
  /** It is a protecting power under a mandate. */
  readonly mandated: boolean;
  /** It is a State of transit for the case that the subject asks under. */
  readonly transit: boolean;
}

/** What the subject is relative to a mission; the first that fits. */
export function roleOf(
  subject: Pick<Subject, 'kind' | 'represents'>,
  parties: Parties | null,
  { mandated, transit }: Entrustment,
): Role {
  if (subject.kind === 'OVERSIGHT') return 'OVERSIGHT';
  if (parties !== null && subject.represents === parties.sending) return 'SENDING_STATE';
  if (parties !== null && subject.represents === parties.receiving) return RECEIVING_ROLES[subject.kind];
  if (mandated) return 'PROTECTING_POWER';
  if (transit) return 'TRANSIT_STATE';
  return subject.kind === 'ORGANISATION' ? 'IGO' : 'THIRD_STATE';
}

/** Every role that the subject may have relative to some mission, which is all that is known when the facts are not. */
export function possibleRoles(subject: Pick<Subject, 'kind'>): Bits {
  if (subject.kind === 'OVERSIGHT') return ROLE.OVERSIGHT;
  const elsewhere = subject.kind === 'ORGANISATION' ? ROLE.IGO : ROLE.THIRD_STATE;
  const receiving = ROLE[RECEIVING_ROLES[subject.kind]];
  return union(ROLE.SENDING_STATE, receiving, ROLE.PROTECTING_POWER, ROLE.TRANSIT_STATE, elsewhere);
}
