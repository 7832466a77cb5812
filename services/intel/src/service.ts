import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';

/** The service of intelligence: warnings. */
export const intel = serviceOf({ name: 'intel', aggregates, decisions: createPolicyEngine });
