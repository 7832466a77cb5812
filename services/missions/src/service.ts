import { createPolicyEngine } from '@chancery/policy/engine';
import { type RunningSubgraph, startSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { SubgraphOptions } from '@chancery/shared/subgraph/serving/subgraph-options';
import { ENTITIES } from './entities.js';
import { buildMissionsSchema } from './schema.js';

/** What the service of posts needs from its process; decisions are the policy engine's unless others are given. */
export type MissionsOptions = Omit<SubgraphOptions, 'name' | 'schema' | 'entities' | 'decisions'> &
  Partial<Pick<SubgraphOptions, 'decisions'>>;

/** Starts the subgraph of posts and premises. */
export async function startMissions(options: MissionsOptions): Promise<RunningSubgraph> {
  return startSubgraph({
    decisions: createPolicyEngine(),
    ...options,
    name: 'missions',
    schema: await buildMissionsSchema(),
    entities: ENTITIES,
  });
}
