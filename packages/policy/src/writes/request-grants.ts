import { type AgencyKind, PURPOSES, type Purpose, ROLES } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';

/** Nobody asks for what is kept from it to practise, on a journey, to inspect it or to mark it anew. */
const NO_PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>(['TRAINING', 'TRANSIT', 'OVERSIGHT', 'REGRADE']);
const ASKING: readonly Purpose[] = PURPOSES.filter((purpose) => !NO_PURPOSES.has(purpose));

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
 * CHY-ASK: whoever is refused a value of a record that it sees may ask whoever can open it. Whom that is, and by which way the question comes, turns
 * on the record (`information-request.ts`): here is closed only what no record could open.
 */
const ASK: readonly CommandGrant[] = [{ rule: 'CHY-ASK', roles: ROLES, kinds: KINDS, purposes: ASKING }];

/** Official business is passed on by the ministry for foreign affairs (VCDR 41(2)). */
const FORWARD: readonly CommandGrant[] = [
  { rule: 'CHY-ASK', roles: ROLES, kinds: ['FOREIGN_MINISTRY'], purposes: ASKING },
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
