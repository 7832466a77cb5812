import { createPolicyEngine } from '@chancery/policy/engine';
import { serviceOf } from '@chancery/shared/subgraph/serving/service';
import { aggregates } from './aggregates.js';
import { ReportIncidentResolver } from './reporting/report-incident.resolver.js';

/** The service of incidents. */
export const incidents = serviceOf({
  name: 'incidents',
  aggregates,
  decisions: createPolicyEngine,
  resolvers: [ReportIncidentResolver],
});
