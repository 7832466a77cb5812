import { judgingBy } from '@chancery/compliance/audit/judge-access';
import { LedgerProjection } from '@chancery/compliance/audit/ledger-projection';
import { type LedgerWriter, openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { createPolicyEngine } from '@chancery/policy/engine';
import { systemClock } from '@chancery/shared/clock';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { DatabaseUrls } from '@chancery/shared/postgres/provision';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import { cpuMsOf } from '../gateway/cpu-time.js';
import { InventedEntries, POSTS, postOf } from './invented-entries.js';

const UNDER_WAY = 256;
const US = 1_000;

/** The ledger, and the database that it is told in. */
export interface Told {
  readonly ledger: DatabaseUrls;
  readonly compliance: DatabaseUrls;
  /** Of the server of both. */
  readonly pid: number;
  readonly supergraph: string;
}

/** What telling some entries took. */
export interface Telling {
  readonly entries: number;
  readonly rows: number;
  readonly seconds: number;
  /** Processor time a row: of this process, and of the database server. */
  readonly nodeUs: number;
  readonly serverUs: number;
  readonly walBytes: number;
}

/** Writes entries on the ledger by its own writer, and gives who goes on with them. */
export async function openInventing({ ledger, supergraph }: Told, count: number) {
  const entries = new InventedEntries(createPolicyEngine(), supergraphCategories(supergraph), count);
  const writer = await openLedgerWriter({
    connectionString: ledger.serviceUrl,
    clock: entries.clock,
    deadlineMs: 60_000,
  });
  writer.registerSnapshot(entries.snapshot);
  return {
    write: (some: number) => appendAll(writer, entries, some),
    close: () => writer.close(),
  };
}

async function appendAll(writer: LedgerWriter, entries: InventedEntries, count: number): Promise<void> {
  let left = count;
  const run = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await writer.append(entries.next());
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, run));
}

/** Makes the posts known that entries name. */
export async function knowPosts({ compliance }: Told): Promise<void> {
  await withConnection(compliance.ownerUrl, async (owner) => {
    const existence = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register';
    await owner.query('insert into handling (id, text) values (0, $1)', [existence]);
    const posts = Array.from({ length: POSTS }, (_, number) => postOf(number));
    await owner.query(
      `insert into mission_ref (id, key, existence_handling_id, version)
       select id, key, 0, 1 from unnest($1::text[], $2::text[]) p(id, key)`,
      [posts.map(({ id }) => id), posts.map(({ key }) => key)],
    );
  });
}

/** Tells what the ledger has that was not told yet. */
export async function tell(told: Told): Promise<Telling> {
  await using projection = new LedgerProjection({
    ledgerUrl: told.ledger.loaderUrl,
    loaderUrl: told.compliance.loaderUrl,
    judging: judgingBy(() => told.supergraph),
    clock: systemClock,
    log: (line) => void process.stderr.write(`${JSON.stringify(line)}\n`),
  });
  return measured(told, async () => {
    // As the service does, on a machine on which the database says nothing for five seconds.
    while (projection.lagMs === null) await projection.catchUp();
  });
}

async function measured(told: Told, run: () => Promise<void>): Promise<Telling> {
  const before = await stateOf(told);
  const [own, server, from] = [process.cpuUsage(), cpuMsOf(told.pid), performance.now()];
  await run();
  const seconds = (performance.now() - from) / US;
  const [spent, served] = [process.cpuUsage(own), cpuMsOf(told.pid) - server];
  const after = await stateOf(told);
  const rows = after.rows - before.rows;
  return {
    entries: after.entries - before.entries,
    rows,
    seconds,
    nodeUs: (spent.user + spent.system) / rows,
    serverUs: (served * US) / rows,
    walBytes: (after.wal - before.wal) / rows,
  };
}

interface State {
  readonly entries: number;
  readonly rows: number;
  readonly wal: number;
}

const stateOf = ({ compliance }: Told): Promise<State> =>
  withConnection(compliance.ownerUrl, async (owner) => {
    const { rows } = await owner.query<State>(
      `select (select count(*)::int from audit_entry) as entries, (select count(*)::int from audited_access) as rows,
         (pg_current_wal_lsn() - '0/0')::float8 as wal`,
    );
    return rows[0] ?? { entries: 0, rows: 0, wal: 0 };
  });

/** How large the tables are, and with how many indexes. */
export const sizesOf = ({ compliance }: Told): Promise<string> =>
  withConnection(compliance.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ text: string }>(
      `select string_agg(format('%s %s, its %s indexes %s', c.relname, pg_size_pretty(pg_table_size(c.oid)),
           (select count(*) from pg_index i where i.indrelid = c.oid), pg_size_pretty(pg_indexes_size(c.oid))), '; ' order by c.relname) as text
         from pg_class c where c.relname in ('audit_entry', 'audited_access', 'audited_access_mission')`,
    );
    return rows[0]?.text ?? '';
  });
