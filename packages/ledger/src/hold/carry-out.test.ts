import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryInput } from '../entry.js';
import { eraseSidecars } from '../erase/erase-sidecars.js';
import type { LedgerWriter } from '../ledger-writer.js';
import { parseEntry } from '../parse-entry.js';
import { firstHeld } from '../retire/holds.js';
import { SAMPLE_PROFILE, sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import { carryOutOrders } from './carry-out.js';
import { carriedOutOf, type FiledOrder, fileOrder, type Placing } from './filed-order.js';
import { liftHold } from './order-hold.js';

const NOW = 1_790_000_001_200;
const RULE = 'GRS 3.1';

/** What somebody asked: by pseudonym, agency and case. */
const asked = (agency: string, uid: string, changes: Partial<EntryInput> = {}, caseId = 'inc_1'): EntryInput => {
  const subject = { ...SAMPLE_PROFILE.subject, id: uid, agency, represents: agency.slice(0, 3) };
  return sampleEntry({
    subject,
    profile: { ...SAMPLE_PROFILE, subject, caseId },
    records: ['Person:per_1'],
    ...changes,
  });
};

const OUR_OFFICE = 'DEU.inspectorate';
const ran = (command: string, hold: string, uid: string, agency = OUR_OFFICE, changes: Partial<EntryInput> = {}) => {
  const access = { coordinate: `Mutation.${command}`, handlingText: null, rank: 0, count: 1, rules: [], acts: [] };
  return asked(agency, uid, {
    kind: 'OUTCOME',
    records: [`LegalHold:${hold}`],
    access: [{ ...access, decision: 'A' }],
    ...changes,
  });
};

describe('a hold that an office has ordered', () => {
  let ledger: TestLedger;
  let writer: LedgerWriter;
  const owner = () => ledger.database.ownerUrl;
  const carryOut = () =>
    carryOutOrders({ ownerUrl: owner(), serviceUrl: ledger.database.serviceUrl, clock: () => NOW + 1_000 });
  /** As compliance does, which may read the ledger. */
  const asReader = <T>(step: (client: Parameters<typeof fileOrder>[0]) => Promise<T>): Promise<T> =>
    withConnection(ledger.database.loaderUrl, step);
  const file = (order: FiledOrder) => asReader((client) => fileOrder(client, order));
  const place = (hold: string, changes: Partial<Placing>) => {
    const all = { record: null, subject: null, case: null, from: null, until: null };
    const particulars = { represents: 'DEU', by: 'a:1', reason: 'a leak', rule: RULE, ...all, ...changes };
    return file({ hold, step: 'PLACED', particulars });
  };
  const lift = (hold: string) => file({ hold, step: 'LIFTED', particulars: { reason: 'over', rule: RULE } });
  const erase = (index: number) =>
    eraseSidecars(writer, owner(), { parts: [{ logId: 1, index, part: 'private' }], record: null, order: 'o', now: 5 });
  const eraseRecord = (record: string) => eraseSidecars(writer, owner(), { parts: [], record, order: 'o', now: 5 });
  const isHeld = async (index: number, by: string) =>
    expect(erase(index)).rejects.toMatchObject({ code: 'LEGAL_HOLD', hold: by });
  const last = async () => parseEntry((await ledger.entries()).at(-1)?.leaf ?? '');
  beforeAll(async () => {
    ledger = await createTestLedger('carry');
    writer = await ledger.openWriter({ deadlineMs: 30_000 });
    await writer.append(asked('DEU.police', 'a:7'));
    await writer.append(asked('USA.consular', 'a:8'));
    await writer.append(asked('DEU.police', 'a:9', {}, 'inc_2'));
    await writer.append(asked('DEU.police', 'a:7', { records: ['Report:rep_1'] }, 'inc_2'));
  });
  afterAll(() => ledger.close());

  it('keeps what was asked by that State, person and case, and nothing else; what is asked of a State is held of no other', async () => {
    await place('lho_1', { subject: 'a:7', case: 'inc_1' });
    await place('lho_1', { subject: 'a:8' });
    expect(await carryOut()).toEqual(['`lho_1` holds what was ordered']);
    expect(await carryOut()).toEqual([]);
    await isHeld(0, 'lho_1');
    await erase(1);
    await erase(2);
    await erase(3);
    expect(await asReader((client) => carriedOutOf(client, ['lho_1', 'lho_9']))).toEqual([
      { hold: 'lho_1', step: 'PLACED', at: expect.any(Date), entries: 1 },
    ]);
    // Nothing of it is retired either, nor what comes behind its first entry.
    expect(await withConnection(owner(), (client) => firstHeld(client, 1, 0))).toEqual({ index: 0, hold: 'lho_1' });
    expect(await last()).toMatchObject({ kind: 'ERASURE' });
    // What is asked from now on is held too.
    const { index } = await writer.append(asked('DEU.police', 'a:7'));
    await isHeld(index, 'lho_1');
    const other = await writer.append(asked('USA.police', 'a:7'));
    await erase(other.index);
  });

  it('is an entry that names its legal basis, and neither its reason nor whom or what it is about in clear', async () => {
    await place('lho_2', { record: 'Report:rep_1', reason: 'why' });
    await carryOut();
    const entry = await last();
    expect(entry).toMatchObject({
      kind: 'ACT',
      basis: { stated: `DEU; ${RULE}` },
      hold: { name: 'lho_2', step: 'PLACED', logId: 1, first: 3, end: null, isOfSome: true },
    });
    expect(JSON.stringify(entry)).not.toMatch(/rep_1|why/);
    await expect(erase(3)).rejects.toMatchObject({ hold: 'lho_2' });
    await expect(eraseRecord('Report:rep_1')).rejects.toMatchObject({ hold: 'lho_2' });
    // Another record that a held entry of the State read stays nameable as well; the hold of one record is of no other.
    await expect(eraseRecord('Person:per_1')).rejects.toMatchObject({ hold: 'lho_1' });
    // How many read one record is not told, and the order says no more which it was.
    expect(await asReader((client) => carriedOutOf(client, ['lho_2']))).toMatchObject([{ entries: null }]);
    const { rows } = await ledger.tamper('select particulars from audit_hold_order');
    expect(rows.map(({ particulars }) => particulars)).toEqual([null, null]);
  });

  it('of a time that is over ends with it; of one in which nothing was asked it keeps nothing that was', async () => {
    await place('lho_3', { from: NOW - 10, until: NOW + 10 });
    await place('lho_4', { from: 5, until: 6 });
    await carryOut();
    const holds = await ledger.tamper(
      `select hold, first_idx::int, end_idx is null as open from audit_hold order by 1`,
    );
    expect(holds.rows.slice(2)).toMatchObject([{ first_idx: 0, open: false }, { open: false }]);
    const [three, four] = await asReader((client) => carriedOutOf(client, ['lho_3', 'lho_4']));
    expect([three?.entries, four?.entries]).toEqual([4, 0]);
  });

  it('is not lifted because an order says so: by the entries of two persons of one agency of that State alone', async () => {
    await lift('lho_2');
    const waits = ['`lho_2` stands: no entries of two persons say that it is lifted'];
    expect(await carryOut()).toEqual(waits);
    const ask = 'askLiftLegalHold';
    const approve = 'approveLiftLegalHold';
    for (const entry of [
      ran(approve, 'lho_2', 'a:2'),
      ran(ask, 'lho_2', 'a:1'),
      ran(approve, 'lho_2', 'a:1'),
      ran(approve, 'lho_2', 'a:2', 'DEU.archives'),
      ran(approve, 'lho_2', 'a:2', 'USA.inspectorate'),
      ran(approve, 'lho_3', 'a:2'),
      ran(approve, 'lho_2', 'a:2', OUR_OFFICE, { failure: 'WRITE_DENIED' }),
      ran(approve, 'lho_2', 'a:2', OUR_OFFICE, { kind: 'ATTEMPT' }),
      ran(ask, 'lho_2', 'a:2'),
    ]) {
      await writer.append(entry);
      expect(await carryOut()).toEqual(waits);
    }
    await isHeld(3, 'lho_2');
    const by = { name: 'lho_2', order: 'o', rule: 'r', by: 'an operator', now: 5 };
    await expect(liftHold(writer, owner(), by)).rejects.toThrow('two persons of the office');

    const { receipt } = await writer.append(ran(approve, 'lho_2', 'a:3'));
    expect(await carryOut()).toEqual(['`lho_2` is lifted']);
    expect(await last()).toMatchObject({
      hold: { name: 'lho_2', step: 'LIFTED' },
      basis: { stated: expect.stringContaining(`approved by ${receipt}`) },
    });
    await expect(erase(3)).rejects.toMatchObject({ hold: 'lho_3' });
  });

  it('is changed by nobody who may only read and order: not in the table of holds, nor what was ordered', async () => {
    for (const text of [
      `delete from audit_hold`,
      `update audit_hold set lifted_at = now()`,
      `insert into audit_hold (hold, log_id, first_idx, ordered_by) values ('x', 1, 0, 'x')`,
      `delete from audit_hold_order`,
      `update audit_hold_order set carried_out_at = now()`,
      `insert into audit_hold_order (hold, step, particulars, carried_out_at) values ('x', 'PLACED', null, now())`,
      `select particulars from audit_hold_order`,
    ]) {
      await expect(asReader((client) => client.query(text))).rejects.toThrow('permission denied');
    }
  });

  it('that was lifted names no record any more once that is erased, and the log is whole', async () => {
    await ledger.tamper(
      `update audit_hold set lifted_by = 'x', lifted_at = now() where hold in ('lho_1', 'lho_3', 'lho_4')`,
    );
    await eraseRecord('Report:rep_1');
    const { rows } = await ledger.tamper(`select count(*)::int as n from audit_hold where record_key like '%rep_1%'`);
    expect(rows).toEqual([{ n: 0 }]);
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
  });
});
