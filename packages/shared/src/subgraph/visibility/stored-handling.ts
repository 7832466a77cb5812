import pg from 'pg';
import { InternalError } from '../../errors.js';
import { nameOf } from '../tables/sql-name.js';

/** Logins of a service's database: one may read rows that it is shown, the other may resolve handlings, neither both. */
export interface StoredHandlingLogins {
  readonly serviceUrl: string;
  readonly loaderUrl: string;
}

/** A row by its id, or by the register key of the post that it belongs to. */
export type StoredRow =
  | { readonly type: 'Mission' | 'Premises' | 'Incident' | 'Warning'; readonly id: string }
  | { readonly type: 'Mission' | 'Premises'; readonly post: string };

const BY_ID = {
  Mission: 'select handling_id from mission where id = $1',
  Premises: 'select handling_id from premises where id = $1',
  Incident: 'select handling_id from incident where id = $1',
  Warning: 'select handling_id from warning where id = $1',
} as const;

const BY_POST = {
  Mission: 'select handling_id from mission where wikidata_id = $1',
  Premises: 'select p.handling_id from premises p join mission m on m.id = p.mission_id where m.wikidata_id = $1',
} as const;

/** Rows of one table under one handling, as many as there are and are not withdrawn. */
export interface HeldHandling {
  readonly table: string;
  readonly handling: string;
  readonly rows: number;
}

/** How many rows of each table of a service stand under each handling, for the operator of the system; with the login that owns them. */
export async function heldHandlings(ownerUrl: string): Promise<readonly HeldHandling[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ table: string; handling: string; rows: string }>(
      `select c.table_name as table, h.text as handling, sum(c.rows) as rows from row_count c join handling h on h.id = c.handling_id
       group by 1, 2 having sum(c.rows) > 0 order by 1, 2`,
    );
    return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
  });
}

/** The handling of a row of any table by its id, for the operator of the system; null when the service has no such row, or no such table. */
export async function findHandlingIn(logins: StoredHandlingLogins, table: string, id: string): Promise<string | null> {
  const texts = await readHandlings(logins.loaderUrl);
  return withClient(logins.serviceUrl, async (client) => {
    const known = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [nameOf(table)]);
    if (known.rows[0]?.is !== true) return null;
    const found = await seeingAll(
      client,
      capacityOf(texts),
      `select handling_id from ${nameOf(table)} where id = $1`,
      id,
    );
    return found === null ? null : (texts.get(found) ?? null);
  });
}

const capacityOf = (texts: ReadonlyMap<number, string>): number => Math.max(-1, ...texts.keys()) + 1;

/** The handling of a stored row, for the operator of the system; null when there is no such row. */
export async function findStoredHandling(logins: StoredHandlingLogins, row: StoredRow): Promise<string | null> {
  const texts = await readHandlings(logins.loaderUrl);
  const id = await findHandlingId(logins.serviceUrl, row, capacityOf(texts));
  if (id === null) return null;
  const text = texts.get(id);
  if (text === undefined) throw new InternalError('INTERNAL', `handling ${id} is not in the table of handlings`);
  return text;
}

async function readHandlings(loaderUrl: string): Promise<ReadonlyMap<number, string>> {
  return withClient(loaderUrl, async (client) => {
    const { rows } = await client.query<{ id: number; text: string }>('select id, text from handling');
    return new Map(rows.map(({ id, text }) => [id, text]));
  });
}

/** Row security shows a login the rows of the handlings that it names: here, of all, and those that are withdrawn too. */
async function findHandlingId(serviceUrl: string, row: StoredRow, capacity: number): Promise<number | null> {
  const [sql, key] = 'id' in row ? [BY_ID[row.type], row.id] : [BY_POST[row.type], row.post];
  return withClient(serviceUrl, (client) => seeingAll(client, capacity, sql, key));
}

async function seeingAll(client: pg.Client, capacity: number, sql: string, key: string): Promise<number | null> {
  await client.query('start transaction read only');
  const visible = '1'.repeat(capacity);
  await client.query(`select set_config('app.visible', $1, true), set_config('app.withdrawn', 'shown', true)`, [
    visible,
  ]);
  const { rows } = await client.query<{ handling_id: number }>(sql, [key]);
  return rows[0]?.handling_id ?? null;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
