import { createConnectionType } from '@chancery/shared/schema/connection-types';
import { ConnectionSpec } from '@chancery/shared/subgraph/paging/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Incident } from './incident.entity.js';
import { IncidentFilter, IncidentOrder } from './incident.inputs.js';

/** A page of incidents. */
export const IncidentConnection = createConnectionType(() => Incident, {
  node: 'Incident',
  page: 'A page of incidents.',
  edge: 'An incident in a page.',
  element: 'The incident.',
  total: 'Incidents that match and that this caller sees.',
});

/** Incidents by id. */
export const incidentRows = createRowLoader(Incident, 'inc');

const declared = {
  entity: Incident,
  filter: IncidentFilter,
  order: IncidentOrder,
  links: { mission: { to: 'mission_ref', column: 'mission_id' } },
  load: incidentRows.load,
};

/** All incidents. */
export const allIncidents = new ConnectionSpec({ name: 'Query.incidents', ...declared });

/** Incidents that changed. */
export const changedIncidents = new ConnectionSpec({ name: 'Subscription.incidentUpdated', ...declared });

/** The incidents of a post. */
export const incidentsOfMission = new ConnectionSpec({ name: 'Mission.incidents', ...declared });
