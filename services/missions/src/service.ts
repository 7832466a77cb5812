import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { PostNames } from './post-names.js';
import { matchedRecords } from './requirement-matches.js';

/** The service of posts and their premises. */
export const missions = serviceOf({
  name: 'missions',
  aggregates,
  ...matchedRecords,
  resolvers: [...matchedRecords.resolvers, PostNames],
  decisions: createPolicyEngine,
});
