import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { CONSULATE, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDemoPair } from '../testkit/demo-pair.js';
import { ministryOf } from '../testkit/ministry.js';

const STARTED_WITHIN_MS = 120_000;
const SECURITY = profileOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
const POLICE = profileOf('deu.police', 'THREAT_PREVENTION');
const THIRD = ministryOf('GBR', 'THREAT_PREVENTION');
const ABSENT = 'prm_00000000000000000000000000';

type Row = Readonly<Record<string, unknown>>;

describe('premises, as somebody registers them', () => {
  let missions: RunningService;
  let keys = 0;
  beforeAll(async () => {
    missions = await runDemoPair();
  }, STARTED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  async function asked(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await inTransaction(missions.database.ownerUrl, (client) => client.query<Row>(text, values))).rows;
  }
  const counts = () =>
    asked('select (select count(*)::int from premises) as p, (select count(*)::int from record_version) as v');
  const postOf = async (key: string): Promise<string> =>
    String((await asked('select id from mission where wikidata_id = $1', [key]))[0]?.id);
  async function run(by: Profile, command: string, input: Row) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { premises { id concurrencyToken } } }`;
    const idempotencyKey = `premises-${String(keys).padStart(4, '0')}`;
    const answer = await missions.client.mutate(by, document, { input: { idempotencyKey, ...input } });
    const data = answer.data as { done?: { premises?: Row | null } | null } | null | undefined;
    return { ...answer, row: data?.done?.premises ?? null, error: answer.errors[0]?.extensions };
  }
  async function read(by: Profile, id: unknown, shown: string): Promise<Row | null> {
    const { data } = await missions.client.query(by, `query ($id: ID!) { one: premises(id: $id) { ${shown} } }`, {
      id,
    });
    return (data as { one: Row | null }).one;
  }
  async function ofPost(by: Profile, key: string): Promise<unknown> {
    const document = '($key: String!) { one: missionByWikidataId(wikidataId: $key) { premises { id address } } }';
    const { data } = await missions.client.query(by, `query ${document}`, { key });
    return (data as { one: { premises: unknown } }).one.premises;
  }
  /** Takes back what the post has, by who made it. */
  async function clear(key: string): Promise<void> {
    const post = await postOf(key);
    for (const { id } of await asked('select id from premises where mission_id = $1 and withdrawn_at is null', [post]))
      expect((await run(SECURITY, 'retractPremises', { id, reason: 'Entered anew' })).error).toBeUndefined();
  }
  const given = {
    address: '1 Old Harbour Steps',
    floorPlan: 'Two floors. Ways out: north door, roof ladder.',
    hazards: ['Diesel tank'],
    occupancy: 40,
    interiorPlan: 'Drawing 9001',
    archiveRegister: '40 series',
    takenIntoUseOn: '2026-01-01',
    synthetic: true,
  };

  it('are one whole: a second registration of what its writer sees is refused, and after the first is taken back there is a new one', async () => {
    const mission = await postOf(EMBASSY);
    const before = await counts();
    const second = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['DEU'] });
    expect(second.error).toEqual({ code: 'TRANSITION_INVALID', argument: 'input.mission' });
    expect(await counts()).toEqual(before);

    await clear(EMBASSY);
    expect(await ofPost(SECURITY, EMBASSY)).toBeNull();
    const made = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['DEU'] });
    expect(made.errors).toEqual([]);
    expect(await ofPost(SECURITY, EMBASSY)).toEqual({ id: made.row?.id, address: given.address });
  });

  it('are read below their line by the States that they were notified to as far as the law opens it, and by no third State', async () => {
    await clear(EMBASSY);
    const mission = await postOf(EMBASSY);
    const { row } = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['DEU'] });

    const shown = 'address floorPlan interiorPlan archiveRegister notifiedTo';
    const ofHost = await read(POLICE, row?.id, shown);
    expect(ofHost).toMatchObject({ address: given.address, interiorPlan: null, archiveRegister: null });
    expect(await read(SECURITY, row?.id, shown)).toMatchObject({
      floorPlan: given.floorPlan,
      interiorPlan: given.interiorPlan,
      notifiedTo: ['DEU'],
    });
    expect(await read(THIRD, row?.id, 'id')).toBeNull();
    const other = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['FRA'] });
    expect(other.error).toEqual({ code: 'INPUT_INVALID', argument: 'input.notifiedTo' });
  });

  it('are there for their own State alone where they were notified to nobody', async () => {
    await clear(EMBASSY);
    const { row } = await run(SECURITY, 'registerPremises', { ...given, mission: await postOf(EMBASSY) });

    expect(await read(SECURITY, row?.id, 'address')).toEqual({ address: given.address });
    expect(await read(POLICE, row?.id, 'address')).toBeNull();
    expect(await ofPost(POLICE, EMBASSY)).toBeNull();
  });

  it('are marked as of exclusive use where they are consular and their State says so (VCCR 31(1))', async () => {
    const tagsAt = async (key: string): Promise<string> => {
      await clear(key);
      const input = { ...given, mission: await postOf(key), exclusiveUse: true };
      const { row } = await run(SECURITY, 'registerPremises', input);
      const text = 'select h.text from premises p join handling h on h.id = p.handling_id where p.id = $1';
      return /;t=([^!;]*)/.exec(String((await asked(text, [row?.id]))[0]?.text))?.[1] ?? '';
    };

    expect(await tagsAt(CONSULATE)).toBe('exclusiveUse+synthetic');
    expect(await tagsAt(EMBASSY)).toBe('synthetic');
  });

  it('are amended with what is otherwise, under the label that they have', async () => {
    await clear(EMBASSY);
    const mission = await postOf(EMBASSY);
    const { row } = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['DEU'] });
    const change = { id: row?.id, concurrencyToken: row?.concurrencyToken, address: '2 Windmill Parade' };
    expect((await run(SECURITY, 'amendPremises', change)).errors).toEqual([]);
    expect(await read(POLICE, row?.id, 'address')).toEqual({ address: '2 Windmill Parade' });
    expect((await run(SECURITY, 'amendPremises', change)).error?.code).toBe('CONFLICT');
  });

  it('are registered, amended and taken back by nobody of the host, and absent to a third State', async () => {
    await clear(EMBASSY);
    const mission = await postOf(EMBASSY);
    const { row } = await run(SECURITY, 'registerPremises', { ...given, mission, notifiedTo: ['DEU'] });
    const before = await counts();
    for (const by of [
      POLICE,
      profileOf('deu.fire-service', 'PROTECT_LIFE'),
      ministryOf('DEU', 'THREAT_PREVENTION'),
      profileOf('ury.observer'),
    ])
      expect((await run(by, 'registerPremises', { ...given, mission })).error).toMatchObject({
        code: 'WRITE_DENIED',
        rules: ['CHY-PREP'],
      });
    for (const [command, input] of [
      ['amendPremises', { occupancy: 1, concurrencyToken: 'x' }],
      ['retractPremises', { reason: 'x' }],
    ] as const) {
      const there = await run(THIRD, command, { ...input, id: row?.id });
      const absent = await run(THIRD, command, { ...input, id: ABSENT });
      expect(there.error?.code).toBe('NOT_FOUND');
      expect(there.text).toBe(absent.text);
    }
    expect(await counts()).toEqual(before);
  });
});
