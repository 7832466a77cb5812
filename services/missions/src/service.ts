import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { matchedRecords } from './requirement-matches.js';

/** The service of posts and their premises. */
export const missions = serviceOf({ name: 'missions', aggregates, ...matchedRecords, decisions: createPolicyEngine });
