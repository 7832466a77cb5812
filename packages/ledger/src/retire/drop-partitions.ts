import type pg from 'pg';

/** Partitions of one log whose entries all lie before an index, with those that a detachment was broken off for. */
const BEFORE = `
select parent.relname as parent, part.relname as part, inhdetachpending as pending
  from pg_inherits join pg_class as parent on parent.oid = inhparent join pg_class as part on part.oid = inhrelid
 where parent.relname in ('audit_entry', 'audit_leaf_hash', 'audit_sidecar')
   and part.relname ~ ('^' || parent.relname || '_' || $1 || '_[0-9]+$')
   and (substring(part.relname from '[0-9]+$')::bigint + 1) * 1048576 <= $2
 order by 1, 2`;

/** Partitions that were detached and not dropped. */
const LOOSE = `
select relname as part from pg_class
 where relkind = 'r' and not relispartition and relname ~ ('^audit_(entry|leaf_hash|sidecar)_' || $1 || '_[0-9]+$')
   and (substring(relname from '[0-9]+$')::bigint + 1) * 1048576 <= $2`;

/** Drops them. Each is detached first, concurrently: dropping it where it hangs would lock everybody out who appends. */
export async function dropPartitions(owner: pg.Client, logId: number, end: number): Promise<void> {
  const { rows } = await owner.query<{ parent: string; part: string; pending: boolean }>(BEFORE, [`${logId}`, end]);
  for (const { parent, part, pending } of rows) {
    await owner.query(`alter table ${parent} detach partition ${part} ${pending ? 'finalize' : 'concurrently'}`);
  }
  const { rows: loose } = await owner.query<{ part: string }>(LOOSE, [`${logId}`, end]);
  for (const { part } of loose) await owner.query(`drop table ${part}`);
}
