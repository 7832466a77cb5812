import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExerciseData, makeExerciseData } from '../testkit/exercise-data.js';
import { runIncidents } from '../testkit/running-incidents.js';

const STARTED_WITHIN_MS = 300_000;
const POSTS = ['Q875787', CONSULATE, 'Q1803773'];
const NOWHERE = `det_${'0'.repeat(26)}`;
const POLICE = profileOf('deu.police', 'CRIMINAL_INVESTIGATION');
const CONSUL = profileOf('usa.consular', 'CONSULAR_ASSISTANCE');
const PARTNER = profileOf('gbr.foreign-ministry');
const SHOWN =
  'id handling reference authority concerns wish detainedAt rightsInformedAt requestedAt notifiedAt noticeBasis accessGrantedAt forwardedAt releasedAt concurrencyToken';

type Values = Readonly<Record<string, unknown>>;

describe('a detention', () => {
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

  async function run(profile: Profile, field: string, input: Values, one = 'detention', selection = SHOWN) {
    keys += 1;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const {
      data: said,
      errors,
      text,
      extensions,
    } = await incidents.client.mutate(
      profile,
      `mutation ($input: ${type}!) { done: ${field}(input: $input) { one: ${one} { ${selection} } } }`,
      { input: { idempotencyKey: `custody-${String(keys).padStart(4, '0')}`, ...input } },
    );
    const row = (said as { done?: { one?: Values | null } | null } | null)?.done?.one ?? null;
    const handling = extensions.handlings?.[Number(row?.handling)];
    return { row, handling, text, code: errors[0]?.extensions };
  }
  const held = (more: Values = {}) =>
    run(POLICE, 'recordDetention', {
      mission: posts.ids.get(CONSULATE),
      concerns: 'NATIONAL',
      place: 'Cell 4',
      detainedAt: '2026-09-21T09:00:00Z',
      ...more,
    });
  async function heldAndTold(more: Values = {}): Promise<string> {
    const { row } = await held({ rightsInformedAt: '2026-09-21T09:10:00Z', ...more });
    return String(row?.id);
  }
  async function seenBy(profile: Profile, id: string): Promise<Values | null> {
    const { data: said } = await incidents.client.query(profile, `{ detention(id: "${id}") { ${SHOWN} } }`);
    return (said as { detention: Values | null }).detention;
  }
  const asked = (id: string) => run(POLICE, 'requestConsularNotice', { id, requestedAt: '2026-09-21T09:20:00Z' });

  it('is recorded by police of the host as their own record, and is told to nobody abroad before the person asks', async () => {
    const { row, handling } = await held();

    expect(row).toMatchObject({
      authority: 'DEU.police',
      concerns: 'NATIONAL',
      wish: 'NOT_DECIDED',
      requestedAt: null,
    });
    expect(handling).toMatch(
      new RegExp(`^l=DEU:0;rel=DEU;nat=\\*;pur=\\*;own=DEU.police;m=${CONSULATE};who=det-[0-9a-f]{16};t=ownNational$`),
    );
    for (const profile of [CONSUL, PARTNER]) expect(await seenBy(profile, String(row?.id))).toBeNull();
  });

  it('is recorded by nobody else: not by the State of the post, its security, a partner or the fire service of the host', async () => {
    for (const persona of ['usa.consular', 'usa.diplomatic-security', 'gbr.foreign-ministry', 'deu.fire-service']) {
      const input = { mission: posts.ids.get(CONSULATE), concerns: 'NATIONAL', detainedAt: '2026-09-21T09:00:00Z' };
      expect(await run(profileOf(persona), 'recordDetention', input)).toMatchObject({
        row: null,
        code: { code: 'WRITE_DENIED' },
      });
    }
  });

  it('is told to the State of the person from when the person asks, and is a wish only of who was told of the right', async () => {
    const { row } = await held();
    const id = String(row?.id);
    expect((await asked(id)).code).toEqual({ code: 'TRANSITION_INVALID', argument: 'input.id' });
    expect(await seenBy(CONSUL, id)).toBeNull();

    await run(POLICE, 'informDetainee', { id, rightsInformedAt: '2026-09-21T09:10:00Z' });
    expect(await seenBy(CONSUL, id)).toBeNull();
    const { row: requested, handling } = await asked(id);
    expect(requested).toMatchObject({ wish: 'REQUESTED', requestedAt: '2026-09-21T09:20:00.000Z' });
    expect(handling).toMatch(/^l=DEU:0;rel=DEU\+USA;.*;t=notificationRequested\+ownNational$/);
    expect(await seenBy(CONSUL, id)).toMatchObject({ wish: 'REQUESTED', authority: 'DEU.police' });
    expect(await seenBy(PARTNER, id)).toBeNull();
  });

  it('is told to the State of the person no more from when the person opposes it', async () => {
    const id = await heldAndTold();
    await asked(id);
    const { row, handling } = await run(POLICE, 'opposeConsularNotice', { id });

    expect(row).toMatchObject({ wish: 'OPPOSED', requestedAt: null });
    expect(handling).toMatch(/^l=DEU:0;rel=DEU;.*;t=nationalOpposes\+ownNational$/);
    expect(await seenBy(CONSUL, id)).toBeNull();
    expect((await run(POLICE, 'recordConsularNotice', { id, notifiedAt: '2026-09-21T10:00:00Z' })).code).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['VCCR-36-1b'],
    });
  });

  it('of a member of the post is told to its State at once, with the marks by which notice is owed (VCCR 42)', async () => {
    const { row, handling } = await held({ concerns: 'CONSULAR_OFFICER' });

    expect(handling).toMatch(/^l=DEU:0;rel=DEU\+USA;.*;im=CONSULAR_OFFICER:USA:2026-09-21\.\.;who=det-/);
    expect(await seenBy(CONSUL, String(row?.id))).toMatchObject({ concerns: 'CONSULAR_OFFICER' });
    const told = await run(POLICE, 'recordConsularNotice', { id: row?.id, notifiedAt: '2026-09-21T10:00:00Z' });
    expect(told.row).toMatchObject({ noticeBasis: 'VCCR 42', notifiedAt: '2026-09-21T10:00:00.000Z' });
  });

  it('goes from notice over access to release, and of who was let go nothing more is decided', async () => {
    const id = await heldAndTold();
    await asked(id);
    const notice = await run(POLICE, 'recordConsularNotice', { id, notifiedAt: '2026-09-21T10:00:00Z' });
    expect(notice.row).toMatchObject({ noticeBasis: 'VCCR 36(1)(b)' });
    const nothing = await run(POLICE, 'grantConsularAccess', { id });
    expect(nothing.code).toEqual({ code: 'INPUT_INVALID', argument: 'input' });
    const access = await run(POLICE, 'grantConsularAccess', { id, accessGrantedAt: '2026-09-21T11:00:00Z' });
    expect(access.row).toMatchObject({ accessGrantedAt: '2026-09-21T11:00:00.000Z', forwardedAt: null });
    const early = await run(POLICE, 'releaseDetainee', { id, releasedAt: '2026-09-21T08:00:00Z' });
    expect(early.code).toMatchObject({ code: 'INPUT_INVALID' });
    const free = await run(POLICE, 'releaseDetainee', { id, releasedAt: '2026-09-21T11:30:00Z' });
    expect(free.row).toMatchObject({ releasedAt: '2026-09-21T11:30:00.000Z' });
    expect((await run(POLICE, 'opposeConsularNotice', { id })).code).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('is changed by nobody of the State that it is told to, and hidden is NOT_FOUND like absent, byte for byte', async () => {
    const told = await heldAndTold({ concerns: 'CONSULAR_EMPLOYEE' });
    const hidden = await heldAndTold();

    expect((await run(CONSUL, 'releaseDetainee', { id: told, releasedAt: '2026-09-21T11:00:00Z' })).code).toMatchObject(
      {
        code: 'WRITE_DENIED',
      },
    );
    const visit = { contact: 'VISIT', visitedAt: '2026-09-21T11:00:00Z', officerRole: 'CON-MUC-02' };
    const [one, other] = [
      await run(CONSUL, 'recordConsularVisit', { detention: hidden, ...visit }, 'consularVisit', 'id'),
      await run(CONSUL, 'recordConsularVisit', { detention: NOWHERE, ...visit }, 'consularVisit', 'id'),
    ];
    expect(one.code).toEqual({ code: 'NOT_FOUND', argument: 'input.detention' });
    expect(one.text).toBe(other.text);
  });

  it('is visited by the consul, whose record of it the host does not see', async () => {
    const id = await heldAndTold();
    await asked(id);
    const input = {
      detention: id,
      contact: 'VISIT',
      visitedAt: '2026-09-21T11:00:00Z',
      officerRole: 'CON-MUC-02',
      account: 'Well; asks for a lawyer.',
    };
    const { row, handling } = await run(CONSUL, 'recordConsularVisit', input, 'consularVisit', 'id handling account');
    expect(row).toMatchObject({ account: 'Well; asks for a lawyer.' });
    expect(handling).toMatch(/rel=USA;.*;own=USA\.consular;/);

    const listed = `{ detention(id: "${id}") { consularVisits { edges { node { id } } } } }`;
    const of = async (profile: Profile): Promise<unknown> =>
      (
        (await incidents.client.query(profile, listed)).data as {
          detention: { consularVisits: { edges: unknown[] } };
        }
      ).detention.consularVisits.edges;
    expect(await of(CONSUL)).toEqual([{ node: { id: row?.id } }]);
    expect(await of(POLICE)).toEqual([]);
    expect(await run(POLICE, 'recordConsularVisit', input, 'consularVisit', 'id')).toMatchObject({
      code: { code: 'WRITE_DENIED' },
    });
  });

  it('names its person nowhere, so that no input could', async () => {
    const { rows } = await inTransaction(incidents.database.ownerUrl, (owner) =>
      owner.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'detention' and column_name ~ '(name|person|birth|nationality|passport)'`,
      ),
    );
    expect(rows).toEqual([]);
  });
});
