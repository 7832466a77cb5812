import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExerciseData, makeExerciseData } from '../testkit/exercise-data.js';
import { runIncidents } from '../testkit/running-incidents.js';

const STARTED_WITHIN_MS = 300_000;
const POSTS = [EMBASSY, 'Q470042', 'Q1803773'];
const TRAINING = profileOf('usa.diplomatic-security', 'TRAINING');
const COLLEAGUE: Profile = { ...TRAINING, subject: { ...TRAINING.subject, id: 'a:00000000000000bb' } };
const PARTNER = profileOf('gbr.foreign-ministry');
const SHOWN = 'id title isVerified confidence legalTests concurrencyToken';

type Values = Readonly<Record<string, unknown>>;

describe('a case study that somebody writes', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  async function run(profile: Profile, field: string, input: Values, one = 'caseStudy', selection = SHOWN) {
    keys += 1;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const { data: said, errors } = await incidents.client.mutate(
      profile,
      `mutation ($input: ${type}!) { done: ${field}(input: $input) { one: ${one} { ${selection} } } }`,
      { input: { idempotencyKey: `studies-${String(keys).padStart(4, '0')}`, ...input } },
    );
    const row = (said as { done?: { one?: Values | null } | null } | null)?.done?.one ?? null;
    return { row, code: errors[0]?.extensions };
  }
  async function written(more: Values = {}) {
    const { row: incident } = await run(
      profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE'),
      'reportIncident',
      {
        ...{ mission: posts.ids.get(EMBASSY), type: 'ARSON', occurredOn: '2026-09-20', city: 'Berlin' },
        ...{ siteKind: 'EMBASSY', summary: 'A car was set on fire before the gate.' },
      },
      'incident',
      'id',
    );
    return run(TRAINING, 'writeCaseStudy', {
      incident: incident?.id,
      title: 'Berlin 2026: arson',
      occurredOn: '2026-09-20',
      facts: ['A car burnt.', 'The gate closed late.'],
      source: 'Report of the post',
      confidence: 'MEDIUM',
      legalTests: ['VCDR-22-2'],
      ...more,
    });
  }

  it('is not verified, whatever its writer says, and names rules that there are', async () => {
    const { row, code } = await written({ confidence: 'HIGH' });
    expect(code).toBeUndefined();
    expect(row).toMatchObject({ isVerified: false, legalTests: ['VCDR-22-2'] });
    expect((await written({ legalTests: ['VCDR-99'] })).code).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.legalTests',
    });
  });

  it('is verified by somebody other than its writer, and not any more once it is written anew', async () => {
    const { row } = await written();
    const id = row?.id;
    const check = { id, confidence: 'HIGH' };
    expect((await run(TRAINING, 'verifyCaseStudy', check)).code).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-STDY'],
    });
    expect((await run(COLLEAGUE, 'verifyCaseStudy', { id, confidence: 'LOW' })).code).toMatchObject({
      code: 'INPUT_INVALID',
    });
    const verified = await run(COLLEAGUE, 'verifyCaseStudy', check);
    expect(verified.row).toMatchObject({ isVerified: true, confidence: 'HIGH' });

    const { concurrencyToken } = verified.row ?? {};
    const amended = await run(COLLEAGUE, 'amendCaseStudy', { id, title: 'Berlin 2026: a car', concurrencyToken });
    expect(amended.row).toMatchObject({ isVerified: false, title: 'Berlin 2026: a car' });
    // Whoever changed it last has written it.
    expect((await run(COLLEAGUE, 'verifyCaseStudy', check)).code).toMatchObject({ code: 'WRITE_DENIED' });
    expect((await run(TRAINING, 'verifyCaseStudy', check)).row).toMatchObject({ isVerified: true });
  });

  it('is told to nobody of another State, to whom it is as if it were not there', async () => {
    const { row } = await written();
    const { data: seen } = await incidents.client.query(PARTNER, `{ caseStudy(id: "${row?.id}") { id } }`);
    expect(seen).toEqual({ caseStudy: null });
    expect((await run(PARTNER, 'retractCaseStudy', { id: row?.id, reason: 'x' })).code).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
