import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { approveAgreement, declineAgreement } from './decide-agreement.js';
import { narrowAgreement } from './narrow-agreement.js';
import { proposeAgreement } from './propose-agreement.js';
import { switchOffAgreement } from './switch-off-agreement.js';
import { TrustAgreement } from './trust-agreement.js';

export const trustAgreements = aggregateOf(TrustAgreement, {
  one: 'trustAgreement',
  many: 'trustAgreements',
  noun: 'trust agreement',
  nouns: 'trust agreements',
  commands: [proposeAgreement, approveAgreement, declineAgreement, narrowAgreement, switchOffAgreement],
});
