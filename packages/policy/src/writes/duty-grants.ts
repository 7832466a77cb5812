import { PURPOSES, type Purpose, ROLES } from '@chancery/shared/vocabulary';
import { ACTING_KINDS } from '../facts/act-bearers.js';
import type { CommandGrant } from './command-grant.js';

/** Nobody discharges to practise, on a journey, or on behalf of those whom it oversees. */
const NO_PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>(['TRAINING', 'TRANSIT', 'OVERSIGHT']);
const DUTY_PURPOSES: readonly Purpose[] = PURPOSES.filter((purpose) => !NO_PURPOSES.has(purpose));

/**
 * CHY-DUTY: what an agency owes it discharges itself. Which agency that is stands on each obligation, and is asked of each (`duty-law.ts`): here
 * is closed only what no obligation could open.
 */
const DISCHARGE: readonly CommandGrant[] = [
  {
    rule: 'CHY-DUTY',
    roles: ROLES,
    kinds: ACTING_KINDS,
    purposes: DUTY_PURPOSES,
  },
];

/** CHY-DUTY: what is owed to a State alone its ministry for foreign affairs may waive, through which it speaks to others. */
const WAIVE: readonly CommandGrant[] = [
  { rule: 'CHY-DUTY', roles: ROLES, kinds: ['FOREIGN_MINISTRY'], purposes: DUTY_PURPOSES },
];

/** Commands on obligations, with what grants each. */
export const DUTY_GRANTS = {
  dischargeObligation: DISCHARGE,
  waiveObligation: WAIVE,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
