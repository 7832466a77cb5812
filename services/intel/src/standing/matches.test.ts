import { watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { meets, type WatchedRow, watchedRows } from '@chancery/shared/subgraph/testkit/watched-rows';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aggregates } from '../aggregates.js';
import { runIntel } from '../testkit/running-intel.js';

const EMBASSY = 'Q875787';
/** Of the State that the others are of too, and one of another State elsewhere. */
const POSTS = [EMBASSY, 'Q470042', 'Q1803773'];
// The consulate general is hidden from all but nationals here, so a record can be of a post that its reader does not see.
const HIDDEN_POST = 'l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=Q470042';
const OWN = 'usa.diplomatic-security';
const READERS = [OWN, 'usa.intelligence', 'deu.police', 'un.security'];
const KINDS = watchedKinds(aggregates);
const PROVED_WITHIN_MS = 240_000;

type Values = Readonly<Record<string, unknown>>;
type Terms = Readonly<Record<'posts' | 'actors' | 'regions' | 'types', readonly string[]>>;

describe('what meets a standing requirement', () => {
  let posts: PublishedPosts;
  let data: RegisterFolder;
  let intel: RunningService;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts(POSTS, new Map([['Q470042', HIDDEN_POST]]));
    data = registerFolder(POSTS);
    intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  });
  afterAll(async () => {
    await intel[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  async function file(persona: string, terms: Partial<Terms>, more: Values = {}) {
    keys += 1;
    const answer = await intel.client.mutate(
      profileOf(persona),
      'mutation ($input: FileStandingRequirementInput!) { fileStandingRequirement(input: $input) { standingRequirement { id } } }',
      {
        input: {
          idempotencyKey: `matches-${String(keys).padStart(4, '0')}`,
          mission: posts.ids.get(EMBASSY),
          question: 'What is planned.',
          ...terms,
          ...more,
        },
      },
    );
    expect(answer.errors).toEqual([]);
    const payload = answer.data as unknown as { fileStandingRequirement: { standingRequirement: { id: string } } };
    return payload.fileStandingRequirement.standingRequirement.id;
  }

  /** Ids by kind; null where a reader is not told. */
  async function matches(persona: string, id: string) {
    const fields = KINDS.map(({ many }) => `${many}(first: 500) { totalCount edges { node { id } } }`).join(' ');
    const answer = await intel.client.query(profileOf(persona), `{ standingRequirement(id: "${id}") { ${fields} } }`);
    expect([answer.errors, intel.logged]).toEqual([[], []]);
    const row = (answer.data as { standingRequirement: Record<string, Page> | null }).standingRequirement;
    return row === null ? null : KINDS.map(({ many }) => pageIds(row[many]));
  }

  /** Everything that a reader sees, kind by kind, as it may read it. */
  async function everything(persona: string): Promise<readonly (readonly WatchedRow[])[]> {
    const all: (readonly WatchedRow[])[] = [];
    for (const kind of KINDS) all.push(await watchedRows(intel.client, profileOf(persona), kind));
    return all;
  }

  const isMet = (terms: Terms, row: WatchedRow): boolean =>
    meets(terms, row, {
      keyOf: (id) => [...posts.ids].find(([, known]) => known === id)?.[0] ?? '',
      // By the facts of the demonstration both posts in Germany are there, and nothing is said of the third.
      statesOf: (key) => (key === EMBASSY || key === 'Q470042' ? ['DEU'] : []),
    });

  it(
    'is what is found among what its reader may read, kind by kind and term by term: equal to brute force',
    async () => {
      const draw = drawing(11);
      const some = <T>(from: readonly T[], least: number): T[] => from.filter(() => draw(3) === 0 || least > draw(9));
      const read = new Map<string, readonly (readonly WatchedRow[])[]>();
      for (const persona of READERS) read.set(persona, await everything(persona));
      const actors = [...new Set(read.get(OWN)?.flatMap((rows) => rows.flatMap((row) => row.actors)))];
      const words = [...new Set([...KINDS.flatMap(({ types }) => types.flatMap((type) => [...type.words])), 'ARSON'])];
      const found = new Map<string, number>();
      for (let times = 0; times < 24; times += 1) {
        const terms: Terms = {
          posts: draw(2) === 0 ? some(POSTS, 3) : [],
          actors: draw(3) === 0 ? some([...actors, 'TA-none'], 2) : [],
          regions: draw(3) === 0 ? ['DEU', 'FRA'] : [],
          types: draw(2) === 0 ? some(words, 2) : [],
        };
        if (Object.values(terms).every((list) => list.length === 0)) continue;
        const id = await file(OWN, terms);
        for (const [persona, all] of read) {
          const told = await matches(persona, id);
          if (told === null) continue;
          const expected = all.map((rows) => rows.flatMap((row) => (isMet(terms, row) ? [row.id] : [])).sort());
          expect([persona, terms, told]).toEqual([persona, terms, expected.map((ids) => ({ total: ids.length, ids }))]);
          for (const [at, { one }] of KINDS.entries())
            found.set(one, (found.get(one) ?? 0) + (expected[at]?.length ?? 0));
        }
      }
      // Of a kind that nothing met the test would say nothing.
      expect(KINDS.flatMap(({ one }) => ((found.get(one) ?? 0) > 0 ? [] : [one]))).toEqual([]);
    },
    PROVED_WITHIN_MS,
  );

  it('is nothing for who may not read the requirement, and nothing once it is withdrawn or of no use any more', async () => {
    const id = await file(OWN, { posts: [EMBASSY] });
    expect((await matches(OWN, id))?.flatMap((each) => each?.ids ?? []).length).toBeGreaterThan(0);
    for (const persona of ['deu.police', 'gbr.foreign-ministry', 'un.security', 'ury.observer']) {
      expect(await matches(persona, id)).toBeNull();
    }
    const answer = await intel.client.mutate(
      profileOf(OWN),
      'mutation ($input: WithdrawStandingRequirementInput!) { withdrawStandingRequirement(input: $input) { standingRequirement { status } } }',
      { input: { idempotencyKey: 'matches-withdrawn', id } },
    );
    expect(answer.errors).toEqual([]);
    const ended = await file(OWN, { posts: [EMBASSY] }, { ltiov: '2020-01-01T00:00:00Z' });
    for (const each of [id, ended]) {
      expect(await matches(OWN, each)).toEqual(KINDS.map(() => ({ total: 0, ids: [] })));
    }
  });

  it('is told to other services by its terms while it is in force and may be read, and by none afterwards', async () => {
    const watched = async (persona: string, id: string) => {
      const { data } = await intel.client.query(profileOf(persona), `{ standingRequirement(id: "${id}") { watched } }`);
      return (data as { standingRequirement: { watched: string | null } | null }).standingRequirement;
    };
    const terms = { posts: [EMBASSY], actors: null, regions: ['DEU'], types: ['ARSON'] };
    const id = await file(OWN, { posts: [EMBASSY], regions: ['DEU'], types: ['ARSON'] });
    expect(JSON.parse((await watched(OWN, id))?.watched ?? '')).toEqual(terms);
    expect(await watched('gbr.foreign-ministry', id)).toBeNull();
    const past = await file(OWN, { posts: [EMBASSY] }, { ltiov: '2020-01-01T00:00:00Z' });
    expect(await watched(OWN, past)).toEqual({ watched: null });
  });

  it('is told to an organisation of what it may see, once it has filed for itself', async () => {
    const id = await file('un.security', { posts: POSTS });
    const told = await matches('un.security', id);
    const all = await everything('un.security');
    const terms = { posts: POSTS, actors: [], regions: [], types: [] };
    expect(told?.map((each) => each?.ids)).toEqual(
      all.map((rows) => rows.flatMap((row) => (isMet(terms, row) ? [row.id] : [])).sort()),
    );
    expect(await matches(OWN, id)).toBeNull();
  });
});

interface Page {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const pageIds = (page: Page | null | undefined) =>
  page ? { total: page.totalCount, ids: page.edges.map(({ node }) => node.id).sort() } : null;

function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
