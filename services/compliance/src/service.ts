import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';

/** The service of compliance: the law that is held, and the acts that were made under it. */
export const compliance = serviceOf({ name: 'compliance', aggregates, decisions: createPolicyEngine });
