import { watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { CONSULATE, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { proveMatches } from '@chancery/shared/subgraph/testkit/prove-matches';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aggregates } from './aggregates.js';
import { runDemoPair } from './testkit/demo-pair.js';

const KINDS = watchedKinds(aggregates);
const PROVED_WITHIN_MS = 240_000;

describe('records of posts that meet a requirement of another service', () => {
  let missions: RunningService;
  beforeAll(async () => {
    missions = await runDemoPair();
  }, PROVED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  it(
    'are for each reader those that it may read so, kind by kind and term by term, all together and one by one: equal to brute force',
    async () => {
      const own = profileOf('usa.diplomatic-security', 'PROTECT_LIFE');
      const keys = new Map<string, string>();
      for (const key of [EMBASSY, CONSULATE]) {
        const { data } = await missions.client.query(own, `{ missionByWikidataId(wikidataId: "${key}") { id } }`);
        keys.set((data as { missionByWikidataId: { id: string } }).missionByWikidataId.id, key);
      }
      const proved = await proveMatches({
        client: missions.client,
        kinds: KINDS,
        profiles: [own, profileOf('deu.police'), profileOf('ury.observer')],
        posts: { keyOf: (id) => keys.get(id) ?? '', statesOf: (key) => (key === '' ? [] : ['DEU']) },
        keys: [EMBASSY, CONSULATE],
        regions: ['DEU', 'FRA', 'KEN'],
      });
      expect(proved).toEqual({ problems: [], unmet: [] });
    },
    PROVED_WITHIN_MS,
  );
});
