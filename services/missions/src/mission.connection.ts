import { createConnectionType } from '@chancery/shared/schema/connection-types';
import { ConnectionSpec } from '@chancery/shared/subgraph/paging/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Mission } from './mission.entity.js';
import { MissionFilter, MissionOrder } from './mission.inputs.js';

/** Posts by id, for the viewer of a call. */
export const missionRows = createRowLoader(Mission, 'mis');

export const MissionConnection = createConnectionType(() => Mission, {
  node: 'Mission',
  page: 'A page of posts.',
  edge: 'A post in a page.',
  element: 'The post.',
  total: 'Posts that match and that this caller sees.',
});

/** All posts. */
export const missions = new ConnectionSpec({
  name: 'Query.missions',
  entity: Mission,
  filter: MissionFilter,
  order: MissionOrder,
  load: missionRows.load,
});
