import { Socket } from 'node:net';
import { InternalError } from '@chancery/shared/errors';
import pg from 'pg';
import { appendStatement, type Batch } from './append-statement.js';
import { type Edge, parseEdge, printPeaks } from './tree.js';

/** Where a writer's session connects, and how long it may wait for anything. */
export interface SessionOptions {
  readonly connectionString: string;
  readonly logId: number;
  readonly deadlineMs: number;
  /** Called once when the connection ends by itself. */
  readonly onLost: (error: Error) => void;
}

/** What became of a batch: `forked` means that the head was not where this writer had left it. */
export type CommitOutcome = 'committed' | 'forked';

/** A connection that holds the slot of one log: nobody else appends to it while this is open. */
export interface LedgerSession {
  /** The head when the session began. */
  readonly edge: Edge;
  commit(batch: Batch): Promise<CommitOutcome>;
  /** Commits the head unchanged: proves that the log can be written, adds nothing to it. */
  confirm(edge: Edge): Promise<CommitOutcome>;
  /** Gives the slot back. A statement under way is cut off; whether it was committed is then unknown. */
  end(): Promise<void>;
}

const SLOT_CLASS = 0x4c454447; // 'LEDG': keeps slots apart from other advisory locks of the database
/** lock_not_available, query_canceled. */
const WAITED_TOO_LONG = new Set(['55P03', '57014']);
const UNIQUE_VIOLATION = '23505';

/** Connects, takes the slot of the log and reads its head, in this order: a batch of a lost session may still commit until the slot is free. */
export async function openSession(options: SessionOptions): Promise<LedgerSession> {
  const { connectionString, logId, deadlineMs, onLost } = options;
  const socket = new Socket();
  const client = new pg.Client({
    connectionString,
    stream: () => socket,
    connectionTimeoutMillis: deadlineMs,
    statement_timeout: deadlineMs,
    lock_timeout: deadlineMs,
    keepAlive: true,
    application_name: `chancery ledger writer of log ${logId}`,
  });
  let ended = false;
  const lose = (error: Error) => {
    if (ended) return;
    ended = true;
    onLost(error);
  };
  const end = async (): Promise<void> => {
    ended = true;
    // A server that hangs would let a polite goodbye wait for ever.
    const cut = setTimeout(() => socket.destroy(), deadlineMs).unref();
    await client.end().catch(() => {});
    clearTimeout(cut);
  };
  // While opening, a loss shows as the failure of the statement under way.
  client.on('error', () => {});
  const watch = setTimeout(() => void end(), 2 * deadlineMs).unref();
  try {
    await client.connect();
    await assertDurable(client);
    await takeSlot(client, logId);
    const edge = await readHead(client, logId);
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection ended')));
    return {
      edge,
      commit: (batch) => commit(client, logId, batch),
      confirm: (at) => confirm(client, logId, at),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(watch);
  }
}

/** An acknowledged entry must survive a crash of the server: a setting that gives that up is refused. */
async function assertDurable(client: pg.Client): Promise<void> {
  // A server notices a writer that vanished within seconds, and frees its slot.
  await client.query(
    'set synchronous_commit = on; set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3',
  );
  const { rows } = await client.query<{ fsync: string; encoding: string }>(
    `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding`,
  );
  const [settings] = rows;
  if (settings?.fsync !== 'on') {
    throw new InternalError('AUDIT_UNAVAILABLE', 'the ledger needs a database server with fsync on');
  }
  // Any other encoding could give back other bytes than were hashed.
  if (settings.encoding !== 'UTF8') {
    throw new InternalError('AUDIT_UNAVAILABLE', `the ledger needs a UTF8 database, not ${settings.encoding}`);
  }
}

async function takeSlot(client: pg.Client, logId: number): Promise<void> {
  try {
    await client.query('select pg_advisory_lock($1::int, $2::int)', [SLOT_CLASS, logId]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !WAITED_TOO_LONG.has(error.code ?? '')) throw error;
    throw new InternalError('AUDIT_UNAVAILABLE', `log ${logId} has another writer`, { cause: error });
  }
}

async function readHead(client: pg.Client, logId: number): Promise<Edge> {
  const { rows } = await client.query<{ size: string; peaks: Buffer; stored: string }>(
    `select size, peaks, (select coalesce(max(idx) + 1, 0) from audit_entry where log_id = $1) as stored
       from audit_head where log_id = $1`,
    [logId],
  );
  const [head] = rows;
  if (head === undefined) throw new InternalError('AUDIT_UNAVAILABLE', `there is no log ${logId}`);
  // A restored head or a lost tail: appending would overwrite what receipts were given for.
  if (head.size !== head.stored) {
    throw new InternalError('AUDIT_UNAVAILABLE', `log ${logId} states ${head.size} entries and holds ${head.stored}`);
  }
  return parseEdge(Number(head.size), head.peaks);
}

async function commit(client: pg.Client, logId: number, batch: Batch): Promise<CommitOutcome> {
  try {
    const { rowCount } = await client.query(appendStatement(logId, batch));
    return rowCount === batch.entries.length ? 'committed' : 'forked';
  } catch (error) {
    // The second guard: an entry already stands where this one should go.
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return 'forked';
    throw error;
  }
}

async function confirm(client: pg.Client, logId: number, edge: Edge): Promise<CommitOutcome> {
  const { rowCount } = await client.query(
    'update audit_head set size = $2 where log_id = $1 and size = $2 and peaks = $3',
    [logId, edge.size, printPeaks(edge)],
  );
  return rowCount === 1 ? 'committed' : 'forked';
}
