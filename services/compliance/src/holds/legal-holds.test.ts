import { carryOutOrders } from '@chancery/ledger/hold/carry-out';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCompliance } from '../testkit/running-compliance.js';
import { HoldCarrier } from './hold-carrier.js';

const STARTED_WITHIN_MS = 300_000;
const SELDOM_MS = 3_600_000;
const TABLES = ['legal_hold', 'legal_hold_filing', 'command', 'record_version', 'outbox'];
const SHOWN = `legalHold { id status agency reason legalBasis subject caseReference fromAt untilAt isOfRecord orderedBy inEffectSince entries
  liftAskedBy liftReason liftedBy inEffectUntil concurrencyToken }`;
const RECORD = `prm_${'1'.repeat(26)}`;
const WHY = { reason: 'a leak is looked into', legalBasis: 'GRS 3.1' };

type Row = Readonly<Record<string, unknown>>;

/** A person of an inspectorate, of whatever State. */
function inspector(id: string, agency = 'USA.inspectorate'): Profile {
  const { subject, ...profile } = profileOf('usa.inspectorate');
  const represents = agency.slice(0, agency.indexOf('.'));
  return { ...profile, subject: { ...subject, id, agency, represents, nationalities: [represents], groups: [] } };
}
const FIRST = inspector('a:0000000000000001');
const SECOND = inspector('a:0000000000000002');

