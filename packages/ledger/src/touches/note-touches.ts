import type pg from 'pg';

/** Whoever holds this adds touches or takes some away. */
const LOCK = `select pg_advisory_xact_lock(hashtext('audit_touch'))`;

/** Brings the index of touches of all logs up to where they are, some entries a transaction; with a login that may read the ledger. */
export async function noteTouches(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows: logs } = await client.query<{ log_id: number }>('select log_id from audit_head order by log_id');
  for (const { log_id } of logs) {
    for (let left = 1; left > 0; ) {
      const { rows } = await client.query<{ left: string }>('select audit_note_touches($1) as left', [log_id]);
      left = Number(rows[0]?.left ?? 0);
    }
  }
}

/** Takes away what is known of the records that an entry read; in the transaction in which its sidecar goes. */
export async function forgetTouches(owner: Pick<pg.ClientBase, 'query'>, logId: number, index: number): Promise<void> {
  await owner.query(LOCK);
  await owner.query('delete from audit_touch where log_id = $1 and idx = $2', [logId, index]);
}

/** Takes away what is known of the entries of a log before an index, once their sidecars are gone. */
export async function forgetTouchesBefore(
  owner: Pick<pg.ClientBase, 'query'>,
  logId: number,
  end: number,
): Promise<void> {
  await owner.query('begin');
  await owner.query(LOCK);
  await owner.query('delete from audit_touch where log_id = $1 and idx < $2', [logId, end]);
  await owner.query('commit');
}
