import pg from 'pg';

const CONNECT_MAX_MS = 10_000;

/** Runs work on one connection and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MAX_MS });
  // A server that goes away between two statements is reported by the next one.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether a server accepts this connection string and takes writes now: while it recovers to a target it only reads. */
export async function canConnect(url: string): Promise<boolean> {
  try {
    const { rows } = await withConnection(url, (client) =>
      client.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering'),
    );
    return rows[0]?.recovering === false;
  } catch {
    return false;
  }
}
