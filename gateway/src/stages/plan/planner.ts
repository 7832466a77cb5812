import { InternalError } from '@chancery/shared/errors';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { TextCache } from '../../memory/text-cache.js';
import { parseQueryPlan } from './parse-plan.js';
import type { PlanNode, QueryPlan } from './query-plan.js';
import { type RankedSupergraph, rankSubgraphs } from './ranked-subgraphs.js';

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
  const { sdl, nameOf } = ranked(supergraphSdl);
  const native = openNativePlanner(sdl);
  const plans = new TextCache<QueryPlan>(options.plansMax, options.cachedTextMax);
  const make = (text: string): QueryPlan => named(parseQueryPlan(callPlanner(native, text)), nameOf);
  return {
    plan: (text) => plans.compute(text, () => make(text)),
  };
}

/** The plan with the names that the subgraphs have. */
function named({ node }: QueryPlan, nameOf: RankedSupergraph['nameOf']): QueryPlan {
  const name = (step: PlanNode): PlanNode => {
    switch (step.kind) {
      case 'sequence':
      case 'parallel':
        return { ...step, nodes: step.nodes.map(name) };
      case 'condition':
        return {
          ...step,
          whenTrue: step.whenTrue && name(step.whenTrue),
          otherwise: step.otherwise && name(step.otherwise),
        };
      case 'root-fetch':
      case 'entity-fetch':
        return { ...step, subgraph: nameOf(step.subgraph) };
    }
  };
  return { node: node && name(node) };
}

function ranked(supergraphSdl: string): RankedSupergraph {
  try {
    return rankSubgraphs(supergraphSdl);
  } catch (cause) {
    throw new InternalError('INTERNAL', 'the supergraph names no subgraphs to plan for', { cause });
  }
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
