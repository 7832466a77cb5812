import { ROLES } from '@chancery/shared/vocabulary';
import { ACTING_KINDS } from '../facts/act-bearers.js';
import { BUSINESS_PURPOSES, type CommandGrant } from './command-grant.js';

/**
 * CHY-ACTS: an act is brought by an agency of whoever makes it. Who that is turns on the act, its office and the posts that it concerns, and is
 * asked of each act (`make-act.ts`): here is closed only what no act could open.
 */
const ACT: readonly CommandGrant[] = [
  { rule: 'CHY-ACTS', roles: ROLES, kinds: ACTING_KINDS, purposes: BUSINESS_PURPOSES },
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
