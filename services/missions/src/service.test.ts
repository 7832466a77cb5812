import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningMissions, runMissions } from './testkit/running-missions.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const observer: Profile = {
  subject: {
    id: 'a:00000000000000aa',
    represents: 'URY',
    agency: 'URY.observer',
    kind: 'FOREIGN_MINISTRY',
    nationalities: ['URY'],
    clearances: [],
    compartments: [],
    groups: [],
  },
  purpose: 'TRAINING',
  caseId: null,
};

describe('missions', () => {
  let missions: RunningMissions;
  beforeAll(async () => {
    missions = await runMissions({ clock: () => NOW });
  });
  afterAll(async () => missions[Symbol.asyncDispose]());

  it('smoke', async () => {
    const t0 = performance.now();
    const answer = await missions.client.query(
      observer,
      '{ missionByWikidataId(wikidataId: "Q875787") { id handling city kind location { latitude longitude } alsoAccreditedTo asOf premises { id handling floorPlan custody { custodian since } } } missions(first: 2, filter: { receivingState: { eq: "DEU" } }, orderBy: [{ city: DESC }, {sendingState: ASC}]) { totalCount isExact pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id city handling } } } }',
    );
    const t1 = performance.now();
    const again = await missions.client.query(observer, '{ missions { totalCount edges { node { city handling }} } }');
    console.log(
      missions.reported,
      missions.logged,
      t1 - t0,
      performance.now() - t1,
      JSON.stringify(answer, null, 1),
      again.text.slice(0, 300),
    );
    expect(answer.errors).toEqual([]);
  });
});
