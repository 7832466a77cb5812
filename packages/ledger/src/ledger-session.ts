import { Socket } from 'node:net';
import { InternalError } from '@chancery/shared/errors';
import pg from 'pg';
import { appendStatement, type Batch } from './append-statement.js';
import { type HeadOutcome, type Lease, releaseLease, renewLease, takeLease, whyNotMoved } from './lease.js';
import type { Edge } from './tree.js';

/** Where a writer's session connects, and how long it may wait for anything. */
export interface SessionOptions {
  readonly connectionString: string;
  readonly logId: number;
  readonly deadlineMs: number;
  /** Called once when the connection ends by itself. */
  readonly onLost: (error: Error) => void;
}

/** A connection that holds the lease of one log: nobody else appends to it while this is open and renews it. */
export interface LedgerSession {
  /** The head when the session began. */
  readonly edge: Edge;
  commit(batch: Batch): Promise<HeadOutcome>;
  /** Renews the lease: proves that the log can be written, adds nothing to it. */
  renew(edge: Edge): Promise<HeadOutcome>;
  /** Gives the lease back. A statement under way is cut off; whether it was committed is then unknown. */
  end(): Promise<void>;
}

/** Taking the lease rests between two looks, and waits for a lock that a ghost holds. */
const TAKING_QUIET_MS = 1_000;
const UNIQUE_VIOLATION = '23505';

/** Connects, takes the lease of the log and its head in one statement. */
export async function openSession(options: SessionOptions): Promise<LedgerSession> {
  const { connectionString, logId, deadlineMs, onLost } = options;
  const socket = new Socket();
  const client = new pg.Client({
    connectionString,
    stream: () => socket,
    connectionTimeoutMillis: deadlineMs,
    statement_timeout: deadlineMs,
    keepAlive: true,
    application_name: `chancery ledger writer of log ${logId}`,
  });
  let lease: Lease | null = null;
  let ended = false;
  const lose = (error: Error) => {
    if (ended) return;
    ended = true;
    onLost(error);
  };
  const end = async (): Promise<void> => {
    ended = true;
    // A server that hangs would let a polite goodbye wait for ever; so would taking leave of the lease.
    const cut = setTimeout(() => socket.destroy(), deadlineMs).unref();
    if (lease !== null) await releaseLease(client, lease).catch(() => {});
    await client.end().catch(() => {});
    clearTimeout(cut);
  };
  // While opening, a loss shows as the failure of the statement under way.
  client.on('error', () => {});
  try {
    await within(deadlineMs, socket, client.connect());
    await within(deadlineMs, socket, assertDurable(client));
    // Waits for a silent holder; each of its statements has the server's limit, and the socket ours.
    const taken = await whileAnswering(socket, deadlineMs + TAKING_QUIET_MS, takeLease(client, logId));
    lease = taken;
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection ended')));
    return {
      edge: taken.edge,
      commit: (batch) => commit(client, taken, batch),
      renew: (at) => renewLease(client, taken, at),
      end,
    };
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

/** The same for work of many statements: what counts is the silence. */
async function whileAnswering<T>(socket: Socket, ms: number, work: Promise<T>): Promise<T> {
  socket.setTimeout(ms, () => socket.destroy());
  try {
    return await work;
  } finally {
    socket.setTimeout(0);
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

async function commit(client: pg.Client, lease: Lease, batch: Batch): Promise<HeadOutcome> {
  try {
    const { rowCount } = await client.query(appendStatement(lease, batch));
    return rowCount === batch.entries.length ? 'committed' : await whyNotMoved(client, lease);
  } catch (error) {
    // The second guard: an entry already stands where this one should go.
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return 'forked';
    throw error;
  }
}
