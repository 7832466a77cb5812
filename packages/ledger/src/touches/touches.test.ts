import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eraseSidecars } from '../erase/erase-sidecars.js';
import { openLedgerReader } from '../ledger-reader.js';
import { finishRetirement } from '../retire/finish-retirement.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import { forgetTouches, noteTouches } from './note-touches.js';
import { entriesThatRead, READINGS, readingsOf } from './record-history.js';

const RECORDS = ['Report:rep_1', 'Person:per_1', 'Mission:mis_1', 'Event:eve_1', 'odd\n"key"'];
/** What the entry of that index read: another choice for each of 32. */
const readBy = (index: number): string[] => RECORDS.filter((_, place) => (index >> place) % 2 === 1);
const ENTRIES = 64;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('touches');
  // Each writer has surrogates of its own.
  const writers = await Promise.all([ledger.openWriter(), ledger.openWriter()]);
  for (let index = 0; index < ENTRIES; index += 1) {
    await writers[index % 2]?.append(sampleEntry({ records: readBy(index) }));
  }
  await ledger.tamper('insert into audit_head (log_id, size, peaks) select 2, 0, $1', [Buffer.alloc(0)]);
  await ledger.tamper('select audit_open_partitions(2)');
  const other = await ledger.openWriter({ logId: 2 });
  await other.append(sampleEntry({ records: RECORDS }));
});
afterAll(() => ledger.close());

/** With a login that may read, as whoever asks has. */
const asReader = <T>(step: (client: Parameters<typeof noteTouches>[0]) => Promise<T>): Promise<T> =>
  withConnection(ledger.database.loaderUrl, step);
const readings = (record: string, logId = 1): Promise<number[]> =>
  asReader(async (client) => {
    await noteTouches(client);
    const found: number[] = [];
    for await (const page of readingsOf(client, { logId, record })) found.push(...page);
    return found;
  });
const every = Array.from({ length: ENTRIES }, (_, index) => index);
const that = (record: string): number[] => every.filter((index) => readBy(index).includes(record));
const touches = async (where: string) =>
  (await ledger.tamper(`select count(*)::int as n from audit_touch where ${where}`)).rows[0].n;

describe('which entries read a record', () => {
  it('are those whose sidecars say so, in the order of the log, whoever wrote them', async () => {
    for (const record of RECORDS) {
      expect(await readings(record)).toEqual(that(record));
      expect(await readings(record, 2)).toEqual([0]);
    }
    expect(await readings('Report:rep_2')).toEqual([]);
    const reader = await openLedgerReader(ledger.database.loaderUrl);
    const entries = await asReader(async (client) => {
      const found = [];
      for await (const page of entriesThatRead(reader, client, { logId: 1, record: 'Person:per_1' }))
        found.push(...page);
      return found;
    });
    await reader.close();
    expect(entries).toEqual((await ledger.entries()).filter(({ index }) => readBy(index).includes('Person:per_1')));
  });

  it('are found without a key of a record in the index, and without reading a table', async () => {
    await ledger.tamper(
      `insert into audit_touch select lpad(n::text, 12, 'x'), 1, 1000000 + n from generate_series(1, 20000) n`,
    );
    await ledger.tamper(
      `insert into audit_subject select lpad(n::text, 12, 'x'), 'Report:rep_' || n + 100 from generate_series(1, 20000) n`,
    );
    await ledger.tamper('analyze audit_touch, audit_subject');
    const { rows } = await ledger.tamper(
      `explain ${READINGS.replace('$1', `'Report:rep_7'`).replace('$2', '1').replace('$3', '0').replaceAll('$4', '50')}`,
    );
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toMatch(/Index Only Scan using audit_touch_pkey/);
    expect(plan).toMatch(/audit_subject_of_record/);
    expect(plan).not.toMatch(/Seq Scan/);
    await ledger.tamper(
      `delete from audit_touch where idx >= 1000000; delete from audit_subject where surrogate like 'xxxxxxx%'`,
    );
    expect(await touches(`surrogate like '%rep_1%' or surrogate !~ '^[\\w-]{12}$'`)).toBe(0);
  });

  it('come in pages that lose none and tell none twice', async () => {
    await ledger.tamper(
      `insert into audit_subject values ('yyyyyyyyyyyy', 'Report:much'), ('yyyyyyyyyyyz', 'Report:much')`,
    );
    await ledger.tamper(
      `insert into audit_touch select s, 1, 1000000 + n from generate_series(1, 1500) n, unnest(array['yyyyyyyyyyyy', 'yyyyyyyyyyyz']) s
        where n % 3 = 0 or s = 'yyyyyyyyyyyz'`,
    );
    expect(await readings('Report:much')).toEqual(Array.from({ length: 1_500 }, (_, n) => 1_000_001 + n));
    await ledger.tamper(
      `delete from audit_touch where idx >= 1000000; delete from audit_subject where surrogate like 'yyyyyyyyyyy%'`,
    );
  });

  it('are kept up by whoever may read, who can write nothing else of them', async () => {
    for (const statement of [
      `insert into audit_touch values ('aaaaaaaaaaaa', 1, 1)`,
      'delete from audit_touch',
      'update audit_touched set next = 0',
    ]) {
      await expect(asReader((client) => client.query(statement))).rejects.toMatchObject({ code: '42501' });
    }
    const unread = asReader(async (client) => {
      await client.query('begin isolation level repeatable read');
      await client.query('select audit_note_touches(1)');
    });
    await expect(unread).rejects.toThrow('what is committed');
  });

  it('are those of what is no list only as far as it is one', async () => {
    const kept = (
      await ledger.tamper(`select blob from audit_sidecar where log_id = 1 and idx = 63 and part = 'records'`)
    ).rows[0];
    await ledger.tamper(`update audit_sidecar set blob = '{"' where log_id = 1 and idx = 63 and part = 'records'`);
    await ledger.tamper('truncate audit_touch, audit_touched');
    expect(await readings('Person:per_1')).toEqual(that('Person:per_1').filter((index) => index !== 63));
    await ledger.tamper(`update audit_sidecar set blob = $1 where log_id = 1 and idx = 63 and part = 'records'`, [
      kept.blob,
    ]);
    await ledger.tamper('truncate audit_touch, audit_touched');
    expect(await readings('Person:per_1')).toEqual(that('Person:per_1'));
  });
});

