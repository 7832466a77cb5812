import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runIntel } from './testkit/running-intel.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
// The consulate general, kept to nationals here so that a warning has a hidden post among its posts.
const HIDDEN_POST = 'l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=Q470042';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly reference: string; readonly missions: { id: string }[] | null };
  }[];
}

/** Every row by id, as its owner knows it. */
async function namesOf(ownerUrl: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await inTransaction(ownerUrl, (client) =>
    client.query<{ id: string; reference: string }>('select id, reference from warning'),
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

describe('the intel subgraph', () => {
  let posts: PublishedPosts;
  let data: RegisterFolder;
  let intel: RunningService;
  let known: ReadonlyMap<string, string>;

  beforeAll(async () => {
    posts = await publishPosts(POSTS, new Map([['Q470042', HIDDEN_POST]]));
    data = registerFolder(POSTS);
    intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    known = await namesOf(intel.database.ownerUrl);
  });
  afterAll(async () => {
    await intel[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  const ask = (persona: string, query: string, variables = {}) =>
    intel.client.query(profileOf(persona), query, variables);
  const PAGE = 'totalCount edges { node { id reference missions { id } } }';

  async function list(persona: string, args: string): Promise<Page> {
    const answer = await ask(persona, `{ warnings(${args}) { ${PAGE} } }`);
    expect(answer.errors).toEqual([]);
    return (answer.data as unknown as { warnings: Page }).warnings;
  }

  async function warningsOf(persona: string, post: string): Promise<Page | null> {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Mission { warnings(first: 100) { ${PAGE} } } } }`;
    const answer = await ask(persona, query, { of: [{ __typename: 'Mission', id: posts.ids.get(post) }] });
    expect(answer.errors).toEqual([]);
    const { _entities } = answer.data as unknown as { _entities: ({ warnings: Page } | null)[] };
    return _entities[0]?.warnings ?? null;
  }
  /** What the rows are called, whether or not the asker may read it. */
  const references = (page: Page | null): string[] =>
    (page?.edges ?? []).map(({ node }) => known.get(node.id) ?? 'unknown');
  const missionsOf = (page: Page, reference: string): string[] | undefined =>
    page.edges.find(({ node }) => known.get(node.id) === reference)?.node.missions?.map(({ id }) => id);

  it('has no row that its EXISTENCE hides: not in the list, the count or by id', async () => {
    const all = await list('usa.diplomatic-security', 'first: 100');
    const seen = await list('ury.observer', 'first: 100');
    expect(references(all)).toEqual(expect.arrayContaining(['W-0001', 'W-0002', 'W-0003']));

    expect(references(seen)).toContain('W-0005');
    for (const hidden of ['W-0001', 'W-0002', 'W-0003']) expect(references(seen)).not.toContain(hidden);
    expect(seen.totalCount).toBe(seen.edges.length);
    const id = all.edges.find(({ node }) => known.get(node.id) === 'W-0001')?.node.id;
    const answer = await ask('ury.observer', `{ warning(id: "${id}") { body tearline sourceRef } }`);
    expect(answer.text).toBe('{"data":{"warning":null}}\n');
  });

  it('lists the warnings of a post by the link of each: a link that is withheld is in no list and no count', async () => {
    expect(references(await warningsOf('usa.diplomatic-security', 'Q875787')).sort()).toEqual([
      'W-0001',
      'W-0002',
      'W-0003',
      'W-0005',
      'W-0006',
      'W-0007',
    ]);
    expect(references(await warningsOf('deu.police', 'Q875787')).sort()).toEqual([
      'W-0001',
      'W-0002',
      'W-0005',
      'W-0007',
    ]);

    // Sees that the open warning exists, and has no basis to read what it concerns.
    expect(references(await list('ury.observer', 'first: 100'))).toContain('W-0005');
    expect(await warningsOf('ury.observer', 'Q875787')).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('drops a hidden post from the posts of a warning, from filters, and as a post', async () => {
    const both = ['Q470042', 'Q875787'].map((key) => posts.ids.get(key) ?? '').sort();
    const byPost = `filter: { missions: { eq: "${posts.ids.get('Q470042')}" } }`;
    expect(missionsOf(await list('usa.diplomatic-security', 'first: 100'), 'W-0005')).toEqual(both);
    expect(references(await list('usa.diplomatic-security', byPost))).toContain('W-0005');

    expect(missionsOf(await list('deu.police', 'first: 100'), 'W-0005')).toEqual([posts.ids.get('Q875787')]);
    expect((await list('deu.police', byPost)).totalCount).toBe(0);
    expect(await warningsOf('deu.police', 'Q470042')).toBeNull();
  });

  it('asks for no posts of a warning whose link is withheld', async () => {
    expect(missionsOf(await list('ury.observer', 'first: 100'), 'W-0005')).toBeUndefined();
  });

  it('confirms no guess of a reference that the viewer may not read', async () => {
    const guess = 'filter: { reference: { eq: "W-0005" } }';
    expect(references(await list('usa.diplomatic-security', guess))).toEqual(['W-0005']);
    expect((await list('ury.observer', guess)).totalCount).toBe(0);
  });

  it('counts a value that the viewer may not read as null, in filters and orders', async () => {
    const visible = await list('ury.observer', 'first: 100');
    const unread = await list('ury.observer', 'first: 100, filter: { severity: { isNull: true } }');
    expect(references(unread)).toEqual(references(visible));
    const severities = 'in: [EXTREME, SEVERE, MODERATE, MINOR, UNKNOWN]';
    expect((await list('ury.observer', `filter: { severity: { ${severities} } }`)).totalCount).toBe(0);
    expect((await list('deu.police', `filter: { severity: { ${severities} } }`)).totalCount).toBeGreaterThan(0);

    // Ordered by what is not readable, rows stand by id, up or down as the order is asked for.
    const ordered = async (direction: string) =>
      references(await list('ury.observer', `first: 100, orderBy: [{ expiresAt: ${direction} }]`));
    expect(await ordered('ASC')).toEqual(references(visible));
    expect(await ordered('DESC')).toEqual([...references(visible)].reverse());
  });
});
