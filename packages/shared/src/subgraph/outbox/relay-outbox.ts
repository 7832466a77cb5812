import pg from 'pg';
import { InternalError } from '../../errors.js';
import { allotHandlings } from '../import/allot-handlings.js';
import { type ImportClient, inTransaction } from '../import/import-transaction.js';

/** From which owner to which referencing service. */
export interface RelayOptions {
  readonly sourceOwnerUrl: string;
  readonly targetOwnerUrl: string;
  /** Type of the rows, `Mission`. */
  readonly type: string;
  /** Reference table of the target, `mission_ref`. */
  readonly table: string;
  readonly report: (line: string) => void;
}

interface OutboxRow {
  readonly id: string;
  readonly key: string;
  readonly existence_handling: string;
  readonly version: number;
}

/** Brings a reference table to what its owner has published; what is there already is left alone. */
export async function relayOutbox(options: RelayOptions): Promise<void> {
  if (!/^[a-z_]+$/.test(options.table)) throw new InternalError('INTERNAL', `\`${options.table}\` would need quoting`);
  const published = await readOutbox(options);
  const changed = await inTransaction(options.targetOwnerUrl, (client) => store(client, options.table, published));
  options.report(`${options.table}: ${published.length} published, ${changed} new`);
}

async function readOutbox({ sourceOwnerUrl, type }: RelayOptions): Promise<OutboxRow[]> {
  const client = new pg.Client({ connectionString: sourceOwnerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<OutboxRow>(
      `select distinct on (id) id, key, existence_handling, version from outbox where type = $1 order by id, version desc`,
      [type],
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function store(client: ImportClient, table: string, rows: readonly OutboxRow[]): Promise<number> {
  const kept = await client.query<{ id: string; version: number }>(`select id, version from ${table}`);
  const versions = new Map(kept.rows.map(({ id, version }) => [id, version]));
  const newer = rows.filter(({ id, version }) => version > (versions.get(id) ?? 0));
  if (newer.length === 0) return 0;
  const handlings = await allotHandlings(
    client,
    newer.map((row) => row.existence_handling),
  );
  await client.query(
    `insert into ${table} (id, key, existence_handling_id, version)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::int[])
     on conflict (id) do update set key = excluded.key, version = excluded.version,
       existence_handling_id = excluded.existence_handling_id where ${table}.version < excluded.version`,
    [
      newer.map(({ id }) => id),
      newer.map(({ key }) => key),
      newer.map((row) => handlings.get(row.existence_handling)),
      newer.map(({ version }) => version),
    ],
  );
  return newer.length;
}
