import { withConnection } from '@chancery/shared/postgres/connect';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExerciseData, makeExerciseData } from '../testkit/exercise-data.js';
import { runIncidents } from '../testkit/running-incidents.js';

// The demo pair, one whose existence is kept to nationals, and one that is accredited to two States.
const POSTS = ['Q875787', 'Q470042', 'Q40993180', 'Q1803773'];
const [EMBASSY = '', , HIDDEN = '', SHARED = ''] = POSTS;
const HIDDEN_POST = `l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=${HIDDEN}`;
const NOWHERE = `mis_${'0'.repeat(26)}`;
const REPORT = `mutation ($input: ReportIncidentInput!) {
  reportIncident(input: $input) { incident { id handling reference type occurredOn city sendingState receivingState summary synthetic mission { id } } }
}`;
const TABLES = ['incident', 'command', 'record_version', 'outbox', 'event', 'handling'];

const factOf = (m: string, receiving = 'DEU') => ({
  m,
  sending: 'USA',
  receiving,
  regime: 'VCDR' as const,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
});

interface Reported {
  readonly id: string;
  readonly handling: number;
  readonly [field: string]: unknown;
}

describe('a report of an incident', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  let keys = 0;

  beforeAll(async () => {
    posts = await publishPosts(POSTS, new Map([[HIDDEN, HIDDEN_POST]]));
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({
      missionsOwnerUrl: posts.ownerUrl,
      dataFolder: data.folder,
      facts: [factOf(EMBASSY), factOf(HIDDEN), factOf(SHARED), factOf(SHARED, 'AUT')],
    });
  });
  afterAll(async () => {
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  function inputOf(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    keys += 1;
    return {
      idempotencyKey: `report-${String(keys).padStart(4, '0')}`,
      mission: posts.ids.get(EMBASSY),
      type: 'ARSON',
      occurredOn: '2026-09-20',
      city: 'Berlin',
      siteKind: 'EMBASSY',
      summary: 'A car was set on fire before the gate.',
      ...changes,
    };
  }
  const report = (persona: string, input: Record<string, unknown>) =>
    incidents.client.mutate(profileOf(persona), REPORT, { input });
  const reportedOf = (answer: Awaited<ReturnType<typeof report>>): Reported =>
    (answer.data as unknown as { reportIncident: { incident: Reported } }).reportIncident.incident;

  /** How many rows each table has. */
  async function counts(): Promise<Record<string, number>> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    const { rows } = await inTransaction(incidents.database.ownerUrl, (client) =>
      client.query<Record<string, number>>(text),
    );
    return rows[0] ?? {};
  }
  /** Asserts that an answer is a refusal and that nothing at all was written for it. */
  async function refusedWith(persona: string, input: Record<string, unknown>) {
    const before = await counts();
    const answer = await report(persona, input);
    expect(await counts()).toEqual(before);
    expect(answer.data).toEqual({ reportIncident: null });
    return answer.errors[0]?.extensions;
  }

  it('is kept with version, outbox and event; maker and States are those of token and register', async () => {
    const before = await counts();
    const answer = await report('usa.diplomatic-security', inputOf());

    expect(answer.errors).toEqual([]);
    const reported = reportedOf(answer);
    expect(reported).toMatchObject({
      type: 'ARSON',
      occurredOn: '2026-09-20',
      sendingState: 'USA',
      receivingState: 'DEU',
      synthetic: false,
      mission: { id: posts.ids.get(EMBASSY) },
    });
    expect(reported.reference).toMatch(/^R-2026-[0-9A-F]{10}$/);
    expect(answer.extensions.handlings?.[reported.handling]).toBe(
      `l=USA:0;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY}`,
    );
    const grown = { incident: 1, command: 1, record_version: 1, outbox: 1, event: 1, handling: 1 };
    const after = await counts();
    expect(Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]))).toEqual(
      grown,
    );
  });

  it('is seen by its State alone until it is released', async () => {
    const { id } = reportedOf(await report('usa.diplomatic-security', inputOf()));
    const see = (persona: string) => incidents.client.query(profileOf(persona), `{ incident(id: "${id}") { id } }`);

    expect((await see('usa.intelligence')).data).toEqual({ incident: { id } });
    for (const persona of ['deu.police', 'deu.foreign-ministry', 'gbr.foreign-ministry', 'ury.observer']) {
      expect((await see(persona)).data).toEqual({ incident: null });
    }
  });

  it('of the police of the host is its own record', async () => {
    const answer = await report('deu.police', inputOf());

    expect(answer.extensions.handlings?.[reportedOf(answer).handling]).toBe(
      `l=DEU:0;rel=DEU;nat=*;pur=*;own=DEU.police;m=${EMBASSY}`,
    );
  });

  it('takes no label, maker, reference or State from its input', async () => {
    for (const field of ['handling', 'label', 'originator', 'sendingState', 'reference', 'id']) {
      const answer = await report('usa.diplomatic-security', inputOf({ [field]: 'x' }));
      expect(answer.errors[0]?.extensions.code).toBe('INPUT_INVALID');
    }
  });

  it('is labelled no lower than what it is drawn from', async () => {
    const [secret] = (
      await inTransaction(incidents.database.ownerUrl, (client) =>
        client.query<{ id: string }>(
          `select i.id from incident i join handling h on h.id = i.handling_id where h.text like 'l=USA:2%' limit 1`,
        ),
      )
    ).rows;
    const answer = await report('usa.diplomatic-security', inputOf({ derivedFrom: [secret?.id] }));

    const handling = answer.extensions.handlings?.[reportedOf(answer).handling];
    expect(handling).toMatch(/^l=USA:2;rel=USA;nat=\*;pur=\*;own=USA\.diplomatic-security;m=/);
    expect(handling).toContain(';t=synthetic');
  });

  it('of a hidden post is NOT_FOUND, like one of a post that there is not, byte for byte, whatever else is wrong', async () => {
    const hidden = inputOf({ mission: posts.ids.get(HIDDEN), receivingState: 'FRA' });
    const absent = { ...hidden, mission: NOWHERE };
    const before = await counts();

    for (const malformed of ['', 'x', '\0', `${NOWHERE}0`, posts.ids.get(EMBASSY)?.replace('mis', 'inc')]) {
      expect((await report('deu.police', { ...hidden, mission: malformed })).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
    }
    expect((await report('deu.police', hidden)).text).toBe((await report('deu.police', absent)).text);
    expect((await report('deu.police', hidden)).errors).toEqual([
      { message: 'not found', extensions: { code: 'NOT_FOUND', argument: 'input.mission' }, path: ['reportIncident'] },
    ]);
    expect(await counts()).toEqual(before);
  });

  it('is refused, with its rule, from whom no rule lets report, and leaves nothing', async () => {
    const denied = { code: 'WRITE_DENIED', rules: ['CHY-RPT'] };
    for (const persona of ['usa.intelligence', 'gbr.foreign-ministry', 'aut.border', 'un.security', 'ury.observer']) {
      expect(await refusedWith(persona, inputOf())).toEqual(denied);
    }
  });

  it('is refused while the facts of the post are unknown', async () => {
    expect(await refusedWith('usa.diplomatic-security', inputOf({ mission: posts.ids.get('Q470042') }))).toMatchObject({
      code: 'WRITE_DENIED',
    });
  });

  it.each([
    ['summary', 'empty', ''],
    ['summary', 'blank', ' \n '],
    ['summary', 'too long', 'x'.repeat(4001)],
    ['summary', 'half a pair', 'half \ud800'],
    ['summary', 'no text of the database', 'no \0 text'],
    ['summary', 'turned round', 'turned \u202e round'],
    ['city', 'too long', 'x'.repeat(201)],
    ['fatalities', 'less than none', -1],
    ['occurredOn', 'yet to come', '2026-09-23'],
    ['idempotencyKey', 'short', 'short'],
    ['idempotencyKey', 'not of its characters', 'with a blank in it'],
    ['derivedFrom', 'too many', Array.from({ length: 21 }, (_, i) => `inc_${i}`)],
    ['derivedFrom', 'one twice', ['inc_1', 'inc_1']],
    ['receivingState', 'no State of the post', 'FRA'],
  ])('whose `%s` is %s is refused in the words of the caller, and leaves nothing', async (field, _what, value) => {
    expect(await refusedWith('usa.diplomatic-security', inputOf({ [field]: value }))).toEqual({
      code: 'INPUT_INVALID',
      argument: `input.${field}`,
    });
  });

  it('names the State, of a post that is accredited to several', async () => {
    const mission = posts.ids.get(SHARED);
    expect(await refusedWith('usa.diplomatic-security', inputOf({ mission }))).toEqual({
      code: 'INPUT_INVALID',
      argument: 'input.receivingState',
    });
    const answer = await report('usa.diplomatic-security', inputOf({ mission, receivingState: 'AUT' }));
    expect(reportedOf(answer).receivingState).toBe('AUT');
  });

  it('runs once for its key: the second time it is the first result, and of two at once one is made', async () => {
    const input = inputOf();
    const before = (await counts()).incident ?? 0;
    const answers = await Promise.all(Array.from({ length: 6 }, () => report('usa.diplomatic-security', input)));
    answers.push(await report('usa.diplomatic-security', input));

    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect((await counts()).incident).toBe(before + 1);
  });

  it('with the key of another input is refused', async () => {
    const input = inputOf();
    await report('usa.diplomatic-security', input);

    expect(await refusedWith('usa.diplomatic-security', { ...input, city: 'Bonn' })).toEqual({
      code: 'IDEMPOTENCY_KEY_REUSED',
      argument: 'input.idempotencyKey',
    });
  });

  it('is found by no other subject with the same key', async () => {
    const input = inputOf();
    const first = reportedOf(await report('usa.diplomatic-security', input));
    const profile = profileOf('usa.diplomatic-security');
    const other = { ...profile, subject: { ...profile.subject, id: 'a:00000000000000bb' } };

    expect(reportedOf(await incidents.client.mutate(other, REPORT, { input })).id).not.toBe(first.id);
  });

  it('runs once for its signed call, in whatever process', async () => {
    const body = JSON.stringify({ query: REPORT, variables: { input: inputOf() } });
    const profile = profileOf('usa.diplomatic-security');
    const sign = () => incidents.client.sign(profile, body, { action: 'write', jti: 'one call' });
    await incidents.client.send(body, sign());
    const replica = await incidents.startBeside();
    const before = await counts();

    expect((await replica.send(body, sign())).errors).toMatchObject([{ extensions: { code: 'CONTEXT_INVALID' } }]);
    expect(await counts()).toEqual(before);
  });

  it('is not made under a context for reading, nor two of them under one', async () => {
    const before = await counts();
    const read = await incidents.client.query(profileOf('usa.diplomatic-security'), REPORT, { input: inputOf() });
    const two = `mutation ($a: ReportIncidentInput!, $b: ReportIncidentInput!) {
      a: reportIncident(input: $a) { incident { id } } b: reportIncident(input: $b) { incident { id } } }`;
    const both = await incidents.client.mutate(profileOf('usa.diplomatic-security'), two, {
      a: inputOf(),
      b: inputOf(),
    });

    for (const { errors } of [read, both]) expect(errors).toMatchObject([{ extensions: { code: 'CONTEXT_INVALID' } }]);
    expect(await counts()).toEqual(before);
  });
});

