import type pg from 'pg';
import { TILE_WIDTH } from '../tiles/tile-tree.js';
import { forgetTouchesBefore } from '../touches/note-touches.js';
import { dropPartitions } from './drop-partitions.js';

/** Takes away all that lies before the last cut of a log: partitions as a whole, and what is left of the one that it runs through. Can be repeated. */
export async function finishRetirement(owner: pg.Client, logId: number): Promise<void> {
  const { rows } = await owner.query<{ end: string | null }>(
    'select max(end_idx) as end from audit_retired where log_id = $1',
    [logId],
  );
  if (rows[0]?.end == null) return;
  const end = Number(rows[0].end);
  await dropPartitions(owner, logId, end);
  for (const [table, column] of [
    ['audit_entry', 'idx'],
    ['audit_leaf_hash', 'first_idx'],
    ['audit_sidecar', 'idx'],
    ['audit_receipt', 'idx'],
  ]) {
    await owner.query(`delete from ${table} where log_id = $1 and ${column} < $2`, [logId, end]);
  }
  await forgetTouchesBefore(owner, logId, end);
  await owner.query('delete from audit_tile where log_id = $1 and level = 0 and (idx + 1) * $3 <= $2', [
    ...[logId, end, TILE_WIDTH],
  ]);
}
