import type pg from 'pg';

/**
 * The first entry from an index on that is held for a proceeding (legal hold); null when none is. Whoever takes whole entries out of the ledger asks
 * here first. A hold of one record counts from its first entry on, whichever of them read it: what is retired is a prefix.
 */
export async function firstHeld(
  client: Pick<pg.Client, 'query'>,
  logId: number,
  from: number,
): Promise<{ readonly index: number; readonly hold: string } | null> {
  const { rows } = await client.query<{ index: string; hold: string }>(
    `select greatest(first_idx, $2::bigint) as index, hold from audit_hold
      where log_id = $1 and lifted_at is null and (end_idx is null or end_idx > $2) order by 1, 2 limit 1`,
    [logId, from],
  );
  const [row] = rows;
  return row === undefined ? null : { index: Number(row.index), hold: row.hold };
}
