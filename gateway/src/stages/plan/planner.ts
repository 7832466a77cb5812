import { InternalError } from '@chancery/shared/errors';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { TextCache } from '../../memory/text-cache.js';
import { parseQueryPlan } from './parse-plan.js';
import type { QueryPlan } from './query-plan.js';

/** Turns a canonical operation into a plan. Kept this small so that another planner can take its place. */
export interface Planner {
  /** Throws InternalError; what the planner says names fields that the caller may not know of. */
  plan(canonicalText: string): QueryPlan;
}

export interface PlannerOptions {
  readonly plansMax?: number;
  /** Longer texts are planned each time, so that a few giants cannot fill the memory. */
  readonly cachedTextMax?: number;
}

/** A planner over a supergraph. Plans are kept under the text that was planned: no two texts can share one by mistake. */
export function createPlanner(supergraphSdl: string, options: PlannerOptions = {}): Planner {
  const native = openNativePlanner(supergraphSdl);
  const plans = new TextCache<QueryPlan>(options.plansMax, options.cachedTextMax);
  const make = (text: string): QueryPlan => parseQueryPlan(callPlanner(native, text));
  return {
    plan: (text) => plans.compute(text, () => make(text)),
  };
}

function openNativePlanner(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw new InternalError('INTERNAL', 'the planner refused the supergraph', { cause });
  }
}

// No progressive override is used: no label is active, whatever the percentage.
const NO_LABELS: Set<string> = new Set();

function callPlanner(native: QueryPlanner, text: string): unknown {
  try {
    return native.plan(text, null, NO_LABELS, 0);
  } catch (cause) {
    throw new InternalError('INTERNAL', 'the planner could not plan an operation', { cause });
  }
}
