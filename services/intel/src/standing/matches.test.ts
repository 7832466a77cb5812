import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runIntel } from '../testkit/running-intel.js';
import { ThreatType } from '../threats/vocabulary.js';
import { WarningCategory } from '../vocabulary.js';

const EMBASSY = 'Q875787';
/** Of the State that the others are of too, and one of another State elsewhere. */
const POSTS = [EMBASSY, 'Q470042', 'Q1803773'];
// The consulate general is hidden from all but nationals here, so a record can be of a post that its reader does not see.
const HIDDEN_POST = 'l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=Q470042';
const OWN = 'usa.diplomatic-security';
const KINDS = ['matchingThreats', 'matchingWarnings', 'matchingReports'] as const;

type Values = Readonly<Record<string, unknown>>;
type Terms = Readonly<Record<'posts' | 'actors' | 'regions' | 'types', readonly string[]>>;
interface Read {
  readonly id: string;
  readonly type?: string | null;
  readonly category?: string | null;
  readonly mission?: { readonly id: string } | null;
  readonly missions?: readonly { readonly id: string }[] | null;
  readonly actor?: { readonly reference: string | null } | null;
}

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
    const fields = KINDS.map((kind) => `${kind}(first: 500) { totalCount edges { node { id } } }`).join(' ');
    const answer = await intel.client.query(profileOf(persona), `{ standingRequirement(id: "${id}") { ${fields} } }`);
    expect([answer.errors, intel.logged]).toEqual([[], []]);
    const row = (answer.data as { standingRequirement: Record<string, Page> | null }).standingRequirement;
    return row === null ? null : KINDS.map((kind) => pageIds(row[kind]));
  }

  /** Everything that a reader sees, as it may read it. */
  async function everything(persona: string): Promise<readonly Read[][]> {
    const answer = await intel.client.query(
      profileOf(persona),
      `{ threats(first: 500) { edges { node { id type mission { id } actor { reference } } } }
         warnings(first: 500) { edges { node { id category missions { id } } } }
         intelReports(first: 500) { edges { node { id mission { id } } } } }`,
    );
    expect(answer.errors).toEqual([]);
    return ['threats', 'warnings', 'intelReports'].map((kind) =>
      ((answer.data as Record<string, { edges: { node: Read }[] }>)[kind]?.edges ?? []).map(({ node }) => node),
    );
  }

  /** Says it again from the words of the guarantee, of what was read. */
  function isMet(terms: Terms, read: Read, kind: number): boolean {
    const keyOf = (id: string) => [...posts.ids].find(([, known]) => known === id)?.[0] ?? '';
    const said: Record<keyof Terms, readonly string[]> = {
      posts: [...(read.missions ?? []), ...(read.mission ? [read.mission] : [])].map(({ id }) => keyOf(id)),
      actors: read.actor?.reference ? [read.actor.reference] : [],
      regions: [],
      types: [read.type, read.category].flatMap((type) => type ?? []),
    };
    // By the facts of the demonstration both posts in Germany are there, and nothing is said of the third.
    said.regions = said.posts.flatMap((key) => (key === EMBASSY || key === 'Q470042' ? ['DEU'] : []));
    const named = (['posts', 'actors', 'regions', 'types'] as const).filter((each) => terms[each].length > 0);
    if (kind === 2 && (terms.types.length > 0 || terms.actors.length > 0)) return false;
    return named.length > 0 && named.every((each) => said[each].some((one) => terms[each].includes(one)));
  }

  it('is what is found among what its reader may read, term by term: equal to brute force', async () => {
    const draw = drawing(11);
    const some = <T>(from: readonly T[], least: number): T[] => from.filter(() => draw(3) === 0 || least > draw(9));
    const actors = Array.from({ length: 12 }, (_, n) => `TA-${String(n + 1).padStart(4, '0')}`);
    const known = await everything(OWN);
    const named = known[0]?.flatMap(({ actor }) => actor?.reference ?? []) ?? [];
    let found = 0;
    for (let times = 0; times < 24; times += 1) {
      const terms: Terms = {
        posts: draw(2) === 0 ? some(POSTS, 3) : [],
        actors: draw(3) === 0 ? some([...new Set([...named, ...actors])], 2) : [],
        regions: draw(3) === 0 ? ['DEU', 'FRA'] : [],
        types: draw(2) === 0 ? some([...Object.keys(ThreatType), ...Object.keys(WarningCategory), 'ARSON'], 2) : [],
      };
      if (Object.values(terms).every((list) => list.length === 0)) continue;
      const id = await file(OWN, terms);
      for (const persona of [OWN, 'usa.intelligence', 'deu.police', 'un.security']) {
        const told = await matches(persona, id);
        if (told === null) continue;
        const all = await everything(persona);
        const expected = all.map((rows, kind) =>
          rows.flatMap((row) => (isMet(terms, row, kind) ? [row.id] : [])).sort(),
        );
        expect([persona, terms, told]).toEqual([persona, terms, expected.map((ids) => ({ total: ids.length, ids }))]);
        found += expected.flat().length;
      }
    }
    expect(found).toBeGreaterThan(20);
  });

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
      all.map((rows, kind) => rows.flatMap((row) => (isMet(terms, row, kind) ? [row.id] : [])).sort()),
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
