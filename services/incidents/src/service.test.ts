import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseStudies, type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

// The demo pair, the embassy of Ecuador in London, and an embassy whose existence is kept to nationals.
const POSTS = ['Q875787', 'Q470042', 'Q1803773', 'Q40993180'];
const HIDDEN_POST = 'l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=Q40993180';
const HIDDEN_CASE = '2012-09-11-cairo-usa';

const fact = (m: string, regime: 'VCDR' | 'VCCR') => ({
  m,
  sending: 'USA',
  receiving: 'DEU',
  regime,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
});

interface Listed {
  readonly incidents: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly reference: string; readonly mission: { id: string } | null };
    }[];
  };
}

/** Every row by id, as its owner knows it. */
async function namesOf(ownerUrl: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await inTransaction(ownerUrl, (client) =>
    client.query<{ id: string; reference: string }>('select id, reference from incident'),
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

describe('the incidents subgraph', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  let known: ReadonlyMap<string, string>;

  beforeAll(async () => {
    posts = await publishPosts(POSTS, new Map([['Q40993180', HIDDEN_POST]]));
    data = makeExerciseData({
      posts: POSTS,
      exercised: POSTS.slice(0, 3),
      studies: [...caseStudies('2019-04-11-london-ecu'), ...caseStudies(HIDDEN_CASE)],
    });
    incidents = await runIncidents({
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
      facts: [fact('Q875787', 'VCDR'), fact('Q470042', 'VCCR')],
    });
    known = await namesOf(incidents.database.ownerUrl);
  });
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  const ask = (persona: string, query: string, variables = {}) =>
    incidents.client.query(profileOf(persona), query, variables);

  async function list(persona: string, args: string): Promise<Listed['incidents']> {
    const answer = await ask(
      persona,
      `{ incidents(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id reference mission { id } } } } }`,
    );
    expect(answer.errors).toEqual([]);
    return (answer.data as unknown as Listed).incidents;
  }
  /** What the rows are called, whether or not the asker may read it. */
  const references = (page: Listed['incidents']): string[] =>
    page.edges.map(({ node }) => known.get(node.id) ?? 'unknown');

  async function incidentsOf(persona: string, post: string): Promise<Listed['incidents'] | null> {
    const answer = await ask(
      persona,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Mission { incidents(first: 100) {
        totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id reference mission { id } } } } } } }`,
      { of: [{ __typename: 'Mission', id: posts.ids.get(post) }] },
    );
    expect(answer.errors).toEqual([]);
    const { _entities } = answer.data as unknown as { _entities: (Listed | null)[] };
    return _entities[0]?.incidents ?? null;
  }

  it('has no row that its EXISTENCE hides: not in the list, the count, a page or by id', async () => {
    const all = await list('usa.diplomatic-security', 'first: 100, filter: { synthetic: { eq: true } }');
    const seen = await list('ury.observer', 'first: 100, filter: { synthetic: { eq: true } }');
    expect(references(all)).toContain('I-0003');

    expect(references(seen)).not.toContain('I-0003');
    expect(seen.totalCount).toBe(seen.edges.length);
    expect(seen.totalCount).toBeLessThan(all.totalCount);
    const hidden = all.edges.find(({ node }) => node.reference === 'I-0003')?.node.id;
    const answer = await ask('ury.observer', `{ incident(id: "${hidden}") { id summary } }`);
    expect(answer.text).toBe('{"data":{"incident":null}}\n');
  });

  it('pages through the visible rows alone, and gives no cursor of another', async () => {
    const whole = references(await list('ury.observer', 'first: 100'));
    const walked: string[] = [];
    let after = '';
    for (let more = true; more; ) {
      const page = await list('ury.observer', `first: 1${after}`);
      walked.push(...references(page));
      after = `, after: "${page.pageInfo.endCursor}"`;
      more = page.pageInfo.hasNextPage;
    }
    expect(walked).toEqual(whole);

    const theirs = await list('usa.diplomatic-security', 'first: 1');
    const answer = await ask('ury.observer', `{ incidents(after: "${theirs.pageInfo.endCursor}") { totalCount } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INPUT_INVALID', argument: 'after' } }]);
  });

  it('counts a value that the viewer may not read as null, in filters and orders', async () => {
    // The host sees that row and may not read it.
    const filtered = await list('deu.police', 'filter: { reference: { eq: "I-0002" } }');
    expect(filtered.totalCount).toBe(0);
    expect((await list('usa.diplomatic-security', 'filter: { reference: { eq: "I-0002" } }')).totalCount).toBe(1);
    const unread = await list('deu.police', 'filter: { reference: { isNull: true } }');
    expect(references(unread)).toContain('I-0002');

    for (const direction of ['ASC', 'DESC']) {
      const ordered = references(await list('deu.police', `first: 100, orderBy: [{ occurredOn: ${direction} }]`));
      const firstUnread = Math.min(...references(unread).map((reference) => ordered.indexOf(reference)));
      expect(ordered.slice(firstUnread).sort()).toEqual(references(unread).sort());
    }
  });

  it('gives no link to a post that is hidden: null, in no filter, and no such post', async () => {
    const byCase = `filter: { reference: { eq: "${HIDDEN_CASE}" } }`;
    const byPost = `filter: { mission: { eq: "${posts.ids.get('Q40993180')}" } }`;
    const [shown] = (await list('usa.diplomatic-security', byCase)).edges;
    expect(shown?.node.mission).toEqual({ id: posts.ids.get('Q40993180') });
    expect((await list('usa.diplomatic-security', byPost)).totalCount).toBe(1);
    expect((await incidentsOf('usa.diplomatic-security', 'Q40993180'))?.totalCount).toBe(1);

    const [hidden] = (await list('ury.observer', byCase)).edges;
    expect(hidden?.node).toMatchObject({ reference: HIDDEN_CASE, mission: null });
    expect((await list('ury.observer', byPost)).totalCount).toBe(0);
    expect(await incidentsOf('ury.observer', 'Q40993180')).toBeNull();
  });

  it('reads the forward link for the incidents of a post: a link that is withheld is in no list and no count', async () => {
    const full = await incidentsOf('usa.diplomatic-security', 'Q875787');
    expect(full?.edges.map(({ node }) => node.reference)).toEqual(expect.arrayContaining(['I-0002', 'I-0004']));

    const host = await incidentsOf('deu.police', 'Q875787');
    expect(host?.edges.map(({ node }) => node.reference)).not.toContain('I-0002');
    expect(host?.totalCount).toBe(host?.edges.length);
    // The row itself is visible; its link is null, so that the post is not even asked for.
    const [row] = (await list('deu.police', 'filter: { reference: { isNull: true } }')).edges;
    expect(row?.node.mission).toBeNull();
  });

  it('tells the handling of each row that it answers, and of no other', async () => {
    const answer = await ask('ury.observer', '{ incidents(first: 100) { edges { node { id handling } } } }');
    const texts = Object.values(answer.extensions.handlings ?? {});
    const used = (answer.data as unknown as { incidents: { edges: { node: { handling: number } }[] } }).incidents.edges;

    expect(new Set(used.map(({ node }) => String(node.handling)))).toEqual(
      new Set(Object.keys(answer.extensions.handlings ?? {})),
    );
    expect(texts).toContain('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q1803773;t=public');
    expect(texts.join()).not.toContain('nat=USA');
  });
});
