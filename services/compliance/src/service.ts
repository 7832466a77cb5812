import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { OWN_LISTS } from './own-lists.js';
import { StateNames } from './register/state-names.js';

/** The service of compliance: the law that is held, and the acts that were made under it. */
export const compliance = serviceOf({
  name: 'compliance',
  aggregates,
  decisions: createPolicyEngine,
  resolvers: [...OWN_LISTS.resolvers, StateNames],
  connections: OWN_LISTS.connections,
});
