import { type AgencyKind, PURPOSES, type Purpose, ROLES } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';

/** Nobody makes law to practise, on a journey or to inspect it. */
const NO_PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>(['TRAINING', 'TRANSIT', 'OVERSIGHT', 'REGRADE']);

const KINDS: readonly AgencyKind[] = [
  'FOREIGN_MINISTRY',
  'DIPLOMATIC_SECURITY',
  'CONSULAR',
  'INTELLIGENCE',
  'POLICE',
  'EMERGENCY_SERVICE',
  'COURT',
  'TAX',
  'CUSTOMS',
  'BORDER',
  'ORGANISATION',
];

/**
 * CHY-ACTS: an act is brought by an agency of whoever makes it. Who that is turns on the act, its office and the posts that it concerns, and is
 * asked of each act (`make-act.ts`): here is closed only what no act could open.
 */
const ACT: readonly CommandGrant[] = [
  { rule: 'CHY-ACTS', roles: ROLES, kinds: KINDS, purposes: PURPOSES.filter((purpose) => !NO_PURPOSES.has(purpose)) },
];

/** Commands on legal acts, with what grants each. */
export const ACT_GRANTS = {
  grantAct: ACT,
  refuseConsent: ACT,
  approveAct: ACT,
  declineAct: ACT,
  revokeAct: ACT,
  supersedeAct: ACT,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
