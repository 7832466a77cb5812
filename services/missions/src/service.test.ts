import { sha256Of } from '@chancery/shared/brands';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { SignedClient, SubgraphAnswer } from '@chancery/shared/subgraph/testkit/signed-client';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runMissions } from './testkit/running-missions.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');

/** A persona as it asks for its first purpose. */
function profileOf(id: string): Profile {
  const persona = PERSONAS.find((each) => each.id === id);
  const [purpose] = persona?.purposes ?? [];
  if (persona === undefined || purpose === undefined) throw new Error(`no persona ${id}`);
  const { agency, kind, represents, nationalities, clearances, compartments } = persona;
  const own = { agency, kind, represents, nationalities, clearances, compartments };
  return { subject: { ...own, id: 'a:00000000000000aa', groups: [] }, purpose, caseId: null };
}

const observer = profileOf('ury.observer');

/** Everything open to everybody: for what the rows hold, not for who may read it. */
const EVERYTHING: DecisionPoint = {
  version: sha256Of('everything'),
  open: () => ({ decide: () => ({ effect: 'allow', validUntil: Number.POSITIVE_INFINITY }) }),
};

describe('missions', () => {
  let missions: RunningService;
  let open: SignedClient;
  beforeAll(async () => {
    missions = await runMissions({ clock: () => NOW });
    open = await missions.startBeside(EVERYTHING);
  });
  afterAll(async () => missions[Symbol.asyncDispose]());

  async function data(document: string, variables = {}, profile = observer) {
    const answer = await missions.client.query(profile, document, variables);
    expect(answer.errors).toEqual([]);
    return answer.data ?? {};
  }

  it('knows every post of the register, to any accepted token', async () => {
    expect(await data('{ missions { totalCount isExact } }')).toEqual({
      missions: { totalCount: 9737, isExact: true },
    });
    expect(
      await data(`{ missionByWikidataId(wikidataId: "Q470042") {
        name sendingStateName receivingStateName
        synthetic wikidataId kind sendingState receivingState alsoAccreditedTo city location { latitude longitude } openedYear asOf
      } }`),
    ).toEqual({
      missionByWikidataId: {
        name: 'Consulate General of the United States of America in Munich',
        sendingStateName: 'United States of America',
        receivingStateName: 'Germany',
        synthetic: false,
        wikidataId: 'Q470042',
        kind: 'CONSULATE_GENERAL',
        sendingState: 'USA',
        receivingState: 'DEU',
        alsoAccreditedTo: [],
        city: 'Munich',
        location: { latitude: 48.145, longitude: 11.5834 },
        openedYear: 1950,
        asOf: '2022-11-16',
      },
    });
  });

  it('finds a post by id and by Wikidata item, and nobody by another text', async () => {
    const by = 'query ($item: String!) { missionByWikidataId(wikidataId: $item) { id wikidataId } }';
    const { missionByWikidataId: found } = await data(by, { item: 'Q875787' });
    const { id } = found as { id: string };
    expect(id).toMatch(/^mis_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(await data('query ($id: ID!) { mission(id: $id) { wikidataId } }', { id })).toEqual({
      mission: { wikidataId: 'Q875787' },
    });
    for (const item of ['', 'q875787', 'Q875787 ', 'Q1', '%', '\0']) {
      expect(await data(by, { item })).toEqual({ missionByWikidataId: null });
    }
  });

  it('gives a post without a published place none, not an empty one', async () => {
    expect(await data('{ missionByWikidataId(wikidataId: "Q3774656") { location { latitude } openedYear } }')).toEqual({
      missionByWikidataId: { location: null, openedYear: 1977 },
    });
  });

  it('carries the handling of each labelled row with its values, under whatever key', async () => {
    const answer = await open.query(
      observer,
      '{ missionByWikidataId(wikidataId: "Q470042") { mark: handling premises { handling floorPlan } } }',
    );
    const found = answer.data?.missionByWikidataId as {
      mark: number;
      premises: { handling: number; floorPlan: string };
    };
    expect(answer.extensions.handlings).toEqual({
      [found.mark]: 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q470042',
      [found.premises.handling]: expect.stringMatching(
        /^l=USA:0;rel=\*;nat=\*;pur=\*;own=USA\.diplomatic-security;m=Q470042;t=exclusiveUse\+synthetic!Premises\./,
      ),
    });
    expect(found.premises.floorPlan).toContain('Ways out');
  });

  it('hangs premises on the exercise posts alone, marked by what the post is', async () => {
    const items = ['Q875787', 'Q80685174', 'Q3774656', 'Q106450319', 'Q4373997'];
    const answer = await open.query(
      observer,
      `query ($items: [String!]) { missions(filter: { wikidataId: { in: $items } }) {
        edges { node { wikidataId premises { synthetic handling custody { custodian since } } } } } }`,
      { items },
    );
    const list = answer.data?.missions as {
      edges: { node: { wikidataId: string; premises: { handling: number; custody: unknown } | null } }[];
    };
    const textOf = (handling: number) => answer.extensions.handlings?.[handling]?.replace(/.*;t=|!.*/g, '');
    const found = new Map(list.edges.map(({ node }) => [node.wikidataId, node.premises]));
    expect(textOf(found.get('Q875787')?.handling ?? -1)).toBe('synthetic');
    expect(textOf(found.get('Q80685174')?.handling ?? -1)).toBe('keptSeparate+synthetic');
    expect(found.get('Q3774656')?.custody).toEqual({ custodian: 'CHE', since: '2026-01-01' });
    expect(found.get('Q875787')?.custody).toBeNull();
    expect(found.get('Q4373997')).toBeNull();
  });

  it('filters and orders by public facts', async () => {
    const list = `query ($filter: MissionFilter, $orderBy: [MissionOrder!], $last: Int) {
      missions(filter: $filter, orderBy: $orderBy, last: $last) { totalCount edges { node { city sendingState } } } }`;
    const filter = { receivingState: { eq: 'DEU' }, kind: { in: ['HONORARY_CONSULATE', 'DE_FACTO_CONSULATE'] } };
    const orderBy = [{ sendingState: 'DESC' }, { city: 'ASC' }];
    const { missions: found } = await data(list, { filter, orderBy, last: 3 });
    expect(found).toEqual({
      totalCount: 11,
      edges: ['Frankfurt am Main', 'Hamburg', 'Munich'].map((city) => ({ node: { city, sendingState: 'TWN' } })),
    });
    const { missions: synthetic } = await data(list, { filter: { synthetic: { eq: true } } });
    expect(synthetic).toEqual({ totalCount: 0, edges: [] });
  });

  it('refuses a State that is none in the words of the caller', async () => {
    const answer = await missions.client.query(
      observer,
      'query ($filter: MissionFilter) { missions(filter: $filter) { totalCount } }',
      { filter: { sendingState: { eq: 'usa' } } },
    );
    expect(answer.errors).toEqual([{ message: '`usa` is not a State code', extensions: { code: 'INPUT_INVALID' } }]);
    expect(answer.data).toBeUndefined();
  });

  it('resolves references to posts and premises', async () => {
    const { missionByWikidataId: found } = await data(
      '{ missionByWikidataId(wikidataId: "Q875787") { id premises { id } } }',
    );
    const { id, premises } = found as { id: string; premises: { id: string } };
    const representations = [
      { __typename: 'Premises', id: premises.id },
      { __typename: 'Mission', id },
      { __typename: 'Mission', id: premises.id },
    ];
    const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Mission { wikidataId } ... on Premises { occupancy } } }`;
    const { data: resolved } = await open.query(observer, document, { representations });
    expect(resolved).toEqual({ _entities: [{ occupancy: expect.any(Number) }, { wikidataId: 'Q875787' }, null] });
  });

  it('sends nothing of the inside to whom it is closed, and says to the gateway what it withheld', async () => {
    const inside = 'address emergencyContact floorPlan hazards occupancy interiorPlan safeHavens archiveRegister';
    const document = `{ missionByWikidataId(wikidataId: "Q875787") { city premises { id handling ${inside} custody { custodian } } } }`;
    const [closed, whole] = [await missions.client.query(observer, document), await open.query(observer, document)];
    const premisesOf = ({ data: answered }: SubgraphAnswer) =>
      (answered as { missionByWikidataId: { premises: Record<string, unknown> } }).missionByWikidataId.premises;
    const { id, handling, ...rest } = premisesOf(closed);

    expect(Object.values(rest)).toEqual(Array(9).fill(null));
    expect(closed.extensions.withheld).toMatchObject({
      'Premises.floorPlan': [handling],
      'Premises.custody': [handling],
    });
    for (const field of inside.split(' ')) {
      const value = premisesOf(whole)[field];
      expect(value).not.toBeNull();
      if (typeof value === 'string') expect(closed.text).not.toContain(value);
    }
    expect(premisesOf(whole)).toMatchObject({ id, handling });
  });

  it('has nothing to log after all that', () => {
    expect(missions.logged).toEqual([]);
  });
});