describe('what is erased by order', () => {
  const erase = async (parts: readonly { logId: number; index: number; part: 'records' }[], record: string | null) =>
    eraseSidecars(await ledger.openWriter(), ledger.database.ownerUrl, { parts, record, order: 'DPA 17/2026', now: 5 });

  it('of an entry is out of the index with it, and every proof stands', async () => {
    await erase([{ logId: 1, index: 3, part: 'records' }], null);
    expect(await touches('log_id = 1 and idx = 3')).toBe(0);
    await ledger.tamper('truncate audit_touch, audit_touched');
    expect(await readings('Person:per_1')).toEqual(that('Person:per_1').filter((index) => index !== 3));
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
  });

  it('does not come back through a reader that keeps the index up at the same time', async () => {
    await ledger.tamper('truncate audit_touch, audit_touched');
    await withConnection(ledger.database.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query(`delete from audit_sidecar where log_id = 1 and idx = 5 and part = 'records'`);
      await forgetTouches(owner, 1, 5);
      const keeping = asReader(noteTouches);
      await owner.query('commit');
      await keeping;
    });
    expect(await touches('log_id = 1 and idx = 5')).toBe(0);
    expect(await touches('log_id = 1 and idx = 7')).toBe(3);
  });

  it('of a record leaves nothing by which the index could tell of which entries it was read', async () => {
    await erase([], 'Mission:mis_1');
    expect(await readings('Mission:mis_1')).toEqual([]);
    expect(await readings('Mission:mis_1', 2)).toEqual([]);
    expect(await readings('Event:eve_1')).toEqual(that('Event:eve_1'));
    const { rows } = await ledger.tamper(
      `select count(*)::int as n from information_schema.columns where table_name like 'audit\\_touch%' and column_name ~ 'key|record'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('and what was retired is out of it, and is not read again', async () => {
    await ledger.tamper(
      `insert into audit_retired (log_id, end_idx, peaks, entry_idx) values (2, 256, sha256('x'), 0)`,
    );
    expect(await touches('log_id = 2')).toBeGreaterThan(0);
    await withConnection(ledger.database.ownerUrl, (owner) => finishRetirement(owner, 2));
    expect(await touches('log_id = 2')).toBe(0);
    await asReader(noteTouches);
    expect(await touches('log_id = 2')).toBe(0);
    expect(await touches('log_id = 1')).toBeGreaterThan(0);
  });
});
