import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { requirementMatches } from './standing/matches.js';

/** The service of intelligence: what is asked, reported, judged, warned of and passed on. */
export const intel = serviceOf({ name: 'intel', aggregates, ...requirementMatches, decisions: createPolicyEngine });
