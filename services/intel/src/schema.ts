import { buildFederatedSchema, type FederatedSchema } from '@chancery/shared/subgraph/serving/federated-schema';
import { Mission } from './mission.entity.js';
import { MissionResolver, missionRows } from './mission.resolver.js';
import { allWarnings, changedWarnings, warningRows, warningsOfMission } from './warning.connection.js';
import { WarningResolver } from './warning.resolver.js';

/** The schema of the intel subgraph. */
export function buildIntelSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema({
    resolvers: [WarningResolver, MissionResolver],
    types: [Mission],
    references: {
      Warning: (id, context) => warningRows.load(context, id),
      Mission: (id, context) => missionRows.load(context, id),
    },
    connections: [allWarnings, warningsOfMission, changedWarnings],
  });
}
