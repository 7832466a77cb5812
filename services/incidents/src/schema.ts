import { buildFederatedSchema, type FederatedSchema } from '@chancery/shared/subgraph/serving/federated-schema';
import { allIncidents, changedIncidents, incidentRows, incidentsOfMission } from './incident.connection.js';
import { IncidentResolver } from './incident.resolver.js';
import { Mission } from './mission.entity.js';
import { MissionResolver, missionRows } from './mission.resolver.js';
import { ReportIncidentResolver } from './reporting/report-incident.resolver.js';

/** The schema of the incidents subgraph. */
export function buildIncidentsSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema({
    resolvers: [IncidentResolver, MissionResolver, ReportIncidentResolver],
    types: [Mission],
    references: {
      Incident: (id, context) => incidentRows.load(context, id),
      Mission: (id, context) => missionRows.load(context, id),
    },
    connections: [allIncidents, incidentsOfMission, changedIncidents],
  });
}
