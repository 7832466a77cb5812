import pg from 'pg';
import type { RunStatement } from '../search/index-rows.js';

/** The connection of an import, inside its transaction. */
export type ImportClient = pg.ClientBase;

/** Statements of an import, for whoever writes beside its rows. */
export const statementsOf =
  (client: ImportClient): RunStatement =>
  async (text, values) =>
    (await client.query<object>(text, values)).rows;

/** Runs an import as the owner of a database: all of it or nothing, and one at a time. */
export async function inTransaction<T>(ownerUrl: string, work: (client: ImportClient) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('chancery.import'))`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // Closing the connection rolls back even when this fails.
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
