import { createConnectionType } from '@chancery/shared/schema/connection-types';
import type { ConnectionSpec } from '@chancery/shared/subgraph/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/row-loader';
import { Mission } from './mission.entity.js';

/** Posts by id, for the viewer of a call. */
export const missionRows = createRowLoader(Mission, 'mis');

export const MissionConnection = createConnectionType(() => Mission, {
  node: 'Mission',
  page: 'A page of posts.',
  edge: 'A post in a page.',
  element: 'The post.',
  total: 'Posts that match and that this caller sees.',
});

/** What posts may be filtered and ordered by. */
export const missions: ConnectionSpec<Mission> = {
  name: 'Query.missions',
  table: 'mission',
  columns: {
    id: { sql: 't.id', type: 'text', reads: null },
    synthetic: { sql: 't.synthetic', type: 'bool', reads: 'Mission.synthetic' },
    wikidataId: { sql: 't.wikidata_id', type: 'text', reads: 'Mission.wikidataId' },
    kind: { sql: 't.kind', type: 'text', reads: 'Mission.kind' },
    sendingState: { sql: 't.sending_state', type: 'text', reads: 'Mission.sendingState' },
    receivingState: { sql: 't.receiving_state', type: 'text', reads: 'Mission.receivingState' },
    city: { sql: 't.city', type: 'text', reads: 'Mission.city' },
  },
  load: missionRows.load,
};
