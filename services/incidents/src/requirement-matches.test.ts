import { NO_RECORD } from '@chancery/shared/feed/feed-wire';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';
import { IncidentType } from './vocabulary.js';

const EMBASSY = 'Q875787';
const POSTS = [EMBASSY, 'Q470042', 'Q1803773'];
const QUESTION = `srq_${'3'.repeat(26)}`;
const OWN = profileOf('usa.diplomatic-security');
const NONE = { posts: null, actors: null, regions: null, types: null };

interface Known {
  readonly id: string;
  readonly type: string | null;
  readonly mission: { readonly id: string } | null;
}
type Terms = Readonly<Record<keyof typeof NONE, readonly string[] | null>>;

describe('incidents that meet a requirement of another service', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  });
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  /** As the gateway asks, which says what it read of the terms. */
  async function matching(watched: string | null | undefined, profile = OWN): Promise<readonly string[]> {
    const { data: found, errors } = await incidents.client.query(
      profile,
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on StandingRequirement { matchingIncidents(first: 500) { totalCount edges { node { id } } } }
      } }`,
      { of: [{ __typename: 'StandingRequirement', id: QUESTION, ...(watched === undefined ? {} : { watched }) }] },
    );
    expect(errors).toEqual([]);
    const [entity] = (found as { _entities: { matchingIncidents: Page }[] })._entities;
    const ids = (entity?.matchingIncidents.edges ?? []).map(({ node }) => node.id).sort();
    expect(entity?.matchingIncidents.totalCount).toBe(ids.length);
    return ids;
  }
  /** What the gateway asks for itself: of all, or of the record of an event. */
  async function now(watched: string | null, event: string, profile = OWN): Promise<readonly string[] | null> {
    const { data: found } = await incidents.client.forEvent(
      profile,
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on StandingRequirement { incidentMatchedNow { ids until } }
      } }`,
      { of: [{ __typename: 'StandingRequirement', id: QUESTION, watched }] },
      event,
    );
    const [entity] = (found as { _entities: { incidentMatchedNow: { ids: string[] } }[] })._entities;
    return [...(entity?.incidentMatchedNow.ids ?? [])].sort();
  }
  async function known(profile = OWN): Promise<readonly Known[]> {
    const { data: all } = await incidents.client.query(
      profile,
      '{ incidents(first: 500) { edges { node { id type mission { id } } } } }',
    );
    return (all as { incidents: { edges: { node: Known }[] } }).incidents.edges.map(({ node }) => node);
  }
  /** Said again in the words of the guarantee. By the facts of the demonstration the first two posts stand in Germany. */
  function isMet({ posts: keys, actors, regions, types }: Terms, { type, mission }: Known): boolean {
    const key = [...posts.ids].find(([, id]) => id === mission?.id)?.[0] ?? '';
    const state = key === EMBASSY || key === 'Q470042' ? 'DEU' : '';
    const named = [keys, actors, regions, types].some((terms) => (terms ?? []).length > 0);
    const meets = (terms: readonly string[] | null, value: string): boolean =>
      (terms ?? []).length === 0 || (terms ?? []).includes(value);
    return (
      named && (actors ?? []).length === 0 && meets(keys, key) && meets(regions, state) && meets(types, type ?? '')
    );
  }

  it('are those that its reader may read so, term by term: equal to brute force', async () => {
    const choices = {
      posts: [null, [EMBASSY], POSTS, ['Q-none']],
      actors: [null, ['TA-0001']],
      regions: [null, ['DEU'], ['FRA', 'KEN']],
      types: [null, Object.keys(IncidentType).slice(0, 6), ['KIDNAPPING', 'constructor']],
    };
    const all = await known();
    let met = 0;
    for (const keys of choices.posts)
      for (const actors of choices.actors)
        for (const regions of choices.regions)
          for (const types of choices.types) {
            const terms = { posts: keys, actors, regions, types };
            const wanted = all
              .filter((each) => isMet(terms, each))
              .map(({ id }) => id)
              .sort();
            const watched = JSON.stringify(terms);
            expect([terms, await matching(watched), await now(watched, NO_RECORD)]).toEqual([terms, wanted, wanted]);
            met += wanted.length;
          }
    expect(met).toBeGreaterThan(0);
  });

  it('are none where nothing is told of its terms: a requirement that is hidden, withdrawn, past or closed', async () => {
    expect(await matching(null)).toEqual([]);
    expect(await matching(undefined)).toEqual([]);
    expect(await matching(JSON.stringify(NONE))).toEqual([]);
  });

  it('are asked for one by one as for all together: of an event its record, if it meets the terms for this reader, and no other', async () => {
    const watched = JSON.stringify({ ...NONE, posts: [EMBASSY] });
    const nowhere = `inc_${'0'.repeat(26)}`;
    for (const profile of [OWN, profileOf('ury.observer')]) {
      const wanted = await matching(watched, profile);
      for (const id of [...(await known()).map((each) => each.id), nowhere, `thr_${'0'.repeat(26)}`])
        expect([id, await now(watched, id, profile)]).toEqual([id, wanted.includes(id) ? [id] : []]);
    }
    const [one = ''] = await matching(watched);
    expect(await now(null, one)).toEqual([]);
    expect(await now(null, NO_RECORD)).toEqual([]);
  });

  it('are for each reader those that are there for it', async () => {
    const observer = profileOf('ury.observer');
    const watched = JSON.stringify({ ...NONE, posts: POSTS });
    const theirs = new Set((await known(observer)).map(({ id }) => id));
    expect((await matching(watched, observer)).filter((id) => !theirs.has(id))).toEqual([]);
    expect((await matching(watched)).length).toBeGreaterThan((await matching(watched, observer)).length);
  });
});

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
