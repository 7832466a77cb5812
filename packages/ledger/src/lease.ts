import { setTimeout as pause } from 'node:timers/promises';
import { InternalError } from '@chancery/shared/errors';
import pg from 'pg';
import { type Edge, parseEdge, printPeaks } from './tree.js';

/** The right to append to a log, and where its head was when the right was taken. */
export interface Lease {
  readonly logId: number;
  /** Grows with each holder: a statement that names an earlier one moves nothing. */
  readonly epoch: string;
  readonly edge: Edge;
}

/** What became of a statement on the head: `fenced` by a later holder, or `forked` because it was not where it was left. */
export type HeadOutcome = 'committed' | 'fenced' | 'forked';

/** Silence after which a holder counts as gone, by the database's clock. */
export const LEASE_MS = 3_000;
const LOOK_MS = 200;
const LOCK_MAX_MS = 500;
/** lock_not_available, query_canceled. */
const WAITED_TOO_LONG = new Set(['55P03', '57014']);

// Free, or its holder is silent for too long, or its session is not there any more: then it need not be waited for.
const TAKE = `
update audit_head set epoch = epoch + 1, holder = pg_backend_pid(), renewed = clock_timestamp()
 where log_id = $1 and (renewed is null or renewed < clock_timestamp() - $2::int * interval '1 millisecond'
    or not exists (select from pg_stat_activity where pid = holder))
returning epoch, size, peaks, (select coalesce(max(idx) + 1, 0) from audit_entry where log_id = $1) as stored`;

// A ghost, whose far side a proxy keeps open, may hold the row's lock; it is of our own role, so that it may be ended.
const END_GHOST = `
select pg_terminate_backend(holder) from audit_head
 where log_id = $1 and holder <> pg_backend_pid() and renewed < clock_timestamp() - $2::int * interval '1 millisecond'`;

// Nothing is inserted, and each table is locked as an entry would lock it: a lock that somebody holds on one shows before one comes.
const TOUCHED = `with ${[
  ['entry', 'leaf'],
  ['leaf_hash', 'hashes'],
  ['sidecar', 'part'],
  ['handling', 'digest'],
  ['profile', 'digest'],
  ['snapshot', 'digest'],
]
  .map(([table, column]) => `touched_${table} as (insert into audit_${table} (${column}) select null where false)`)
  .join(', ')}`;

interface TakenRow {
  readonly epoch: string;
  readonly size: string;
  readonly peaks: Buffer;
  readonly stored: string;
}

/** Takes the right to append; throws AUDIT_UNAVAILABLE when another holder is alive, or the log is not whole. */
export async function takeLease(client: pg.Client, logId: number): Promise<Lease> {
  await client.query(`set lock_timeout = ${LOCK_MAX_MS}`);
  const deadline = performance.now() + LEASE_MS + LOCK_MAX_MS;
  for (;;) {
    const row = await tryTake(client, logId);
    if (row !== null) return leaseOf(logId, row);
    if (performance.now() > deadline) throw await refusalOf(client, logId);
    await pause(LOOK_MS, undefined, { ref: true });
  }
}

async function tryTake(client: pg.Client, logId: number): Promise<TakenRow | null> {
  try {
    const { rows } = await client.query<TakenRow>(TAKE, [logId, LEASE_MS]);
    return rows[0] ?? null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !WAITED_TOO_LONG.has(error.code ?? '')) throw error;
    await client.query(END_GHOST, [logId, LEASE_MS]);
    return null;
  }
}

function leaseOf(logId: number, { epoch, size, peaks, stored }: TakenRow): Lease {
  // A restored head or a lost tail: appending would overwrite what receipts were given for.
  if (size !== stored) {
    throw new InternalError('AUDIT_UNAVAILABLE', `log ${logId} states ${size} entries and holds ${stored}`);
  }
  return { logId, epoch, edge: parseEdge(Number(size), peaks) };
}

async function refusalOf(client: pg.Client, logId: number): Promise<InternalError> {
  const { rowCount } = await client.query('select from audit_head where log_id = $1', [logId]);
  const why = rowCount === 0 ? `there is no log ${logId}` : `log ${logId} has another writer`;
  return new InternalError('AUDIT_UNAVAILABLE', why);
}

/** Renews the right with the head unchanged: proves that the log can be written, adds nothing to it. */
export async function renewLease(client: pg.Client, lease: Lease, edge: Edge): Promise<HeadOutcome> {
  const { rowCount } = await client.query({
    name: 'renew',
    text: `${TOUCHED}
           update audit_head set renewed = clock_timestamp()
            where log_id = $1 and epoch = $2 and size = $3 and peaks = $4`,
    values: [lease.logId, lease.epoch, edge.size, printPeaks(edge)],
  });
  return rowCount === 1 ? 'committed' : whyNotMoved(client, lease);
}

/** Gives the right back, so that the next writer need not wait. */
export async function releaseLease(client: pg.Client, { logId, epoch }: Lease): Promise<void> {
  await client.query('update audit_head set holder = null, renewed = null where log_id = $1 and epoch = $2', [
    logId,
    epoch,
  ]);
}

/** Why a statement on the head moved nothing. */
export async function whyNotMoved(client: pg.Client, { logId, epoch }: Lease): Promise<'fenced' | 'forked'> {
  const { rows } = await client.query<{ epoch: string }>('select epoch from audit_head where log_id = $1', [logId]);
  return rows[0] !== undefined && rows[0].epoch !== epoch ? 'fenced' : 'forked';
}
