import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { LegalAct } from './legal-act.js';
import { grantAct, refuseConsent } from './making/grant-act.js';
import { approveAct, declineAct, revokeAct, supersedeAct } from './making/revisions.js';

export const legalActs = aggregateOf(LegalAct, {
  one: 'legalAct',
  many: 'legalActs',
  noun: 'legal act',
  nouns: 'legal acts',
  commands: [grantAct, refuseConsent, approveAct, declineAct, revokeAct, supersedeAct],
});
