import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDemoPair } from './testkit/demo-pair.js';

const STARTED_WITHIN_MS = 120_000;
const SECURITY = 'usa.diplomatic-security';
/** Somebody else of the agency. */
const COLLEAGUE: Profile = {
  ...profileOf(SECURITY),
  subject: { ...profileOf(SECURITY).subject, id: 'a:00000000000000bb' },
};
const TABLES = ['visitor', 'visit_request', 'exercise', 'inject', 'training_record', 'command', 'record_version'];

type Input = Readonly<Record<string, unknown>>;

describe('commands on what a post has', () => {
  let missions: RunningService;
  let keys = 0;
  beforeAll(async () => {
    missions = await runDemoPair();
  }, STARTED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  async function idOf(table: string, post: string): Promise<string> {
    const text =
      table === 'mission'
        ? `select id from mission where wikidata_id = '${post}'`
        : `select t.id from ${table} t join mission m on m.id = t.mission_id where m.wikidata_id = '${post}' order by t.reference limit 1`;
    const { rows } = await inTransaction(missions.database.ownerUrl, (client) => client.query<{ id: string }>(text));
    return rows[0]?.id ?? '';
  }
  async function counts(): Promise<unknown> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    return (await inTransaction(missions.database.ownerUrl, (client) => client.query(text))).rows[0];
  }
  function run(command: string, input: Input, shown: string, persona: string | Profile = SECURITY) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${command}(input: $input) { ${shown} } }`;
    const key = `command-${String(keys).padStart(4, '0')}`;
    const profile = typeof persona === 'string' ? profileOf(persona) : persona;
    return missions.client.mutate(profile, document, { input: { idempotencyKey: key, ...input } });
  }
  async function refused(command: string, input: Input, shown: string, persona: string | Profile = SECURITY) {
    const before = await counts();
    const answer = await run(command, input, shown, persona);
    expect(await counts()).toEqual(before);
    return answer.errors[0];
  }

  const visitorInput = async (): Promise<Input> => ({
    mission: await idOf('mission', EMBASSY),
    idDocumentKind: 'PASSPORT',
    nationality: 'DEU',
  });
  const visitInput = async (): Promise<Input> => ({
    mission: await idOf('mission', EMBASSY),
    visitor: await idOf('visitor', EMBASSY),
    purpose: 'OFFICIAL_MEETING',
    hostOffice: 'Political section',
    opensAt: '2026-09-22T09:00:00Z',
    closesAt: '2026-09-22T11:00:00Z',
  });

  it('register a visitor under a pseudonym that is drawn, and take neither name nor number of a document', async () => {
    const answer = await run('registerVisitor', await visitorInput(), 'visitor { visitorRef idDocument nationality }');

    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      registerVisitor: { visitor: { visitorRef: expect.stringMatching(/^V-[0-9A-F]{10}$/), idDocument: null } },
    });
    for (const field of ['visitorRef', 'idDocument', 'name', 'handling']) {
      const error = await refused('registerVisitor', { ...(await visitorInput()), [field]: 'x' }, 'visitor { id }');
      expect(error?.extensions.code).toBe('INPUT_INVALID');
    }
  });

  it('ask for a visit, which lets nobody in: it is requested, and nobody who asks says more', async () => {
    const answer = await run(
      'requestVisit',
      await visitInput(),
      'visitRequest { status badge decidedAt visitor { id } }',
    );

    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      requestVisit: { visitRequest: { status: 'REQUESTED', badge: null, decidedAt: null } },
    });
    const error = await refused('requestVisit', { ...(await visitInput()), status: 'APPROVED' }, 'visitRequest { id }');
    expect(error?.extensions.code).toBe('INPUT_INVALID');
  });

  it('take no visit that ends before it begins, is over, or lasts for days', async () => {
    for (const closesAt of ['2026-09-22T08:00:00Z', '2026-09-30T09:00:00Z']) {
      const error = await refused('requestVisit', { ...(await visitInput()), closesAt }, 'visitRequest { id }');
      expect(error?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'input.closesAt' });
    }
    const past = { opensAt: '2026-09-20T08:00:00Z', closesAt: '2026-09-20T09:00:00Z' };
    expect(
      (await refused('requestVisit', { ...(await visitInput()), ...past }, 'visitRequest { id }'))?.extensions.code,
    ).toBe('INPUT_INVALID');
  });

  it('link nothing of another post', async () => {
    const visitor = await idOf('visitor', CONSULATE);
    const error = await refused('requestVisit', { ...(await visitInput()), visitor }, 'visitRequest { id }');

    expect(error).toMatchObject({
      message: '`visitor` is of another post',
      extensions: { code: 'INPUT_INVALID', argument: 'input.visitor' },
    });
  });

  it.each(['deu.police', 'deu.foreign-ministry', 'gbr.foreign-ministry', 'usa.intelligence', 'ury.observer'])(
    'are closed to %s, who neither guards the post nor leads it, and write nothing for it',
    async (persona) => {
      const error = await refused('requestVisit', await visitInput(), 'visitRequest { id }', persona);

      expect(error?.extensions).toMatchObject({ code: 'WRITE_DENIED' });
    },
  );

  it('plan an exercise, tell its players something, and record a training', async () => {
    const mission = await idOf('mission', EMBASSY);
    const planned = await run(
      'scheduleExercise',
      { mission, type: 'TABLETOP', scheduledOn: '2026-10-01', objective: 'To see who decides.' },
      'exercise { status type scheduledOn }',
    );
    expect(planned.data).toEqual({
      scheduleExercise: {
        exercise: expect.objectContaining({ status: 'PLANNED', type: 'TABLETOP', scheduledOn: '2026-10-01' }),
      },
    });
    const exercise = await idOf('exercise', EMBASSY);
    const told = await run(
      'injectEvent',
      { mission, exercise, minute: 12, text: 'The gate rings.', expectedAction: 'The cascade begins.' },
      'inject { status injectedAt exercise { id } }',
    );
    expect(told.data).toEqual({
      injectEvent: {
        inject: expect.objectContaining({
          status: 'DELIVERED',
          injectedAt: new Date(NOW).toISOString(),
          exercise: expect.objectContaining({ id: exercise }),
        }),
      },
    });
    const trained = await run(
      'recordTraining',
      {
        mission,
        course: await idOf('training_course', EMBASSY),
        postHolder: await idOf('post_holder', EMBASSY),
        completedOn: '2026-09-18',
        result: 'PASSED',
      },
      'trainingRecord { completedOn validUntil result }',
    );
    expect(trained.errors).toEqual([]);
    expect(trained.data).toMatchObject({
      recordTraining: { trainingRecord: { completedOn: '2026-09-18', result: 'PASSED' } },
    });
  });

  it('plan no exercise for a day that is past, and record no training that has not come', async () => {
    const mission = await idOf('mission', EMBASSY);
    const plan = { mission, type: 'DRILL', scheduledOn: '2026-09-01', objective: 'To see who decides.' };
    expect((await refused('scheduleExercise', plan, 'exercise { id }'))?.extensions.argument).toBe('input.scheduledOn');
    const training = {
      mission,
      course: await idOf('training_course', EMBASSY),
      postHolder: await idOf('post_holder', EMBASSY),
      completedOn: '2026-11-01',
      result: 'PASSED',
    };
    expect((await refused('recordTraining', training, 'trainingRecord { id }'))?.extensions.argument).toBe(
      'input.completedOn',
    );
  });

  it('leave a record to its own State: the host sees nothing of it', async () => {
    const answer = await run('requestVisit', await visitInput(), 'visitRequest { id }');
    const { id } = (answer.data as unknown as { requestVisit: { visitRequest: { id: string } } }).requestVisit
      .visitRequest;

    for (const persona of ['deu.police', 'deu.foreign-ministry', 'gbr.foreign-ministry']) {
      const seen = await missions.client.query(profileOf(persona), `{ visitRequest(id: "${id}") { id } }`);
      expect(seen.data).toEqual({ visitRequest: null });
    }
  });

  /** Id, state and token of a record as its guards read it. */
  async function requested(): Promise<{ readonly id: string; readonly concurrencyToken: string }> {
    const answer = await run('requestVisit', await visitInput(), 'visitRequest { id concurrencyToken }');
    return (answer.data as unknown as { requestVisit: { visitRequest: { id: string; concurrencyToken: string } } })
      .requestVisit.visitRequest;
  }

  it('let nobody in who was not cleared, and not by who asked: a visit is approved after the check, by somebody else, and never twice', async () => {
    const { id, concurrencyToken } = await requested();
    const early = await refused('approveVisit', { id, badge: 'Visitor 7', concurrencyToken }, 'visitRequest { id }');
    expect(early?.extensions.code).toBe('TRANSITION_INVALID');

    await run('vetVisitor', { id, status: 'IN_VETTING' }, 'visitRequest { id }');
    const cleared = await run('vetVisitor', { id, status: 'CLEARED' }, 'visitRequest { status concurrencyToken }');
    expect(cleared.data).toMatchObject({ vetVisitor: { visitRequest: { status: 'CLEARED' } } });
    const stale = await refused('approveVisit', { id, badge: 'Visitor 7', concurrencyToken }, 'visitRequest { id }');
    expect(stale?.extensions.code).toBe('CONFLICT');
    const { vetVisitor } = cleared.data as unknown as { vetVisitor: { visitRequest: { concurrencyToken: string } } };
    const token = vetVisitor.visitRequest.concurrencyToken;
    const approve = { id, badge: 'Visitor 7', concurrencyToken: token };
    const own = await refused('approveVisit', approve, 'visitRequest { id }');
    expect(own?.extensions).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-GATE'] });
    const approved = await run('approveVisit', approve, 'visitRequest { status badge decidedAt }', COLLEAGUE);
    expect(approved.data).toMatchObject({
      approveVisit: {
        visitRequest: { status: 'APPROVED', badge: 'Visitor 7', decidedAt: new Date(NOW).toISOString() },
      },
    });
    const again = await refused('approveVisit', approve, 'visitRequest { id }', COLLEAGUE);
    expect(again?.extensions.code).toBe('TRANSITION_INVALID');
  });

  it('never let in who was refused', async () => {
    const { id } = await requested();
    await run('vetVisitor', { id, status: 'REFUSED' }, 'visitRequest { id }');

    const error = await refused('vetVisitor', { id, status: 'CLEARED' }, 'visitRequest { id }');
    expect(error?.extensions.code).toBe('TRANSITION_INVALID');
  });

  it('tell the host of a visit that it cannot see what they tell of one that there is not', async () => {
    const { id } = await requested();
    const nowhere = `vrq_${'0'.repeat(26)}`;
    const ofVisit = (asked: string) => refused('vetVisitor', { id: asked, status: 'CLEARED' }, 'visitRequest { id }');

    expect((await ofVisit(nowhere))?.extensions.code).toBe('NOT_FOUND');
    const denied = await refused('vetVisitor', { id, status: 'CLEARED' }, 'visitRequest { id }', 'deu.police');
    const absent = await refused('vetVisitor', { id: nowhere, status: 'CLEARED' }, 'visitRequest { id }', 'deu.police');
    expect(JSON.stringify(denied)).toBe(JSON.stringify(absent));
  });

  it('take a record back: it is in no list and no count, and its versions stay', async () => {
    const total = async () => {
      const asked = `{ findings(filter: { mission: { eq: "${await idOf('mission', EMBASSY)}" } }) { totalCount } }`;
      return (await missions.client.query(profileOf(SECURITY), asked)).data;
    };
    const before = await total();
    const found = {
      mission: await idOf('mission', EMBASSY),
      source: 'INSPECTION',
      severity: 'MAJOR',
      text: 'Of another post.',
      recommendation: 'None.',
      ownerOffice: 'Security office',
      dueOn: '2026-12-01',
    };
    const made = await run('recordFinding', found, 'finding { id }');
    const { id } = (made.data as unknown as { recordFinding: { finding: { id: string } } }).recordFinding.finding;
    expect(await total()).not.toEqual(before);

    const taken = await run('retractFinding', { id, reason: 'It was another post.' }, 'finding { id }');
    expect(taken).toMatchObject({ errors: [], data: { retractFinding: { finding: null } } });
    expect(await total()).toEqual(before);
    expect((await run('closeFinding', { id }, 'finding { id }')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const versions = `select version, content ->> 'reason' as reason from record_version where record_id = '${id}' order by version`;
    expect((await inTransaction(missions.database.ownerUrl, (client) => client.query(versions))).rows).toEqual([
      { version: 1, reason: null },
      { version: 2, reason: 'It was another post.' },
    ]);
  });

  it('issue what lets a post holder pass, which once it is lost opens nothing again', async () => {
    const input = {
      mission: await idOf('mission', EMBASSY),
      holder: await idOf('post_holder', EMBASSY),
      kind: 'CARD',
      zones: ['Reception'],
      validFrom: '2026-09-01',
      validUntil: '2027-09-01',
    };
    const made = await run('issueCredential', input, 'credential { id status }');
    const { credential } = (made.data as unknown as { issueCredential: { credential: { id: string } } })
      .issueCredential;
    expect(credential).toMatchObject({ status: 'ISSUED' });
    const to = (status: string) => ({ id: credential.id, status });
    await run('advanceCredential', to('LOST'), 'credential { id }');
    const back = await refused('advanceCredential', to('ISSUED'), 'credential { id }');
    expect(back?.extensions.code).toBe('TRANSITION_INVALID');

    const ended = await refused('issueCredential', { ...input, validUntil: '2026-09-02' }, 'credential { id }');
    expect(ended?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'input.validUntil' });
    const turned = await refused('issueCredential', { ...input, validFrom: '2028-01-01' }, 'credential { id }');
    expect(turned).toMatchObject({ message: '`input` contradicts itself', extensions: { code: 'INPUT_INVALID' } });
  });

  it('enrol a biometric under a pseudonym that is drawn, for a ground and until a day, and take no template', async () => {
    const input = {
      mission: await idOf('mission', EMBASSY),
      modality: 'IRIS',
      legalBasis: 'EXPLICIT_CONSENT',
      retentionUntil: '2026-12-01',
    };
    const made = await run('enrolBiometric', input, 'biometricEnrollment { subjectRef legalBasis }');
    expect(made.data).toMatchObject({
      enrolBiometric: { biometricEnrollment: { subjectRef: expect.stringMatching(/^B-[0-9A-F]{10}$/) } },
    });
    const { legalBasis: _, ...groundless } = input;
    for (const wrong of [
      groundless,
      { ...input, retentionUntil: '2026-09-01' },
      ...['template', 'subjectRef', 'image'].map((field) => ({ ...input, [field]: 'AAAA' })),
    ])
      expect((await refused('enrolBiometric', wrong, 'biometricEnrollment { id }'))?.extensions.code).toBe(
        'INPUT_INVALID',
      );
  });

  it('open no channel by radio without the consent of the receiving State, and turn none into one (VCDR 27(1))', async () => {
    const mission = await idOf('mission', EMBASSY);
    const plan = await idOf('comms_plan', EMBASSY);
    const channel = { mission, plan, tier: 'EMERGENCY', medium: 'HF_RADIO', netId: 'Net 4' };
    const shown = 'commsChannel { id status concurrencyToken }';
    const denied = await refused('openChannel', channel, shown);
    expect(denied?.extensions).toMatchObject({ code: 'WRITE_DENIED', rules: ['VCDR-27-1'] });

    const line = await run('openChannel', { ...channel, medium: 'LANDLINE' }, shown);
    const { commsChannel } = (line.data as unknown as { openChannel: { commsChannel: Input } }).openChannel;
    expect(commsChannel.status).toBe('UNTESTED');
    const { id, concurrencyToken } = commsChannel;
    const turned = await refused('amendCommsChannel', { id, concurrencyToken, medium: 'HF_RADIO' }, shown);
    expect(turned?.extensions).toMatchObject({ code: 'WRITE_DENIED', rules: ['VCDR-27-1'] });
    const consented = await run('openChannel', { ...channel, consentRef: 'Note 12/2026' }, shown);
    expect(consented.errors).toEqual([]);
  });

  it('take up an alarm once, under the agency that did, and say afterwards what had raised it', async () => {
    const text = "update alarm_event set status = 'RAISED', acknowledged_by = null, acknowledged_at = null";
    await inTransaction(missions.database.ownerUrl, (client) => client.query(text));
    const id = await idOf('alarm_event', EMBASSY);
    const shown = 'alarm { status acknowledgedBy acknowledgedAt concurrencyToken }';
    const seen = await run('acknowledgeAlarm', { id }, shown);

    expect(seen.data).toMatchObject({
      acknowledgeAlarm: {
        alarm: {
          status: 'ACKNOWLEDGED',
          acknowledgedBy: 'USA.diplomatic-security',
          acknowledgedAt: new Date(NOW).toISOString(),
        },
      },
    });
    expect((await refused('acknowledgeAlarm', { id }, 'alarm { id }'))?.extensions.code).toBe('TRANSITION_INVALID');
    const { acknowledgeAlarm } = seen.data as unknown as { acknowledgeAlarm: { alarm: { concurrencyToken: string } } };
    const end = {
      id,
      status: 'FALSE_ALARM',
      cause: 'A cat.',
      concurrencyToken: acknowledgeAlarm.alarm.concurrencyToken,
    };
    const resolved = await run('resolveAlarm', end, 'alarm { status cause }');
    expect(resolved.data).toMatchObject({ resolveAlarm: { alarm: { status: 'FALSE_ALARM', cause: 'A cat.' } } });
  });
});
