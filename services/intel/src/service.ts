import { createPolicyEngine } from '@chancery/policy/engine';
import { type RunningSubgraph, startSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { SubgraphOptions } from '@chancery/shared/subgraph/serving/subgraph-options';
import { ENTITIES } from './entities.js';
import { buildIntelSchema } from './schema.js';

/** What the service of warnings needs from its process; decisions are the policy engine's unless others are given. */
export type IntelOptions = Omit<SubgraphOptions, 'name' | 'schema' | 'entities' | 'decisions'> &
  Partial<Pick<SubgraphOptions, 'decisions'>>;

/** Starts the subgraph of warnings. */
export async function startIntel(options: IntelOptions): Promise<RunningSubgraph> {
  return startSubgraph({
    decisions: createPolicyEngine(),
    ...options,
    name: 'intel',
    schema: await buildIntelSchema(),
    entities: ENTITIES,
  });
}
