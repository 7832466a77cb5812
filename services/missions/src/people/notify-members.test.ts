import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDemoPair } from '../testkit/demo-pair.js';
import { ministryOf } from '../testkit/ministry.js';

const STARTED_WITHIN_MS = 120_000;
const SENDING = ministryOf('USA');
const RECEIVING = ministryOf('DEU');
const THIRD = ministryOf('GBR');
const POLICE = profileOf('deu.police', 'STATUS_CHECK');
const ABSENT = '0'.repeat(26);
const TABLES = ['post_holder', 'immunity_status', 'family_member', 'command', 'record_version', 'fact_notice'];

type Row = Readonly<Record<string, unknown>>;

describe('members of a post, as they are notified', () => {
  let missions: RunningService;
  let keys = 0;
  let mission: string;
  beforeAll(async () => {
    missions = await runDemoPair();
    mission = String((await asked(`select id from mission where wikidata_id = '${EMBASSY}'`))[0]?.id);
  }, STARTED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  async function asked(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await inTransaction(missions.database.ownerUrl, (client) => client.query<Row>(text, values))).rows;
  }
  const counts = (): Promise<Row[]> =>
    asked(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`);
  async function run(by: Profile, command: string, input: Row, shown: string) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { one: ${shown} } }`;
    const idempotencyKey = `members-${String(keys).padStart(4, '0')}`;
    return missions.client.mutate(by, document, { input: { idempotencyKey, ...input } });
  }
  async function done(by: Profile, command: string, input: Row, shown: string): Promise<Row> {
    const { errors, data } = await run(by, command, input, shown);
    expect(errors).toEqual([]);
    return (data as { done: { one: Row } }).done.one;
  }
  async function refused(by: Profile, command: string, input: Row, shown: string) {
    const before = await counts();
    const { errors } = await run(by, command, input, shown);
    expect(await counts()).toEqual(before);
    const { code, argument, rules } = errors[0]?.extensions ?? {};
    return { code, argument, rules };
  }
  async function read(by: Profile, field: string, id: unknown, shown: string): Promise<Row | null> {
    const { data, errors } = await missions.client.query(
      by,
      `query ($id: ID!) { one: ${field}(id: $id) { ${shown} } }`,
      {
        id,
      },
    );
    expect(errors).toEqual([]);
    return (data as { one: Row | null }).one;
  }
  async function marksOf(table: string, id: unknown): Promise<string> {
    const text = `select h.text from ${table} t join handling h on h.id = t.handling_id where t.id = $1`;
    return String((await asked(text, [id]))[0]?.text);
  }

  const appointment = (): Row => ({
    mission,
    office: 'ATTACHE',
    immunityCategory: 'DIPLOMATIC_AGENT',
    nationality: 'USA',
    permanentResident: false,
    appointedOn: '2026-08-01',
    privilegesFrom: '2026-10-01',
    contact: 'Duty line, extension 411',
    synthetic: true,
  });
  const appoint = (otherwise: Row = {}): Promise<Row> =>
    done(SENDING, 'notifyAppointment', { ...appointment(), ...otherwise }, 'postHolder { id reference acceptability }');

  it('are appointed by the sending State; the receiving State reads who and as what, and neither how to reach him nor anything of a third State’s', async () => {
    const { id, ...made } = await appoint();
    expect(made).toEqual({ reference: expect.stringMatching(/^PHO-[0-9A-F]{10}$/), acceptability: 'NOTIFIED' });

    const shown = 'office immunityCategory nationality appointedOn arrivedOn privilegesFrom acceptabilityBy contact';
    expect(await read(RECEIVING, 'postHolder', id, shown)).toEqual({
      office: 'ATTACHE',
      immunityCategory: 'DIPLOMATIC_AGENT',
      nationality: 'USA',
      appointedOn: '2026-08-01',
      arrivedOn: null,
      privilegesFrom: '2026-10-01',
      acceptabilityBy: null,
      contact: null,
    });
    expect(await read(SENDING, 'postHolder', id, 'contact')).toEqual({ contact: 'Duty line, extension 411' });
    expect(await read(THIRD, 'postHolder', id, 'id')).toBeNull();
  });

  it('are appointed by nobody of the receiving State, of a third State, or of another agency of their own', async () => {
    for (const by of [RECEIVING, THIRD, POLICE, profileOf('usa.diplomatic-security'), profileOf('usa.consular')])
      expect(await refused(by, 'notifyAppointment', appointment(), 'postHolder { id }')).toMatchObject({
        code: 'WRITE_DENIED',
        rules: ['CHY-MEMB'],
      });
  });

  it('are what the treaty of the post knows, and nobody’s family', async () => {
    for (const immunityCategory of ['CONSULAR_OFFICER', 'UN_OFFICIAL', 'FAMILY_OF_AGENT'])
      expect(
        await refused(SENDING, 'notifyAppointment', { ...appointment(), immunityCategory }, 'postHolder { id }'),
      ).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-MEMB'] });
  });

  it('are marked with the days of their privileges, which arrival and departure set; what was known before is kept', async () => {
    const { id } = await appoint();
    expect(await marksOf('post_holder', id)).toMatch(/;im=DIPLOMATIC_AGENT:USA:2026-10-01\.\.;who=P-[0-9A-F]{10};t=/);

    const arrival = { id, arrivedOn: '2026-09-18', privilegesFrom: '2026-09-18' };
    await done(SENDING, 'notifyArrival', arrival, 'postHolder { arrivedOn }');
    const departure = { id, departedOn: '2026-09-20', privilegesUntil: '2026-09-30' };
    const left = await done(SENDING, 'notifyDeparture', departure, 'postHolder { departedOn privilegesUntil }');

    expect(left).toEqual({ departedOn: '2026-09-20', privilegesUntil: '2026-09-30' });
    expect(await marksOf('post_holder', id)).toContain(';im=DIPLOMATIC_AGENT:USA:2026-09-18..2026-09-30;');
    const versions = await asked('select content from record_version where record_id = $1 order by version', [id]);
    expect(versions.map(({ content }) => Reflect.get(Object(content), 'privileges_from'))).toEqual([
      '2026-10-01',
      '2026-09-18',
      '2026-09-18',
    ]);
    expect(
      await refused(
        SENDING,
        'notifyEndOfFunctions',
        { id, functionsEndedOn: '2026-09-20', privilegesUntil: '2026-01-01' },
        'postHolder { id }',
      ),
    ).toMatchObject({ code: 'WRITE_DENIED', rules: ['VCDR-39'] });
    expect(
      await refused(SENDING, 'notifyDeparture', { ...departure, departedOn: '2026-09-01' }, 'postHolder { id }'),
    ).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('are accepted or refused by the receiving State, without a reason, and never by their own', async () => {
    const { id } = await appoint();
    const shown = 'postHolder { acceptability acceptabilityBy acceptabilityOn }';
    const agreed = await done(RECEIVING, 'declareAcceptability', { id, acceptability: 'AGREED' }, shown);
    expect(agreed).toEqual({ acceptability: 'AGREED', acceptabilityBy: 'DEU', acceptabilityOn: '2026-09-21' });
    expect(await read(SENDING, 'postHolder', id, 'acceptability')).toEqual({ acceptability: 'AGREED' });

    await done(RECEIVING, 'declareAcceptability', { id, acceptability: 'NON_GRATA' }, shown);
    const arrival = { id, arrivedOn: '2026-09-18', privilegesFrom: '2026-09-18' };
    expect(await refused(SENDING, 'notifyArrival', arrival, 'postHolder { id }')).toMatchObject({
      code: 'TRANSITION_INVALID',
    });
    for (const by of [SENDING, POLICE])
      expect(
        await refused(by, 'declareAcceptability', { id, acceptability: 'AGREED' }, 'postHolder { id }'),
      ).toMatchObject({ code: 'WRITE_DENIED', rules: ['CHY-MEMB'] });
    await done(RECEIVING, 'declareAcceptability', { id, acceptability: 'AGREED' }, shown);
  });

  it('are no persona non grata where they are no officer: such staff is not acceptable (VCDR 9)', async () => {
    const { id } = await appoint({ office: 'ADMINISTRATIVE_OFFICER', immunityCategory: 'ADMINISTRATIVE_TECHNICAL' });
    const shown = 'postHolder { acceptability }';
    expect(await refused(RECEIVING, 'declareAcceptability', { id, acceptability: 'NON_GRATA' }, shown)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['VCDR-9'],
    });
    const said = await done(RECEIVING, 'declareAcceptability', { id, acceptability: 'NOT_ACCEPTABLE' }, shown);
    expect(said).toEqual({ acceptability: 'NOT_ACCEPTABLE' });
  });

  it('are absent to a third State, whatever it would do with them', async () => {
    const { id } = await appoint();
    const inputs: readonly [string, Row][] = [
      ['declareAcceptability', { acceptability: 'AGREED' }],
      ['notifyArrival', { arrivedOn: '2026-09-18', privilegesFrom: '2026-09-18' }],
      ['notifyDeparture', { departedOn: '2026-09-18', privilegesUntil: '2026-09-18' }],
      ['retractPostHolder', { reason: 'Entered by mistake' }],
    ];
    for (const [command, input] of inputs) {
      const before = await counts();
      const there = await run(THIRD, command, { ...input, id }, 'postHolder { id }');
      const absent = await run(THIRD, command, { ...input, id: `pho_${ABSENT}` }, 'postHolder { id }');
      expect(there.errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect(there.text).toBe(absent.text);
      expect(await counts()).toEqual(before);
    }
  });

  it('have an immunity of which one version holds: the earlier one stays, until when it was believed', async () => {
    const { id: postHolder } = await appoint();
    const { id: another } = await appoint();
    const status = { mission, category: 'DIPLOMATIC_AGENT', basis: 'VCDR 29, 31, 39', synthetic: true };
    const shown = 'immunityStatus { id recordedAt supersededAt }';
    const first = await done(SENDING, 'recordImmunity', { ...status, postHolder, validFrom: '2026-09-18' }, shown);
    expect(first).toMatchObject({ supersededAt: null });

    const better = { ...status, postHolder, validFrom: '2026-09-15', validUntil: '2026-12-31', supersedes: first.id };
    const second = await done(SENDING, 'recordImmunity', better, shown);
    expect(await read(SENDING, 'immunityStatus', first.id, 'validFrom supersededAt')).toEqual({
      validFrom: '2026-09-18',
      supersededAt: second.recordedAt,
    });
    expect(await marksOf('immunity_status', second.id)).toContain(';im=DIPLOMATIC_AGENT:USA:2026-09-15..2026-12-31;');

    expect(await refused(SENDING, 'recordImmunity', better, shown)).toMatchObject({
      code: 'TRANSITION_INVALID',
      argument: 'input.supersedes',
    });
    const ofAnother = { ...better, postHolder: another, supersedes: second.id };
    expect(await refused(SENDING, 'recordImmunity', ofAnother, shown)).toMatchObject({
      code: 'INPUT_INVALID',
      argument: 'input.supersedes',
    });
    expect(await refused(SENDING, 'recordImmunity', { ...better, supersedes: `ims_${ABSENT}` }, shown)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await read(RECEIVING, 'immunityStatus', second.id, 'category validUntil')).toEqual({
      category: 'DIPLOMATIC_AGENT',
      validUntil: '2026-12-31',
    });
  });

  it('have households that are counts, which the ministry of the host is told of and its police is not', async () => {
    const { id: postHolder } = await appoint();
    const household = { mission, postHolder, relation: 'CHILD', members: 2, joinedAt: '2026-09-19', synthetic: true };
    const { id } = await done(SENDING, 'notifyFamilyMembers', household, 'familyMember { id }');

    expect(await marksOf('family_member', id)).toContain(';im=FAMILY_OF_AGENT:USA:2026-09-19..;');
    expect(await read(RECEIVING, 'familyMember', id, 'members joinedAt')).toEqual({
      members: 2,
      joinedAt: '2026-09-19',
    });
    expect((await read(POLICE, 'familyMember', id, 'members')) ?? { members: null }).toEqual({ members: null });

    await done(SENDING, 'notifyFamilyDeparture', { id, leftAt: '2026-09-20' }, 'familyMember { leftAt }');
    expect(await marksOf('family_member', id)).toContain(';im=FAMILY_OF_AGENT:USA:2026-09-19..2026-09-20;');
    for (const by of [RECEIVING, POLICE])
      expect(await refused(by, 'notifyFamilyMembers', household, 'familyMember { id }')).toMatchObject({
        code: 'WRITE_DENIED',
        rules: ['CHY-MEMB'],
      });
  });

  it('have households that no article describes where none speaks of their families', async () => {
    const staff = { office: 'DRIVER', immunityCategory: 'SERVICE_STAFF' };
    const { id: postHolder } = await appoint(staff);
    const household = { mission, postHolder, relation: 'CHILD', members: 1, joinedAt: '2026-09-19', synthetic: true };
    const { id } = await done(SENDING, 'notifyFamilyMembers', household, 'familyMember { id }');

    expect(await marksOf('family_member', id)).not.toContain(';im=');
    expect((await read(RECEIVING, 'familyMember', id, 'members')) ?? { members: null }).toEqual({ members: null });
  });

  it('tell the law nothing: what is recorded of a person is no fact of the post', async () => {
    expect(await asked('select count(*)::int as notices from fact_notice')).toEqual([{ notices: 0 }]);
  });
});
