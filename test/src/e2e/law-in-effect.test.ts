import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asker, createAsker } from '../testkit/asker.js';
import { type Deployed, deploy } from '../testkit/deployed.js';
import { followBySse } from '../testkit/followed.js';
import { makeIssuer } from '../testkit/issuer.js';
import { LedgerWindow } from '../testkit/ledger-window.js';
import { type Answer, rulesWithheldAt, valueAt } from './answer.js';

const EMBASSY = 'Q875787';
const POSTS = `{ embassy: missionByWikidataId(wikidataId: "Q875787") { id city premises { floorPlan } }
  consulate: missionByWikidataId(wikidataId: "Q470042") { city premises { floorPlan } } }`;
const CASE_STUDY = '1979-11-04-tehran-usa';
const IN_TIME_MS = 120_000;
/** The first of a run imports the data, and six processes start. */
const DEPLOYED_WITHIN_MS = 400_000;

describe('an act, where every part is a process', () => {
  let chancery: Deployed;
  let post: string;
  /** A gateway in production, which by file believes the register's own persons alone. */
  let production: string;
  const trustFolder = mkdtempSync(join(tmpdir(), 'chancery-trust-'));
  const keepers = makeIssuer('CHANCERY.register', 'ORGANISATION', ['PROTOCOL_NOTIFICATION']);
  const observers = makeIssuer('URY.observers', 'FOREIGN_MINISTRY', ['TRAINING', 'PROTOCOL_NOTIFICATION']);
  beforeAll(async () => {
    writeFileSync(join(trustFolder, 'register.json'), JSON.stringify(keepers.agreement()));
    chancery = await deploy();
    post = String(valueAt(await rescuers(), 'embassy.id'));
  }, DEPLOYED_WITHIN_MS);
  afterAll(async () => {
    await chancery[Symbol.asyncDispose]();
    rmSync(trustFolder, { recursive: true });
  });

  const rescuers = (): Promise<Answer> => chancery.as('deu.fire-service', 'PROTECT_LIFE').query(POSTS);
  const security = (document: string, input: object): Promise<Answer> =>
    chancery.as('usa.diplomatic-security', 'PROTECT_LIFE').query(document, { input });
  const isOpenAt = async (where: 'embassy' | 'consulate'): Promise<boolean> =>
    valueAt(await rescuers(), `${where}.premises.floorPlan`) !== null;
  interface Ready {
    readonly status: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly snapshotLagMs: number;
  }
  const readiness = async () => (await (await fetch(`${chancery.url()}/ready`)).json()) as Ready;

  /** Milliseconds until it is so for whoever asks. */
  async function after(isSo: () => Promise<boolean>): Promise<number> {
    const from = performance.now();
    while (!(await isSo())) await pause(10);
    return performance.now() - from;
  }
  async function consent(): Promise<string> {
    const granted = await security(
      'mutation Grant($input: GrantActInput!) { grantAct(input: $input) { legalAct { id status } } }',
      {
        ...{ idempotencyKey: randomUUID(), kind: 'CONSENT', office: 'HEAD_OF_MISSION', post, coversPost: true },
        ...{ recipient: 'DEU', recipientAgencies: ['*'], categories: ['PREMISES_RESCUE'], isWritten: false },
        untilAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    );
    expect(granted.body.errors).toBeUndefined();
    return String(valueAt(granted, 'grantAct.legalAct.id'));
  }
  const revoke = (id: string): Promise<Answer> =>
    security('mutation Revoke($input: RevokeActInput!) { revokeAct(input: $input) { legalAct { status } } }', {
      idempotencyKey: randomUUID(),
      id,
    });
  const retell = (summary: string) =>
    inTransaction(chancery.databases.incidents.ownerUrl, (client) =>
      client.query(
        `update incident set summary = $2, mission_id = (select id from mission_ref where key = $3) where reference = $1`,
        [CASE_STUDY, summary, EMBASSY],
      ),
    );

  it(
    'of consent opens what it covers, and revoked closes the next query and the next event of an open subscription',
    async () => {
      expect(rulesWithheldAt(await rescuers(), 'embassy.premises.floorPlan')).toEqual(['VCDR-22-1']);
      const id = await consent();
      const openedMs = await after(() => isOpenAt('embassy'));

      const followed = await followBySse(
        chancery.url(),
        chancery.tokenOf('deu.fire-service', 'PROTECT_LIFE'),
        'subscription Told { incidentUpdated { summary mission { premises { floorPlan } } } }',
      );
      await retell('while it is consented to');
      expect((await followed.next()).data?.incidentUpdated).toMatchObject({
        mission: { premises: { floorPlan: expect.stringContaining('EX-FLOORPLAN') } },
      });

      expect(valueAt(await revoke(id), 'revokeAct.legalAct.status')).toBe('REVOKED');
      const closedMs = await after(async () => !(await isOpenAt('embassy')));
      await retell('once it is revoked');
      // What was told under the consent may be told again without it, before what happened since.
      for (let told = ''; told !== 'once it is revoked'; ) {
        const event = (await followed.next()).data?.incidentUpdated;
        expect(event).toMatchObject({ mission: { premises: { floorPlan: null } } });
        told = String(Reflect.get(event ?? {}, 'summary'));
      }
      followed.stop();
      // Five seconds is where facts go stale: what takes longer was not told, only not confirmed.
      expect(Math.max(openedMs, closedMs)).toBeLessThan(5_000);
      process.stderr.write(
        `an act in effect: opened after ${openedMs.toFixed(0)} ms, closed after ${closedMs.toFixed(0)} ms\n`,
      );
    },
    IN_TIME_MS,
  );

  it(
    'answers a request of whoever was refused: the same query discloses then, each step has its entry, and revoked it closes again',
    async () => {
      const ledger = new LedgerWindow(chancery.databases.ledger);
      const rescuer = chancery.as('deu.fire-service', 'PROTECT_LIFE');
      const plan = await rescuer.query('{ missionByWikidataId(wikidataId: "Q875787") { premises { id floorPlan } } }');
      const item = plan.body.extensions?.withheld?.find(({ coordinate }) => coordinate === 'Premises.floorPlan');
      expect(item).toMatchObject({ code: 'INVIOLABILITY' });
      const receipts = [plan];
      const told = async (asker: Asker, command: string, input: object): Promise<Answer> => {
        const name = `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
        const document = `mutation ${name}($input: ${name}Input!) { done: ${command}(input: $input) { informationRequest { id status answerAct { id } } } }`;
        const answer = await asker.query(document, { input: { idempotencyKey: randomUUID(), ...input } });
        expect(answer.body.errors).toBeUndefined();
        receipts.push(answer);
        return answer;
      };
      const filed = await told(rescuer, 'requestInformation', {
        ...{ record: valueAt(plan, 'missionByWikidataId.premises.id'), coordinates: ['Premises.floorPlan'] },
        reason: 'people are inside',
      });
      expect(valueAt(filed, 'done.informationRequest.status')).toBe('ROUTED');
      const id = String(valueAt(filed, 'done.informationRequest.id'));
      const post = chancery.as('usa.diplomatic-security', 'PROTECT_LIFE');
      const seen = (): Promise<Answer> => post.query('query ($id: ID!) { informationRequest(id: $id) { id } }', { id });
      await after(async () => valueAt(await seen(), 'informationRequest') !== null);

      await told(post, 'takeUpRequest', { id });
      const answerAct = await consent();
      const answered = await told(post, 'answerRequest', { id, answerAct });
      expect(valueAt(answered, 'done.informationRequest')).toMatchObject({
        status: 'ANSWERED',
        answerAct: { id: answerAct },
      });
      await after(() => isOpenAt('embassy'));
      const opened = await rescuers();
      receipts.push(opened);
      await revoke(answerAct);
      await after(async () => !(await isOpenAt('embassy')));

      const entries: ReturnType<typeof parseEntry>[] = [];
      for (const answer of receipts) entries.push(parseEntry(await ledger.leafOf(answer)));
      await ledger.close();
      expect(entries.map(({ kind }) => kind)).toEqual(['READ', 'OUTCOME', 'OUTCOME', 'OUTCOME', 'READ']);
      const floorPlan = entries.map(({ access }) => access.find(([coordinate]) => coordinate === 'Premises.floorPlan'));
      // Filing looks at what it asks for, and is told on the ledger as having been refused it.
      expect(floorPlan.map((row) => row?.[3])).toEqual(['W', 'W', undefined, undefined, 'A']);
      expect(entries.at(-1)?.basis.acts).toContain(`${answerAct}@1`);
    },
    IN_TIME_MS,
  );

  it(
    'is joined by what missions records of a post, which is a fact in the next snapshot, for the gateway too',
    async () => {
      const law = async <Row extends object>(text: string): Promise<Row[]> =>
        (await inTransaction(chancery.databases.compliance.ownerUrl, (client) => client.query<Row>(text))).rows;
      const record = (status: string): Promise<Answer> =>
        chancery.as('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION').query(
          `mutation Standing($input: RecordLegalStatusInput!) {
            recordLegalStatus(input: $input) { legalStatusPeriod { status } }
          }`,
          {
            input: {
              ...{ idempotencyKey: randomUUID(), mission: post, receivingState: 'DEU', status },
              heldFrom: new Date().toISOString().slice(0, 10),
            },
          },
        );
      expect((await record('SUSPENDED')).body.errors).toBeUndefined();
      const keptMs = await after(async () => (await law('select from law_notice')).length === 1);
      const [kept] = await law<{ fact: object }>('select fact from law_notice');
      expect(kept?.fact).toMatchObject({ m: EMBASSY, receiving: 'DEU', regime: 'VCDR', legalStatus: 'SUSPENDED' });
      const [last] = await law<{ number: number }>('select max(number)::int as number from snapshot_number');
      const token = chancery.tokenOf('deu.fire-service', 'PROTECT_LIFE');
      const knowing = createAsker(chancery.url(), token, { 'chancery-snapshot-at-least': String(last?.number) });
      expect((await knowing.query(POSTS)).body.errors).toBeUndefined();
      expect(keptMs).toBeLessThan(5_000);

      // That a post was never notified would lift its inviolability: no receiving State says that by itself.
      expect((await record('UNNOTIFIED')).body.errors).toMatchObject([{ extensions: { code: 'WRITE_DENIED' } }]);
      expect(await law('select from law_notice')).toHaveLength(1);
    },
    IN_TIME_MS,
  );

  const observer = (purpose = 'TRAINING'): Asker => createAsker(production, observers.tokenOf('somebody', purpose));
  const codeOf = async (asker: Asker): Promise<unknown> =>
    (await asker.query('{ viewer { agency } }')).body.errors?.[0]?.extensions.code ?? null;

  it(
    'lets an agency in when two persons of the register have said so, and out when one has, without a restart',
    async () => {
      production = (await chancery.startGateway(trustFolder)).url;
      const keeper = (person: string): Asker =>
        createAsker(production, keepers.tokenOf(person, 'PROTOCOL_NOTIFICATION'));
      async function run(person: string, command: string, input: object): Promise<string> {
        const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
        const document = `mutation Run($input: ${type}!) { done: ${command}(input: $input) { trustAgreement { id } } }`;
        const answer = await keeper(person).query(document, { input: { idempotencyKey: randomUUID(), ...input } });
        expect(answer.body.errors).toBeUndefined();
        return String(valueAt(answer, 'done.trustAgreement.id'));
      }
      const held = observer();
      expect(await codeOf(held)).toBe('ISSUER_UNKNOWN');
      const id = await run('first', 'proposeAgreement', { agreement: JSON.stringify(observers.agreement()) });
      const alone = await keeper('first').query(
        'mutation Run($input: ApproveAgreementInput!) { approveAgreement(input: $input) { trustAgreement { id } } }',
        { input: { idempotencyKey: randomUUID(), id } },
      );
      expect(alone.body.errors).toMatchObject([
        { extensions: { code: 'WRITE_DENIED', citations: [{ rule: 'CHY-ADMT', instrument: 'CHANCERY' }] } },
      ]);
      expect(await codeOf(held)).toBe('ISSUER_UNKNOWN');

      await run('second', 'approveAgreement', { id });
      const inMs = await after(async () => (await codeOf(held)) === null);
      const own = await held.query('{ trustAgreements { edges { node { id status document } } } }');
      expect(valueAt(own, 'trustAgreements.edges')).toMatchObject([{ node: { id, status: 'APPROVED' } }]);

      expect(await codeOf(observer('PROTOCOL_NOTIFICATION'))).toBeNull();
      const less = JSON.stringify(observers.agreement({ purposes: ['TRAINING'] }));
      await run('first', 'narrowAgreement', { id, agreement: less });
      const narrowedMs = await after(
        async () => (await codeOf(observer('PROTOCOL_NOTIFICATION'))) === 'PURPOSE_NOT_ASSIGNED',
      );

      const off = await run('second', 'proposeAgreement', { agreement: JSON.stringify(observers.agreement()) });
      await run('first', 'approveAgreement', { id: off });
      await after(async () => (await codeOf(observer('PROTOCOL_NOTIFICATION'))) === null);
      await run('first', 'switchOffAgreement', { id: off });
      const outMs = await after(async () => (await codeOf(held)) === 'ISSUER_UNKNOWN');
      process.stderr.write(
        `an agreement in effect: let in after ${inMs.toFixed(0)} ms, narrowed after ${narrowedMs.toFixed(0)} ms, switched off after ${outMs.toFixed(0)} ms\n`,
      );
      const again = await run('second', 'proposeAgreement', { agreement: JSON.stringify(observers.agreement()) });
      await run('first', 'approveAgreement', { id: again });
      await after(async () => (await codeOf(held)) === null);
    },
    IN_TIME_MS,
  );

  it(
    'counts for nobody while compliance is dead, nor does the presumption of a disaster; a gateway that starts then serves nobody',
    async () => {
      expect(await isOpenAt('consulate')).toBe(true);
      await chancery.kill('compliance');
      await after(async () => !(await isOpenAt('consulate')));
      const answer = await rescuers();
      expect(valueAt(answer, 'consulate.city')).toBe('Munich');
      expect((answer.body.extensions?.withheld ?? []).map(({ code }) => code)).toContain('ACTS_STALE');
      // Each process reckons by itself since when it has heard nothing, and a service may be the first.
      await after(async () => (await readiness()).parts.snapshot === 'stale');
      const told = await readiness();
      expect(told).toMatchObject({ status: 'down', parts: { snapshot: 'stale' } });
      expect(told.snapshotLagMs).toBeGreaterThan(5_000);
      await after(async () => (await readiness()).parts.agreements === 'unknown');
      // Who was let in may have been switched off since; whom a file lets in is still believed.
      await after(async () => (await codeOf(observer())) === 'AGREEMENTS_UNKNOWN');
      expect(await codeOf(createAsker(production, keepers.tokenOf('first', 'PROTOCOL_NOTIFICATION')))).toBeNull();

      const second = chancery.startGateway();
      expect(await Promise.race([second.then(() => 'serves'), pause(3_000).then(() => 'waits')])).toBe('waits');

      await chancery.restart('compliance');
      await after(() => isOpenAt('consulate'));
      await after(async () => (await codeOf(observer())) === null);
      const { url } = await second;
      await after(async () => (await fetch(`${url}/ready`)).ok);
      const ready = await readiness();
      expect(ready).toMatchObject({ parts: { snapshot: 'ok' } });
      expect(ready.snapshotLagMs).toBeLessThan(5_000);
      await after(async () => (await readiness()).parts.agreements === 'ok');
    },
    IN_TIME_MS,
  );

  it('that the law does not give to its maker is refused with the rule, and is on the ledger as attempted', async () => {
    const refused = await chancery
      .as('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION')
      .query('mutation Grant($input: GrantActInput!) { grantAct(input: $input) { legalAct { id } } }', {
        input: {
          ...{ idempotencyKey: randomUUID(), kind: 'CONSENT', office: 'HEAD_OF_MISSION', post, coversPost: true },
          ...{ recipient: 'DEU', recipientAgencies: ['*'], categories: ['PREMISES_RESCUE'], isWritten: false },
          untilAt: new Date(Date.now() + 3_600_000).toISOString(),
        },
      });
    expect(refused.body.errors).toMatchObject([
      { extensions: { code: 'WRITE_DENIED', citations: [{ rule: 'VCDR-22-1', article: '22(1)' }] } },
    ]);
    expect(refused.body.extensions?.audit?.receipt).toEqual(expect.any(String));
  });
});
