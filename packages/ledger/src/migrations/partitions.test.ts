import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { LEDGER_MIGRATIONS } from '../migrations.js';
import { parseEntry } from '../parse-entry.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import { openReadingsLog } from '../who/open-readings-log.js';
import { PartitionEntries1790001310000 } from './1790001310000-partitions.js';

describe('a ledger from before entries were partitioned', () => {
  let ledger: TestLedger;
  let owner: pg.Client;
  let runner: QueryRunner;
  /** The one that is looked at, and those that came after it. */
  const migrations = LEDGER_MIGRATIONS.slice(LEDGER_MIGRATIONS.indexOf(PartitionEntries1790001310000));
  beforeAll(async () => {
    ledger = await createTestLedger('partitions');
    owner = new pg.Client({ connectionString: ledger.database.ownerUrl });
    await owner.connect();
    runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
  });
  afterAll(async () => {
    await owner.end();
    await ledger.close();
  });
  const inTransaction = async (step: (of: QueryRunner) => Promise<void>) => {
    await owner.query('begin');
    await step(runner);
    await owner.query('commit');
  };
  const append = async (logId: number, count: number) => {
    const writer = await ledger.openWriter({ logId });
    for (let n = 0; n < count; n += 1) await writer.append(sampleEntry());
    await writer.close();
  };
  const partitions = async () => {
    const { rows } = await ledger.tamper(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_entry'::regclass order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const receipts = async () => (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).receipt);

  it('keeps every entry of every log where it was, whole, and goes on behind it', async () => {
    await openReadingsLog(owner);
    await append(1, 5);
    await append(2, 3);
    const before = await receipts();
    for (const Migration of [...migrations].reverse()) await inTransaction((of) => new Migration().down(of));
    const { rows } = await ledger.tamper(`select relkind from pg_class where relname = 'audit_entry'`);
    expect(rows).toEqual([{ relkind: 'r' }]);
    expect(await receipts()).toEqual(before);

    for (const Migration of migrations) await inTransaction((of) => new Migration().up(of));
    expect(await partitions()).toEqual(['audit_entry_1_0', 'audit_entry_1_1', 'audit_entry_2_0', 'audit_entry_2_1']);
    expect(await receipts()).toEqual(before);
    await append(1, 1);
    await append(2, 1);
    const verdict = await verifyLedger(ledger.database.loaderUrl);
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [] });
    expect(verdict.logs.map(({ entries }) => entries)).toEqual([6, 4]);
  });

  it('opens the next partition as its head enters one, by the rights of a writer', async () => {
    await ledger.tamper(
      `update audit_head set size = 3 * 1048576, peaks = sha256('a') || sha256('b') where log_id = 1`,
    );
    const writer = new pg.Client({ connectionString: ledger.database.serviceUrl });
    await writer.connect();
    for (let n = 0; n < 2; n += 1) await writer.query('select audit_open_partitions(1)');
    await expect(writer.query('create table of_my_own (id integer)')).rejects.toMatchObject({ code: '42501' });
    await writer.end();
    expect(await partitions()).toEqual(expect.arrayContaining(['audit_entry_1_3', 'audit_entry_1_4']));
    expect(await partitions()).not.toContain('audit_entry_1_5');
  });
});
