import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import pg from 'pg';
import { openLedgerReader, type StoredEntry } from '../ledger-reader.js';
import { type LedgerWriter, type LedgerWriterOptions, openLedgerWriter } from '../ledger-writer.js';
import { LEDGER_MIGRATIONS } from '../migrations.js';
import { sampleSnapshot } from './sample-entry.js';

/** A migrated ledger of its own on the real server, with every role that works on it. */
export interface TestLedger {
  readonly database: TestDatabase;
  /** A writer with the snapshot of `sampleEntry` registered; closed with the ledger. */
  openWriter(options?: Partial<LedgerWriterOptions>): Promise<LedgerWriter>;
  /** Runs SQL as the administrator: what the roles may not do, and what an attacker with all rights would. */
  tamper(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** Every stored entry of the first log, in order of index. */
  entries(): Promise<StoredEntry[]>;
  close(): Promise<void>;
}

/** Makes a ledger; time stands still at `sampleEntry`'s decision. */
export async function createTestLedger(prefix: string): Promise<TestLedger> {
  const database = await createTestDatabase(prefix);
  await migrate(database.ownerUrl, LEDGER_MIGRATIONS);
  const url = new URL(database.adminUrl);
  url.pathname = `/${database.database}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  const writers: LedgerWriter[] = [];
  return {
    database,
    async openWriter(options = {}) {
      const writer = await openLedgerWriter({
        connectionString: database.serviceUrl,
        clock: () => 1_790_000_001_200,
        ...options,
      });
      writer.registerSnapshot(sampleSnapshot());
      writers.push(writer);
      return writer;
    },
    tamper: (sql, values = []) => admin.query(sql, [...values]),
    async entries() {
      const reader = await openLedgerReader(database.loaderUrl);
      const entries: StoredEntry[] = [];
      for await (const page of reader.entries(1)) entries.push(...page);
      await reader.close();
      return entries;
    },
    async close() {
      await Promise.all(writers.map((writer) => writer.close()));
      await admin.end();
      await database.drop();
    },
  };
}
