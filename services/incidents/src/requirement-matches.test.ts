import { NO_RECORD } from '@chancery/shared/feed/feed-wire';
import { watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { proveMatches } from '@chancery/shared/subgraph/testkit/prove-matches';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { StandingClient } from '@chancery/shared/subgraph/testkit/standing-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aggregates } from './aggregates.js';
import { type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

const EMBASSY = 'Q875787';
const POSTS = [EMBASSY, 'Q470042', 'Q1803773'];
const KINDS = watchedKinds(aggregates);
const OWN = profileOf('usa.diplomatic-security');
const NONE = { posts: null, actors: null, regions: null, types: null };
const PROVED_WITHIN_MS = 240_000;

describe('records of incidents that meet a requirement of another service', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  let standing: StandingClient;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    standing = new StandingClient(incidents.client, KINDS);
  }, PROVED_WITHIN_MS);
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  it(
    'are for each reader those that it may read so, kind by kind and term by term, all together and one by one: equal to brute force',
    async () => {
      const proved = await proveMatches({
        client: incidents.client,
        kinds: KINDS,
        profiles: [OWN, profileOf('deu.police'), profileOf('ury.observer')],
        posts: {
          keyOf: (id) => [...posts.ids].find(([, known]) => known === id)?.[0] ?? '',
          // By the facts of the demonstration the first two stand in Germany, and nothing is said of the third.
          statesOf: (key) => (key === EMBASSY || key === 'Q470042' ? ['DEU'] : []),
        },
        keys: POSTS,
        regions: ['DEU', 'FRA', 'KEN'],
      });
      expect(proved).toEqual({ problems: [], unmet: [] });
    },
    PROVED_WITHIN_MS,
  );

  it('are none where nothing is told of its terms: a requirement that is hidden, withdrawn, past or closed', async () => {
    for (const terms of [null, undefined, NONE])
      expect((await standing.matching(terms, OWN)).flatMap(({ ids }) => ids)).toEqual([]);
    const [one = ''] = (await standing.matching({ ...NONE, posts: [EMBASSY] }, OWN)).flatMap(({ ids }) => ids);
    for (const event of [one, NO_RECORD]) expect((await standing.now(null, event, OWN)).flat()).toEqual([]);
  });

  it('are none by an actor, of whom this service knows nothing', async () => {
    const terms = { ...NONE, posts: POSTS, actors: ['TA-0001'] };
    expect((await standing.matching(terms, OWN)).flatMap(({ ids }) => ids)).toEqual([]);
  });
});
