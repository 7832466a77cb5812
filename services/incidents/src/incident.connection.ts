import { createConnectionType } from '@chancery/shared/schema/connection-types';
import type { Column, ConnectionSpec } from '@chancery/shared/subgraph/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/row-loader';
import { Incident } from './incident.entity.js';

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

const columns: Readonly<Record<string, Column>> = {
  id: { sql: 't.id', type: 'text', reads: null },
  synthetic: { sql: 't.synthetic', type: 'bool', reads: 'Incident.synthetic' },
  reference: { sql: 't.reference', type: 'text', reads: 'Incident.reference' },
  type: { sql: 't.type', type: 'text', reads: 'Incident.type' },
  occurredOn: { sql: 't.occurred_on', type: 'date', reads: 'Incident.occurredOn' },
  sendingState: { sql: 't.sending_state', type: 'text', reads: 'Incident.sendingState' },
  receivingState: { sql: 't.receiving_state', type: 'text', reads: 'Incident.receivingState' },
  fatalities: { sql: 't.fatalities', type: 'int4', reads: 'Incident.fatalities' },
  // Through the table of posts, which is under row level security: a post that is hidden, or not known, is no value.
  mission: {
    sql: '(select r.id from mission_ref r where r.id = t.mission_id)',
    type: 'text',
    reads: 'Incident.mission',
  },
};

/** A connection over all incidents, or over those of a post. */
export function incidentsOf(name: 'Query.incidents' | 'Mission.incidents'): ConnectionSpec<Incident> {
  return { name, table: 'incident', columns, load: incidentRows.load };
}