describe('legal holds', () => {
  let posts: PublishedPosts;
  let compliance: RunningService;
  let ledger: TestLedger;
  let carrier: HoldCarrier;
  let keys = 0;
  const logged: object[] = [];
  beforeAll(async () => {
    posts = await publishPosts([EMBASSY]);
    compliance = await runCompliance({ missionsOwnerUrl: posts.ownerUrl, ...demoLaw() });
    ledger = await createTestLedger('holds');
    carrier = new HoldCarrier({
      loaderUrl: compliance.database.loaderUrl,
      ledgerUrl: ledger.database.loaderUrl,
      log: (line) => void logged.push(line),
      everyMs: SELDOM_MS,
    });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await carrier[Symbol.asyncDispose]();
    await ledger.close();
    await compliance[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  const asOwner = <T extends object>(text: string, values: unknown[] = []) =>
    inTransaction(compliance.database.ownerUrl, (client) => client.query<T>(text, values));
  async function counts(): Promise<unknown> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    return (await asOwner(text)).rows[0];
  }
  function run(command: string, input: Row, profile: Profile) {
    keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { done: ${command}(input: $input) { ${SHOWN} } }`;
    const idempotencyKey = `hold-${String(keys).padStart(4, '0')}`;
    return compliance.client.mutate(profile, document, { input: { idempotencyKey, ...input } });
  }
  async function done(command: string, input: Row, profile: Profile): Promise<Row> {
    const answer = await run(command, input, profile);
    expect(answer.errors).toEqual([]);
    return (answer.data as { done: { legalHold: Row } }).done.legalHold;
  }
  async function refused(command: string, input: Row, profile: Profile) {
    const before = await counts();
    const answer = await run(command, input, profile);
    expect(await counts()).toEqual(before);
    expect(answer.errors).toHaveLength(1);
    return { message: answer.errors[0]?.message, ...answer.errors[0]?.extensions };
  }
  const order = (input: Row, by = FIRST): Promise<Row> => done('orderLegalHold', { ...WHY, ...input }, by);
  async function seen(profile: Profile): Promise<Row[]> {
    const answer = await compliance.client.query(
      profile,
      '{ legalHolds(first: 50) { edges { node { id status inEffectSince entries inEffectUntil } } } }',
    );
    return (answer.data as { legalHolds: { edges: { node: Row }[] } }).legalHolds.edges.map(({ node }) => node);
  }
  const filed = async (hold: unknown): Promise<Row[]> =>
    (await ledger.tamper('select step, particulars from audit_hold_order where hold = $1 order by step desc', [hold]))
      .rows;
  const carryOut = () =>
    carryOutOrders({ ownerUrl: ledger.database.ownerUrl, serviceUrl: ledger.database.serviceUrl, clock: () => NOW });

  it('are ordered by the oversight of a State, filed with the ledger, and in effect once they are carried out there', async () => {
    const hold = await order({ subject: 'a:7', caseReference: 'inc_1', fromAt: '2026-09-01T00:00:00Z' });
    expect(hold).toMatchObject({
      ...{ status: 'ORDERED', agency: 'USA.inspectorate', subject: 'a:7', orderedBy: FIRST.subject.id, ...WHY },
      ...{ fromAt: '2026-09-01T00:00:00.000Z', untilAt: null, isOfRecord: false, inEffectSince: null, entries: null },
    });
    expect(await filed(hold.id)).toEqual([]);
    await carrier.look();
    await carrier.look();
    expect(await filed(hold.id)).toEqual([
      {
        step: 'PLACED',
        particulars: {
          ...{ represents: 'USA', by: FIRST.subject.id, reason: WHY.reason, rule: WHY.legalBasis, record: null },
          ...{ subject: 'a:7', case: 'inc_1', from: Date.parse('2026-09-01T00:00:00Z'), until: null },
        },
      },
    ]);
    expect((await seen(FIRST)).find(({ id }) => id === hold.id)).toMatchObject({ inEffectSince: null });
    expect(await carryOut()).toHaveLength(1);
    await carrier.look();
    expect((await seen(SECOND)).find(({ id }) => id === hold.id)).toMatchObject({
      inEffectSince: expect.any(String),
      entries: 0,
      inEffectUntil: null,
    });
  });

  it('of a record name it to the ledger alone, and nowhere here once it is filed', async () => {
    const hold = await order({ record: RECORD });
    expect(hold).toMatchObject({ isOfRecord: true });
    await carrier.look();
    expect(await filed(hold.id)).toMatchObject([{ particulars: { record: `Premises:${RECORD}` } }]);
    for (const table of TABLES) {
      const { rows } = await asOwner(`select to_jsonb(t)::text as row from ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(RECORD);
    }
  });

  it('are lifted by two persons of the agency that ordered them, and never by one (CHY-HOLD)', async () => {
    const { id } = await order({ caseReference: 'inc_2' });
    expect(await refused('approveLiftLegalHold', { id }, SECOND)).toMatchObject({ code: 'TRANSITION_INVALID' });
    const asked = await done('askLiftLegalHold', { id, reason: 'settled', legalBasis: 'GRS 3.2' }, FIRST);
    expect(asked).toMatchObject({ status: 'LIFT_ASKED', liftAskedBy: FIRST.subject.id, liftReason: 'settled' });
    const denied = { code: 'WRITE_DENIED', rules: ['CHY-HOLD'] };
    expect(await refused('approveLiftLegalHold', { id }, FIRST)).toMatchObject(denied);
    const ofAnother = inspector('a:0000000000000002', 'USA.archives');
    expect(await refused('approveLiftLegalHold', { id }, ofAnother)).toMatchObject(denied);
    expect(await refused('askLiftLegalHold', { id, ...WHY }, ofAnother)).toMatchObject(denied);
    expect(await refused('approveLiftLegalHold', { id, concurrencyToken: 'x'.repeat(43) }, SECOND)).toMatchObject({
      code: 'CONFLICT',
    });
    await carrier.look();
    expect((await filed(id)).map(({ step }) => step)).toEqual(['PLACED']);

    const token = { id, concurrencyToken: asked.concurrencyToken };
    expect(await done('approveLiftLegalHold', token, SECOND)).toMatchObject({
      status: 'LIFTED',
      liftedBy: SECOND.subject.id,
      inEffectUntil: null,
    });
    expect(await refused('askLiftLegalHold', { id, ...WHY }, FIRST)).toMatchObject({ code: 'TRANSITION_INVALID' });
    await carrier.look();
    expect(await filed(id)).toMatchObject([
      { step: 'PLACED' },
      { step: 'LIFTED', particulars: { reason: 'settled', rule: 'GRS 3.2' } },
    ]);
    // Compliance says so, and no entry of theirs does: it stands.
    await carryOut();
    await carrier.look();
    expect((await seen(FIRST)).find((each) => each.id === id)).toMatchObject({
      inEffectSince: expect.any(String),
      inEffectUntil: null,
    });
  });

  it('are not there for the oversight of another State, nor for an agency of the own', async () => {
    const { id } = await order({ subject: 'a:8' });
    const theirs = inspector('a:0000000000000009', 'DEU.inspectorate');
    for (const other of [theirs, profileOf('usa.diplomatic-security'), profileOf('deu.police')]) {
      expect(await seen(other)).toEqual([]);
    }
    expect(await refused('askLiftLegalHold', { id, ...WHY }, theirs)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused('approveLiftLegalHold', { id }, theirs)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await order({ subject: 'a:8' }, theirs)).toMatchObject({ agency: 'DEU.inspectorate' });
  });

  it.each<[string, Profile]>([
    ['an agency of the State', profileOf('usa.diplomatic-security')],
    ['police', profileOf('deu.police')],
    ['oversight that asks for another purpose', { ...FIRST, purpose: 'TRAINING' }],
  ])('are not for %s to order, and nothing is written', async (_, profile) => {
    expect(await refused('orderLegalHold', { subject: 'a:7', ...WHY }, profile)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-HOLD'],
    });
  });

  it.each<[string, Row, string]>([
    ['nothing of what is kept', {}, 'input'],
    [
      'a time that ends before it begins',
      { fromAt: '2026-09-02T00:00:00Z', untilAt: '2026-09-01T00:00:00Z' },
      'input.untilAt',
    ],
    ['a record that is none', { record: 'Premises:prm_1' }, 'input.record'],
    ['no reason', { subject: 'a:7', reason: ' ' }, 'input.reason'],
  ])('that say %s are refused', async (_, input, argument) => {
    expect(await refused('orderLegalHold', { ...WHY, ...input }, FIRST)).toMatchObject({
      code: 'INPUT_INVALID',
      argument,
    });
  });

  it('are carried without a word of trouble', () => {
    expect(logged).toEqual([]);
  });
});
