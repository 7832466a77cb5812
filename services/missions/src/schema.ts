import { buildFederatedSchema, type FederatedSchema } from '@chancery/shared/subgraph/serving/federated-schema';
import { missionRows, missions } from './mission.connection.js';
import { MissionResolver } from './mission.resolver.js';
import { premisesRows } from './premises.loader.js';

/** The schema of posts and premises. */
export function buildMissionsSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema({
    resolvers: [MissionResolver],
    references: {
      Mission: (id, context) => missionRows.load(context, id),
      Premises: (id, context) => premisesRows.load(context, id),
    },
    connections: [missions],
  });
}
