import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgingBy } from '@chancery/compliance/audit/judge-access';
import { LedgerProjection } from '@chancery/compliance/audit/ledger-projection';
import { DutyClock } from '@chancery/compliance/duties/duty-clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '../testkit/asker.js';
import { type Followed, followBySse } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraphSdl } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

const EMBASSY = 'Q875787';
const CONSULATE = 'Q470042';
const QUESTIONS = join(import.meta.dirname, '../../../docs/questions');
const HOUR_MS = 3_600_000;
const SECURITY = 'usa.diplomatic-security';
const RESCUERS = 'deu.fire-service';
const PARTNER = 'gbr.foreign-ministry';
/** An exercise of the embassy, which its own State's intelligence service made. */
const WARNING = 'W-0002';
const WARNINGS = `{ warnings(filter: { reference: { eq: "${WARNING}" } }) { edges { node { reference tearline } } } }`;
const OBLIGATIONS = `{ obligations(filter: { rule: { eq: "EO-4.2b" } }) { edges { node { id kind rule term state dueAt latestAt debtor creditor owedTo agency count concurrencyToken } } } }`;
const DUE =
  'subscription Due { obligationDue(filter: { rule: { eq: "EO-4.2b" } }) { id kind state dueAt dueSoonAt overdueAt agency evidence } }';
const DISCHARGE = `mutation Discharge($input: DischargeObligationInput!) {
  dischargeObligation(input: $input) { obligation { state evidence doneAt } }
}`;

type Row = Readonly<Record<string, unknown>>;

