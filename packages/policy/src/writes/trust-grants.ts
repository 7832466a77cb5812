import type { CommandGrant } from './command-grant.js';

/** CHY-ADMT: who is let in is for the register; that a subject is of it, is asked of each command (`admit-issuer.ts`). */
const ADMIT: readonly CommandGrant[] = [
  { rule: 'CHY-ADMT', roles: ['IGO'], kinds: ['ORGANISATION'], purposes: ['PROTOCOL_NOTIFICATION'] },
];

/** Commands on trust agreements, with what grants each. */
export const TRUST_GRANTS = {
  proposeAgreement: ADMIT,
  approveAgreement: ADMIT,
  declineAgreement: ADMIT,
  narrowAgreement: ADMIT,
  switchOffAgreement: ADMIT,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
