import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { matchedRecords } from './requirement-matches.js';

/** The service of incidents. */
export const incidents = serviceOf({
  name: 'incidents',
  aggregates,
  ...matchedRecords,
  decisions: createPolicyEngine,
});