describe('what an emergency disclosure obliges to', () => {
  /** What everything takes for the time. */
  let now = Date.now();
  let mesh: Mesh;
  let projection: LedgerProjection;
  let dutyClock: DutyClock;
  beforeAll(async () => {
    const clock = (): number => now;
    mesh = await startMesh({ clock });
    const log = (line: object): void => {
      throw new Error(JSON.stringify(line));
    };
    // Both only when they are told to.
    const options = { loaderUrl: mesh.loaderUrlOf('compliance'), clock, log, everyMs: 1_000_000 };
    projection = new LedgerProjection({
      ...options,
      ledgerUrl: mesh.ledger.readerUrl,
      judging: judgingBy(() => supergraphSdl),
    });
    dutyClock = new DutyClock(options);
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await dutyClock[Symbol.asyncDispose]();
    await projection[Symbol.asyncDispose]();
    await mesh.close();
  });

  const as = (persona: string, purpose = 'PROTECT_LIFE'): Asker => mesh.as(persona, purpose);
  /** Somebody else of the agency. */
  function colleague(persona: string): Asker {
    const claims = mesh.claimsOf(persona, 'PROTECT_LIFE');
    return mesh.withToken(mesh.signAsIssuer({ ...claims, sub: 'colleague', jti: randomUUID() }));
  }
  function fine(answer: Answer): Answer {
    expect(answer.body.errors).toBeUndefined();
    return answer;
  }
  async function disclose(): Promise<void> {
    const post = valueAt(
      fine(await as(SECURITY).query(`{ missionByWikidataId(wikidataId: "${EMBASSY}") { id } }`)),
      'missionByWikidataId.id',
    );
    const granted = await as(SECURITY).query(
      'mutation Propose($input: GrantActInput!) { grantAct(input: $input) { legalAct { id } } }',
      {
        input: {
          ...{ idempotencyKey: randomUUID(), kind: 'EMERGENCY_DISCLOSURE', office: 'AGENCY_HEAD_DESIGNEE' },
          ...{ post, coversPost: true, recipient: 'DEU', recipientAgencies: ['DEU.fire-service'], isWritten: true },
          ...{ categories: ['THREAT', 'INTEL_REPORT'], untilAt: new Date(now + 6 * HOUR_MS).toISOString() },
          ...{ disclosedInformation: 'warning of an attack', disclosedTo: 'duty officer', transmission: 'by voice' },
          ...{ reason: 'imminent threat to life', safeguarding: 'nothing is kept', briefings: 'briefed and signed' },
        },
      },
    );
    const id = valueAt(fine(granted), 'grantAct.legalAct.id');
    const approved = await colleague(SECURITY).query(
      'mutation Approve($input: ApproveActInput!) { approveAct(input: $input) { legalAct { status } } }',
      { input: { idempotencyKey: randomUUID(), id } },
    );
    expect(valueAt(fine(approved), 'approveAct.legalAct.status')).toBe('GRANTED');
    await mesh.publishMade();
  }

  const rowsOf = (answer: Answer): Row[] =>
    (valueAt(fine(answer), 'obligations.edges') as { node: Row }[]).map(({ node }) => node);
  const warned = (): Promise<Answer> => as(RESCUERS).query(WARNINGS);
  const noticesIn = (answer: Answer) =>
    (fine(answer).body.extensions?.obligations ?? []).filter(({ kind }) => kind === 'NOTIFY_ORIGINATOR');
  const stateOf = async (followed: Followed): Promise<unknown> => {
    const { obligationDue } = (await followed.next()).data ?? {};
    return (obligationDue as Row).state;
  };

  async function asked(question: string, persona = 'usa.inspectorate', purpose = 'OVERSIGHT'): Promise<Row[]> {
    const text = readFileSync(join(QUESTIONS, `${question}.graphql`), 'utf8');
    const words = { since: '2020-01-01T00:00:00Z', until: new Date(now).toISOString() };
    return rowsOf(await as(persona, purpose).query(text, text.includes('$since') ? words : { until: words.until }));
  }

  it('is told to oversight on both sides beside what an assumed consent and a detention oblige to', async () => {
    const plan = `{ missionByWikidataId(wikidataId: "${CONSULATE}") { premises { floorPlan } } }`;
    fine(await as(RESCUERS).query(plan));
    // Data of law enforcement is read with a reason (LED 25).
    const police = mesh.withToken(mesh.tokenOf('deu.police', 'CRIMINAL_INVESTIGATION'), {
      'chancery-reason': 'custody book',
    });
    const held = fine(await police.query('{ detentions { edges { node { reference wish rightsInformedAt } } } }'));
    const wishes = (valueAt(held, 'detentions.edges') as { node: Row }[]).map(({ node }) => node.wish);
    expect(new Set(wishes)).toEqual(new Set(['REQUESTED', 'NOT_DECIDED']));
    await projection.catchUp();
    now += 1_000;

    const [assumed, ...others] = await asked('disaster-presumption');
    expect(others).toEqual([]);
    expect(assumed).toMatchObject({
      ...{ rule: 'VCCR-31-2D', state: 'PENDING', debtor: 'DEU', agency: null, coordinates: null },
      mission: { name: expect.any(String) },
    });
    const notices = await asked('consular-notices');
    expect(notices.length).toBeGreaterThan(0);
    // Of those of whom the person has not decided nothing is owed to the post.
    for (const notice of notices)
      expect(notice).toMatchObject({ rule: 'VCCR-36-1b', state: 'OVERDUE', creditor: 'USA' });
    expect((await asked('overdue')).map(({ rule }) => rule)).toEqual(notices.map(() => 'VCCR-36-1b'));
    const own = await asked('consular-notices', 'deu.police', 'CRIMINAL_INVESTIGATION');
    expect(new Set(own.map(({ rule }) => rule))).toEqual(new Set(['VCCR-36-1b', 'VCCR-36-1bR']));
    expect(new Set(own.map(({ agency }) => agency))).toEqual(new Set(['DEU.police']));
    const offenders = await asked('offender-notices', 'deu.police', 'CRIMINAL_INVESTIGATION');
    expect(new Set(offenders.map(({ rule, owedTo }) => `${rule} ${owedTo}`))).toEqual(
      new Set(['IPP-6-1 SENDING_STATE']),
    );
    for (const question of ['disaster-presumption', 'consular-notices', 'offender-notices', 'overdue']) {
      expect(await asked(question, PARTNER, 'THREAT_PREVENTION')).toEqual([]);
    }
  });

  it('is a task of who disclosed, told on every gateway when it is near and when it is overdue, and closed by who owes it', async () => {
    expect(noticesIn(await warned())).toEqual([]);
    await disclose();
    const disclosedAt = now;
    const [owed] = noticesIn(await warned());
    const dueAt = new Date(disclosedAt + 72 * HOUR_MS).toISOString();
    expect(owed).toMatchObject({ rule: 'EO-4.2b', by: 'DISCLOSER', to: 'ORIGINATOR', dueAt });

    await projection.catchUp();
    // A service looks for handlings that are new once a second.
    now += 1_000;
    expect(await asked('emergency-notices')).toMatchObject([{ state: 'PENDING', agency: 'USA.diplomatic-security' }]);
    const [task] = rowsOf(await as(SECURITY).query(OBLIGATIONS));
    expect(task).toMatchObject({
      ...{
        kind: 'NOTIFY_ORIGINATOR',
        rule: 'EO-4.2b',
        term: 'WITHIN_72_HOURS',
        state: 'PENDING',
        dueAt,
        owedTo: 'ORIGINATOR',
      },
      ...{ agency: 'USA.diplomatic-security', debtor: 'USA', creditor: 'USA', count: 1 },
      latestAt: new Date(disclosedAt + 30 * 24 * HOUR_MS).toISOString(),
    });

    now = disclosedAt + 72 * HOUR_MS - 60_000;
    const replica = await mesh.startReplica();
    const revoked = mesh.tokenOf(SECURITY, 'PROTECT_LIFE');
    const [own, onReplica, switchedOff, partner, rescuers] = await Promise.all([
      followBySse(mesh.url, mesh.tokenOf(SECURITY, 'PROTECT_LIFE'), DUE),
      followBySse(replica.url, mesh.tokenOf(SECURITY, 'PROTECT_LIFE'), DUE),
      followBySse(mesh.url, revoked, DUE),
      followBySse(mesh.url, mesh.tokenOf(PARTNER, 'THREAT_PREVENTION'), DUE),
      followBySse(mesh.url, mesh.tokenOf(RESCUERS, 'PROTECT_LIFE'), DUE),
    ]);
    mesh.switchOff(revoked);
    expect((await switchedOff.next()).errors?.[0]?.extensions?.code).toBe('TOKEN_REVOKED');
    await switchedOff.ended();
    const told = async (): Promise<unknown[]> => [await stateOf(own), await stateOf(onReplica)];

    await dutyClock.look();
    expect(await told()).toEqual(['PENDING', 'PENDING']);
    now = disclosedAt + 72 * HOUR_MS;
    await dutyClock.look();
    expect(await told()).toEqual(['OVERDUE', 'OVERDUE']);

    const [{ id, concurrencyToken } = {}] = rowsOf(await as(SECURITY).query(OBLIGATIONS));
    expect(id).toBe(task?.id);
    const input = { idempotencyKey: randomUUID(), id, concurrencyToken, evidence: 'notice 17 of the duty officer' };
    const discharged = fine(await colleague(SECURITY).query(DISCHARGE, { input }));
    expect(valueAt(discharged, 'dischargeObligation.obligation')).toMatchObject({
      ...{ state: 'DONE', evidence: 'notice 17 of the duty officer', doneAt: new Date(now).toISOString() },
    });
    expect(await told()).toEqual(['DONE', 'DONE']);

    for (const followed of [own, onReplica, switchedOff, partner, rescuers]) {
      expect(followed.untaken).toEqual([]);
      followed.stop();
    }
    for (const [persona, purpose] of [
      [PARTNER, 'THREAT_PREVENTION'],
      [RESCUERS, 'PROTECT_LIFE'],
    ] as const) {
      expect(rowsOf(await as(persona, purpose).query(OBLIGATIONS))).toEqual([]);
    }
    await replica.close();
  });

  it('arises from a detention that police record and nobody opens, and to the post once the person asks for it (VCCR 36(1)(b))', async () => {
    const police = mesh.withToken(mesh.tokenOf('deu.police', 'CRIMINAL_INVESTIGATION'), {
      'chancery-reason': 'custody book',
    });
    const owedBy = async (rule: string): Promise<Row[]> => {
      await projection.catchUp();
      now += 1_000;
      const text = `{ obligations(filter: { rule: { eq: "${rule}" }, agency: { eq: "DEU.police" }, arisenAt: { gt: "${since}" } }) {
        edges { node { kind rule owedTo debtor creditor coordinates count } } } }`;
      return rowsOf(await police.query(text));
    };
    await projection.catchUp();
    now += 1_000;
    const since = new Date(now).toISOString();
    now += 1_000;
    const hour = new Date(now - HOUR_MS).toISOString();
    const post = valueAt(
      fine(await police.query(`{ missionByWikidataId(wikidataId: "${CONSULATE}") { id } }`)),
      'missionByWikidataId.id',
    );
    // Nothing is asked back: neither the record, nor a field of it.
    const held = fine(
      await police.query('mutation ($input: RecordDetentionInput!) { recordDetention(input: $input) { __typename } }', {
        input: {
          ...{ idempotencyKey: randomUUID(), mission: post, concerns: 'NATIONAL', place: 'Cell 4' },
          ...{ detainedAt: hour, rightsInformedAt: hour },
        },
      }),
    );
    const told = (held.body.extensions?.obligations ?? []).map(({ kind, rule }) => `${kind} ${rule}`);
    expect(new Set(told)).toEqual(new Set(['INFORM_PERSON VCCR-36-1bR']));
    expect(await owedBy('VCCR-36-1bR')).toMatchObject([
      { kind: 'INFORM_PERSON', owedTo: 'PERSON_CONCERNED', debtor: 'DEU', count: 1 },
    ]);
    expect(await owedBy('VCCR-36-1b')).toEqual([]);

    const newest = '{ detentions(orderBy: [{ detainedAt: DESC }], first: 1) { edges { node { id } } } }';
    const id = valueAt(fine(await police.query(newest)), 'detentions.edges.0.node.id');
    const asked = fine(
      await police.query(
        'mutation ($input: RequestConsularNoticeInput!) { requestConsularNotice(input: $input) { __typename } }',
        { input: { idempotencyKey: randomUUID(), id, requestedAt: new Date(now).toISOString() } },
      ),
    );
    expect(asked.body.extensions?.obligations).toMatchObject([{ kind: 'NOTIFY_POST', rule: 'VCCR-36-1b' }]);
    expect(await owedBy('VCCR-36-1b')).toMatchObject([
      { kind: 'NOTIFY_POST', owedTo: 'POST', debtor: 'DEU', creditor: 'USA', count: 1 },
    ]);
    // The State to which it is owed sees that, and a partner nothing.
    const seen = `{ obligations(filter: { rule: { eq: "VCCR-36-1b" }, arisenAt: { gt: "${since}" } }) { edges { node { state debtor agency } } } }`;
    expect(rowsOf(await as(SECURITY).query(seen))).toEqual([{ state: 'OVERDUE', debtor: 'DEU', agency: null }]);
    expect(rowsOf(await as(PARTNER, 'THREAT_PREVENTION').query(seen))).toEqual([]);
  });
});
