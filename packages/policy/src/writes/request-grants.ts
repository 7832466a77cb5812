import { ROLES } from '@chancery/shared/vocabulary';
import { ACTING_KINDS } from '../facts/act-bearers.js';
import { BUSINESS_PURPOSES, type CommandGrant } from './command-grant.js';

/**
 * CHY-ASK: whoever is refused a value of a record that it sees may ask whoever can open it. Whom that is, and by which way the question comes, turns
 * on the record (`information-request.ts`): here is closed only what no record could open.
 */
const ASK: readonly CommandGrant[] = [
  { rule: 'CHY-ASK', roles: ROLES, kinds: ACTING_KINDS, purposes: BUSINESS_PURPOSES },
];

/** Official business is passed on by the ministry for foreign affairs (VCDR 41(2)). */
const FORWARD: readonly CommandGrant[] = [
  { rule: 'CHY-ASK', roles: ROLES, kinds: ['FOREIGN_MINISTRY'], purposes: BUSINESS_PURPOSES },
];

/** Commands on requests for information, with what grants each. */
export const REQUEST_GRANTS = {
  requestInformation: ASK,
  forwardRequest: FORWARD,
  takeUpRequest: ASK,
  answerRequest: ASK,
  refuseRequest: ASK,
  withdrawRequest: ASK,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
