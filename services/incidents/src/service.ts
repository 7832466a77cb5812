import { createPolicyEngine } from '@chancery/policy/engine';
import { type RunningSubgraph, startSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { SubgraphOptions } from '@chancery/shared/subgraph/serving/subgraph-options';
import { ENTITIES } from './entities.js';
import { buildIncidentsSchema } from './schema.js';

/** What the service of incidents needs from its process; decisions are the policy engine's unless others are given. */
export type IncidentsOptions = Omit<SubgraphOptions, 'name' | 'schema' | 'entities' | 'decisions'> &
  Partial<Pick<SubgraphOptions, 'decisions'>>;

/** Starts the subgraph of incidents. */
export async function startIncidents(options: IncidentsOptions): Promise<RunningSubgraph> {
  return startSubgraph({
    decisions: createPolicyEngine(),
    ...options,
    name: 'incidents',
    schema: await buildIncidentsSchema(),
    entities: ENTITIES,
  });
}
