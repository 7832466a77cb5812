import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenAt, type ChainedEntry } from '../log/log-chain.js';
import { type ExerciseData, makeExerciseData } from '../testkit/exercise-data.js';
import { runIncidents } from '../testkit/running-incidents.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const [EMBASSY = ''] = POSTS;
const NOWHERE = `inc_${'0'.repeat(26)}`;
const FACT = {
  m: EMBASSY,
  sending: 'USA',
  receiving: 'DEU',
  regime: 'VCDR' as const,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
};
const OWN = 'usa.diplomatic-security';
const HOST = 'deu.foreign-ministry';

let posts: PublishedPosts;
let data: ExerciseData;
let incidents: RunningService;
let keys = 0;

beforeAll(async () => {
  posts = await publishPosts(POSTS);
  data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
  incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder, facts: [FACT] });
});
afterAll(async () => {
  await incidents[Symbol.asyncDispose]();
  await posts[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

type Values = Readonly<Record<string, unknown>>;
const inputTypeOf = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;

/** Runs a command; `one` is what it answers with. */
async function run(
  persona: string,
  field: string,
  one: string,
  selection: string,
  input: Values,
  purpose: Purpose | null = null,
) {
  keys += 1;
  const answer = await incidents.client.mutate(
    { ...profileOf(persona), ...(purpose === null ? {} : { purpose }) },
    `mutation ($input: ${inputTypeOf(field)}!) { ${field}(input: $input) { ${one} { id handling ${selection} } } }`,
    { input: { idempotencyKey: `response-${String(keys).padStart(4, '0')}`, ...input } },
  );
  const payload = (answer.data as unknown as Record<string, Record<string, Values> | null> | null)?.[field];
  return { ...answer, row: payload?.[one] ?? null, code: answer.errors[0]?.extensions };
}

/** An incident that somebody has just reported at the embassy. */
async function reported(): Promise<string> {
  const { row, errors } = await run(OWN, 'reportIncident', 'incident', 'status', {
    mission: posts.ids.get(EMBASSY),
    type: 'ARSON',
    occurredOn: '2026-09-20',
    city: 'Berlin',
    siteKind: 'EMBASSY',
    summary: 'A car was set on fire before the gate.',
  });
  expect({ errors, status: row?.status }).toEqual({ errors: [], status: 'REPORTED' });
  return String(row?.id);
}
const see = async (persona: string, query: string) =>
  (await incidents.client.query(profileOf(persona), query)).data as unknown as Record<string, Values | null>;

const COMMANDS: readonly [string, string, Values][] = [
  [
    'assessIncident',
    'initialAssessment',
    {
      assessedByRole: 'RSO-BER-01',
      lifeThreat: false,
      scale: 'COMPOUND',
      trend: 'STABLE',
      severity: 'MODERATE',
      text: 'One vehicle burns; nobody is near it.',
    },
  ],
  [
    'activatePlan',
    'planActivation',
    { plan: 'EMERGENCY_ACTION_PLAN', planRef: 'EAP BER, version 4', activatedByRole: 'HOM-BER' },
  ],
  [
    'activateCommunications',
    'communicationsActivation',
    { tier: 'PRIMARY', medium: 'SECURE_VOICE', netId: 'BER CRISIS 1', openedByRole: 'COM-BER-01', isWorking: true },
  ],
  ['mobilize', 'mobilization', { resource: 'SECURITY_TEAM', quantity: 2 }],
  ['logEntry', 'incidentLogEntry', { kind: 'ACTION', authorRole: 'RSO-BER-01', text: 'The gate was closed.' }],
  [
    'recordLesson',
    'lesson',
    { topic: 'ACCESS_CONTROL', observation: 'The gate closed late.', lesson: 'Close it first.' },
  ],
];

describe('the commands of a response', () => {
  it.each(COMMANDS)(
    '%s makes a record of the incident for its own State, and of nobody who does not lead',
    async (field, one, input) => {
      const incident = await reported();
      const { row, errors, extensions } = await run(OWN, field, one, 'incident { id }', { incident, ...input });

      expect(errors).toEqual([]);
      expect(row?.incident).toEqual({ id: incident });
      expect(extensions.handlings?.[Number(row?.handling)]).toBe(
        `l=USA:0;rel=USA;nat=*;pur=*;own=${OWN.replace('usa', 'USA')};m=${EMBASSY}`,
      );
      for (const persona of [HOST, 'deu.police', 'un.security', 'usa.intelligence']) {
        expect(await run(persona, field, one, '', { incident, ...input })).toMatchObject({
          row: null,
          code: { code: 'WRITE_DENIED' },
        });
      }
    },
  );

  it.each(COMMANDS)(
    '%s of a hidden incident is NOT_FOUND, like one that there is not, byte for byte',
    async (field, one, input) => {
      const { rows } = await inTransaction(incidents.database.ownerUrl, (client) =>
        client.query<{ id: string }>(
          `select i.id from incident i join handling h on h.id = i.handling_id where h.text like '%nat=USA%' limit 1`,
        ),
      );
      const hidden = await run('gbr.foreign-ministry', field, one, '', { incident: rows[0]?.id, ...input });
      const absent = await run('gbr.foreign-ministry', field, one, '', { incident: NOWHERE, ...input });

      expect(rows).toHaveLength(1);
      expect(hidden.text).toBe(absent.text);
      expect(absent.code).toEqual({ code: 'NOT_FOUND', argument: 'input.incident' });
    },
  );

  it('of an exercise make records of the exercise, whatever their maker says', async () => {
    const found = await see(
      OWN,
      '{ incidents(first: 50, filter: { synthetic: { eq: true }, mission: { eq: "' +
        posts.ids.get(EMBASSY) +
        '" } }) { edges { node { id } } } }',
    );
    const edges = (found.incidents as unknown as { edges: { node: { id: string } }[] }).edges;
    const { row, errors } = await run(OWN, 'mobilize', 'mobilization', 'synthetic', {
      incident: edges[0]?.node.id,
      resource: 'MEDICAL_TEAM',
      quantity: 1,
    });

    expect(errors).toEqual([]);
    expect(row?.synthetic).toBe(true);
  });
});

describe('the log of an incident', () => {
  it('is one chain under a label, also when six write at once, and a changed text breaks it', async () => {
    const incident = await reported();
    await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        run(OWN, 'logEntry', 'incidentLogEntry', '', {
          incident,
          kind: 'OBSERVATION',
          authorRole: 'GRD-BER-01',
          text: `Round ${at}.`,
        }),
      ),
    );
    const { rows } = await inTransaction(incidents.database.ownerUrl, (client) =>
      client.query<ChainedEntry>(
        `select position, written_at as "writtenAt", kind, author_role as "authorRole", text, salt, commitment,
           previous_hash as "previousHash", hash from incident_log_entry where incident_id = $1 order by position`,
        [incident],
      ),
    );

    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(brokenAt(rows)).toBeNull();
    expect(brokenAt(rows.map((row, at) => (at === 2 ? { ...row, text: 'Nothing.' } : row)))).toBe(3);
    expect(brokenAt(rows.filter((_, at) => at !== 3))).toBe(4);
  });

  it('of exercises is whole, and is changed by no command', async () => {
    const { rows } = await inTransaction(incidents.database.ownerUrl, (client) =>
      client.query<ChainedEntry & { incident: string }>(
        `select incident_id as incident, position, written_at as "writtenAt", kind, author_role as "authorRole", text, salt, commitment,
           previous_hash as "previousHash", hash from incident_log_entry where synthetic and imported_by is not null order by incident_id, position`,
      ),
    );
    const chains = new Set(rows.map(({ incident }) => incident));

    expect(rows.length).toBeGreaterThan(50);
    for (const chain of chains) expect(brokenAt(rows.filter(({ incident }) => incident === chain))).toBeNull();
  });
});

describe('the life cycle of an incident', () => {
  it('is closed once; what is closed is moved nowhere', async () => {
    const id = await reported();
    const assessed = await run(OWN, 'advanceIncident', 'incident', 'status severity', {
      id,
      status: 'ASSESSED',
      severity: 'SEVERE',
    });
    expect(assessed.row).toMatchObject({ status: 'ASSESSED', severity: 'SEVERE' });

    const back = await run(OWN, 'advanceIncident', 'incident', 'status', { id, status: 'RECOVERY' });
    expect(back.code).toMatchObject({ code: 'TRANSITION_INVALID' });
    const closed = await run(OWN, 'closeIncident', 'incident', 'status closedAt', { id });
    expect(closed.row).toMatchObject({ status: 'CLOSED', closedAt: '2026-09-21T12:00:00.000Z' });
    expect((await run(OWN, 'closeIncident', 'incident', 'status', { id })).code).toMatchObject({
      code: 'TRANSITION_INVALID',
    });
    expect((await run(HOST, 'closeIncident', 'incident', 'status', { id })).code).toMatchObject({
      code: 'WRITE_DENIED',
    });
  });
});

describe('an incident with an evacuation', () => {
  /** Whether the incident can be closed, and what stands against it. */
  const closing = async (id: string, purpose: Purpose): Promise<unknown> => {
    const { row, code } = await run(OWN, 'closeIncident', 'incident', 'status', { id }, purpose);
    return row?.status ?? code;
  };
  const UNFINISHED = { code: 'UNFINISHED', argument: 'input.id' };
  async function evacuated(incident: string): Promise<string> {
    const { row } = await run(OWN, 'orderEvacuation', 'evacuationOperation', '', {
      ...{ mission: posts.ids.get(EMBASSY), incident, mode: 'ORDERED_DEPARTURE', orderedByRole: 'HOM-BER' },
      ...{ windowStartsAt: '2026-09-21T14:00:00Z', windowEndsAt: '2026-09-21T18:00:00Z', route: 'By coach.' },
      ...{ assemblyPoint: 'Garden', destination: 'Vienna', capacity: 40, expected: 31 },
    });
    return String(row?.id);
  }
  const advance = (id: string, status: string) =>
    run(OWN, 'advanceEvacuation', 'evacuationOperation', 'status', { id, status });
  const listed = async (operation: string): Promise<string> => {
    const person = { personRef: 'P-1', kind: 'POST_STAFF', nationality: 'USA', documentKind: 'PASSPORT' };
    const { row } = await run(
      'usa.consular',
      'listEvacuee',
      'manifestEntry',
      '',
      { operation, ...person },
      'EVACUATION',
    );
    return String(row?.id);
  };

  it('is not closed before the evacuation is over and everybody on its manifest is accounted for', async () => {
    const id = await reported();
    const operation = await evacuated(id);
    const person = await listed(operation);
    expect(await closing(id, 'INCIDENT_RESPONSE')).toEqual(UNFINISHED);
    for (const status of ['UNDER_WAY', 'COMPLETED']) await advance(operation, status);
    expect(await closing(id, 'INCIDENT_RESPONSE')).toEqual(UNFINISHED);

    const safe = { id: person, status: 'ACCOUNTED_FOR' };
    await run('usa.consular', 'advanceEvacuee', 'manifestEntry', 'status', safe, 'EVACUATION');
    expect(await closing(id, 'INCIDENT_RESPONSE')).toBe('CLOSED');
  });

  it('is closed where the evacuation was called off', async () => {
    const id = await reported();
    await advance(await evacuated(id), 'CANCELLED');

    expect(await closing(id, 'INCIDENT_RESPONSE')).toBe('CLOSED');
  });

  it('tells whoever may not read its manifest nothing of who is missing: it is closed like one without anybody', async () => {
    // What consular staff has listed their security reads for no purpose but the protection of people.
    const closed = await Promise.all(
      [true, false].map(async (isMissing) => {
        const id = await reported();
        const operation = await evacuated(id);
        if (isMissing) await listed(operation);
        for (const status of ['UNDER_WAY', 'COMPLETED']) await advance(operation, status);
        return closing(id, 'THREAT_PREVENTION');
      }),
    );
    expect(closed).toEqual(['CLOSED', 'CLOSED']);
  });
});

describe('a request for protection', () => {
  const request = (more: Values = {}) =>
    run(OWN, 'requestHostProtection', 'protectionRequest', 'answer receivingState', {
      mission: posts.ids.get(EMBASSY),
      measure: 'FIXED_POST',
      measures: 'Two officers in the side street by night.',
      channel: 'NOTE_VERBALE',
      ...more,
    });

  it('is read by the host that it is addressed to, and by no partner, and answered by its ministry once', async () => {
    const { row, errors, extensions } = await request();
    expect(errors).toEqual([]);
    expect(row).toMatchObject({ answer: 'PENDING', receivingState: 'DEU' });
    expect(extensions.handlings?.[Number(row?.handling)]).toMatch(/^l=USA:0;rel=DEU\+USA;/);

    const query = `{ protectionRequest(id: "${row?.id}") { id measures concurrencyToken } }`;
    const seen = (await see(HOST, query)).protectionRequest;
    expect(seen).toMatchObject({ measures: 'Two officers in the side street by night.' });
    expect((await see('gbr.foreign-ministry', query)).protectionRequest).toBeNull();

    const answer = {
      id: row?.id,
      answer: 'GRANTED',
      answerText: 'From tonight on.',
      concurrencyToken: seen?.concurrencyToken,
    };
    const answered = await run(HOST, 'answerProtectionRequest', 'protectionRequest', 'answer answeredAt', answer);
    expect(answered.errors).toEqual([]);
    expect(answered.row).toMatchObject({ answer: 'GRANTED', answeredAt: '2026-09-21T12:00:00.000Z' });
    const again = await run(HOST, 'answerProtectionRequest', 'protectionRequest', '', answer);
    expect(again.code).toMatchObject({ code: 'TRANSITION_INVALID' });
    const own = await run(OWN, 'answerProtectionRequest', 'protectionRequest', '', answer);
    expect(own.code).toMatchObject({ code: 'WRITE_DENIED' });
  });

  it('names no incident that is kept from the host', async () => {
    const incident = await reported();

    expect((await request({ incident })).code).toEqual({ code: 'INPUT_INVALID', argument: 'input' });
  });
});

describe('an evacuation', () => {
  it('is ordered at a post, and its window ends after it begins', async () => {
    const input = {
      mission: posts.ids.get(EMBASSY),
      incident: await reported(),
      mode: 'ORDERED_DEPARTURE',
      orderedByRole: 'HOM-BER',
      assemblyPoint: 'Garden of the residence',
      destination: 'Vienna',
      capacity: 40,
      expected: 31,
      route: 'By coach.',
      windowStartsAt: '2026-09-21T14:00:00Z',
    };
    const wrong = await run(OWN, 'orderEvacuation', 'evacuationOperation', '', {
      ...input,
      windowEndsAt: '2026-09-21T13:00:00Z',
    });
    expect(wrong.code).toEqual({ code: 'INPUT_INVALID', argument: 'input.windowEndsAt' });
    const { row, errors } = await run(OWN, 'orderEvacuation', 'evacuationOperation', 'status orderedAt', {
      ...input,
      windowEndsAt: '2026-09-21T18:00:00Z',
    });
    expect(errors).toEqual([]);
    expect(row).toMatchObject({ status: 'ORDERED', orderedAt: '2026-09-21T12:00:00.000Z' });
  });

  it('checks its people in once, for the evacuation alone, and by nobody of the host', async () => {
    const { rows } = await inTransaction(incidents.database.ownerUrl, async (client) => {
      const found = await client.query<{ id: string }>(
        `select m.id from evac_manifest_entry m join handling h on h.id = m.handling_id
          where h.text like $1 and m.withdrawn_at is null limit 1`,
        [`%m=${EMBASSY};%`],
      );
      await client.query(
        `update evac_manifest_entry set status = 'LISTED', checked_in_at = null, assembly_point = null where id = $1`,
        [found.rows[0]?.id],
      );
      return found;
    });
    const id = rows[0]?.id;
    const CONSULAR = 'usa.consular';
    const profile = { ...profileOf(CONSULAR), purpose: 'EVACUATION' as const };
    const read = await incidents.client.query(profile, `{ manifestEntry(id: "${id}") { status concurrencyToken } }`);
    const seen = (read.data as unknown as { manifestEntry: Values }).manifestEntry;
    expect(seen).toMatchObject({ status: 'LISTED' });

    const input = { id, assemblyPoint: 'Garden of the residence', concurrencyToken: seen.concurrencyToken };
    const checkIn = (persona: string, purpose: 'EVACUATION' | 'CONSULAR_ASSISTANCE' | null) =>
      run(persona, 'checkInEvacuee', 'manifestEntry', 'status checkedInAt', input, purpose);
    expect((await checkIn(CONSULAR, 'CONSULAR_ASSISTANCE')).code).toMatchObject({ code: 'WRITE_DENIED' });
    expect((await checkIn(HOST, null)).code).toMatchObject({ code: 'WRITE_DENIED' });
    expect((await checkIn(CONSULAR, 'EVACUATION')).row).toMatchObject({
      status: 'CHECKED_IN',
      checkedInAt: '2026-09-21T12:00:00.000Z',
    });
    expect((await checkIn(CONSULAR, 'EVACUATION')).code).toMatchObject({ code: 'TRANSITION_INVALID' });
  });
});
