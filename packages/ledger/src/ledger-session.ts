import { Socket } from 'node:net';
import { InternalError } from '@chancery/shared/errors';
import { PromptClient } from '@chancery/shared/postgres/prompt-client';
import type pg from 'pg';
import type { ComposedEntry } from './compose-entry.js';
import type { NewRows } from './dictionary.js';
import { type Placed, SharedLog } from './shared-log.js';
import { type Edge, parseEdge } from './tree.js';
import { HEAD_HELD_MAX_MS } from './waits.js';

/** Where a writer's session connects, and how long it may wait for anything. */
export interface SessionOptions {
  readonly connectionString: string;
  readonly logId: number;
  readonly deadlineMs: number;
  /** Called once when the connection ends by itself. */
  readonly onLost: (error: Error) => void;
}

/** A connection of one writer of a log. */
export interface LedgerSession {
  /** The head when the session began. */
  readonly edge: Edge;
  /** Appends behind the head; throws ForkedLog when that is no continuation of what this session saw. */
  append(entries: readonly ComposedEntry[], rows: NewRows): Promise<Placed>;
  /** Finds the head: proves that the log can be written, adds nothing to it. */
  touch(): Promise<Edge>;
  /** Ends the connection. A statement under way is cut off; whether it was committed is then unknown. */
  end(): Promise<void>;
}

/** Of the deadline, how long a lock is waited for. */
const LOCK_SHARE = 0.75;

/** Connects, and finds the head of the log. */
export async function openSession(options: SessionOptions): Promise<LedgerSession> {
  const { connectionString, logId, deadlineMs, onLost } = options;
  const socket = new Socket();
  const client = new PromptClient({
    connectionString,
    stream: () => socket,
    connectionTimeoutMillis: deadlineMs,
    statement_timeout: deadlineMs,
    // Before this end cuts the connection: the server would go on waiting, and write what was refused.
    lock_timeout: Math.floor(deadlineMs * LOCK_SHARE),
    // A writer that is frozen while it holds the head must not hold up the others.
    idle_in_transaction_session_timeout: HEAD_HELD_MAX_MS,
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
  try {
    await within(deadlineMs, socket, client.connect());
    await within(deadlineMs, socket, assertDurable(client));
    const edge = await within(deadlineMs, socket, findHead(client, logId));
    const log = new SharedLog(client, logId, edge);
    await within(deadlineMs, socket, log.openPartitions());
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection ended')));
    return { edge, append: (entries, rows) => log.append(entries, rows), touch: () => log.touch(), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Cuts the connection when work takes longer: neither keep-alive nor the server's limits end a half-open one. */
async function within<T>(ms: number, socket: Socket, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => socket.destroy(), ms).unref();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** An acknowledged entry must survive a crash of the server: a setting that gives that up is refused. */
async function assertDurable(client: pg.Client): Promise<void> {
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

async function findHead(client: pg.Client, logId: number): Promise<Edge> {
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
