import pg from 'pg';
import { InternalError } from '../../errors.js';

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

/** The handling of a stored row, for the operator of the system; null when there is no such row. */
export async function findStoredHandling(logins: StoredHandlingLogins, row: StoredRow): Promise<string | null> {
  const texts = await readHandlings(logins.loaderUrl);
  const id = await findHandlingId(logins.serviceUrl, row, Math.max(-1, ...texts.keys()) + 1);
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
  return withClient(serviceUrl, async (client) => {
    await client.query('start transaction read only');
    const visible = '1'.repeat(capacity);
    await client.query(`select set_config('app.visible', $1, true), set_config('app.withdrawn', 'shown', true)`, [
      visible,
    ]);
    const { rows } = await client.query<{ handling_id: number }>(sql, [key]);
    return rows[0]?.handling_id ?? null;
  });
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
