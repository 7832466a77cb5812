import type { CommandGrant } from './command-grant.js';

/** CHY-HOLD: what is kept for a proceeding is for who oversees a State to say, and for nobody else's business. */
const HOLD: readonly CommandGrant[] = [
  { rule: 'CHY-HOLD', roles: ['OVERSIGHT'], kinds: ['OVERSIGHT'], purposes: ['OVERSIGHT'] },
];

/** Commands on legal holds, with what grants each. */
export const HOLD_GRANTS = {
  orderLegalHold: HOLD,
  askLiftLegalHold: HOLD,
  approveLiftLegalHold: HOLD,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