describe('the login role of requests', () => {
  it('adds no row that its viewer would not see, changes none, and reads neither versions nor outbox nor handlings; that of handlings sees no record', async () => {
    await using posts = await publishPosts(POSTS);
    using data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    await using incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    const { rows } = await inTransaction(incidents.database.ownerUrl, (client) =>
      client.query<{ id: number }>('select id from handling order by id limit 1'),
    );
    const handling = rows[0]?.id ?? 0;
    const add = `insert into incident (id, handling_id, synthetic, reference, type, occurred_on, city, receiving_state, site_kind, summary, legal_rules, status)
      values ('inc_x', ${handling}, false, 'R', 'ARSON', '2026-09-20', 'Berlin', 'DEU', 'EMBASSY', 'x', '{}', 'REPORTED')`;
    const run = (visible: string, text: string) =>
      withConnection(incidents.database.serviceUrl, async (service) => {
        await service.query('begin');
        await service.query(`select set_config('app.visible', $1, true)`, [visible]);
        return service.query(text);
      });

    await expect(run('0'.repeat(handling + 1), add)).rejects.toThrow('row-level security');
    await expect(run('', add)).rejects.toThrow();
    await expect(run('1'.repeat(handling + 1), add)).resolves.toMatchObject({ rowCount: 1 });
    for (const text of [
      `update incident set summary = 'x'`,
      'delete from incident',
      'select from record_version',
      'update record_version set version = 2',
      'select from outbox',
      'select from handling',
      `insert into handling values (1, 'x')`,
      'update command set record_id = key',
      'delete from command',
    ]) {
      await expect(run('1'.repeat(handling + 1), text)).rejects.toThrow('permission denied');
    }
    // The login that adds handlings sees no record, and changes none of what it added.
    for (const text of [
      'select from incident',
      'select from command',
      'select from record_version',
      `update handling set text = 'x'`,
      'delete from handling',
    ]) {
      await expect(withConnection(incidents.database.loaderUrl, (loader) => loader.query(text))).rejects.toThrow(
        'permission denied',
      );
    }
  });
});
