import { setTimeout as pause, setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Receipt } from '@chancery/shared/brands';
import type { Clock } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Log } from '@chancery/shared/log';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { AppendQueue, type Waiting } from './append-queue.js';
import { composeEntry } from './compose-entry.js';
import { Dictionary } from './dictionary.js';
import { createEntropy, type Entropy } from './entropy.js';
import type { EntryInput } from './entry.js';
import type { HeadKeeper } from './kept-head.js';
import { type LedgerSession, openSession } from './ledger-session.js';
import { ForkedLog } from './shared-log.js';
import { StoreWatch } from './store-watch.js';
import { continues, type Edge, EMPTY_EDGE } from './tree.js';
import { DURABLE_MAX_MS, FAILURES_MAX, LOOK_MS, QUEUE_BYTES_MAX, QUEUE_ENTRIES_MAX, RETRY_MS } from './waits.js';

/** What an appended entry is known by. */
export interface Appended {
  /** 22 random characters, for the caller. */
  readonly receipt: Receipt;
  /** Place in the log, for us alone. */
  readonly index: number;
}

/** Appends entries to one log. */
export interface LedgerWriter {
  /** Gives the receipt once the entry is durable; throws AUDIT_UNAVAILABLE, and then no data may leave. */
  append(entry: EntryInput): Promise<Appended>;
  /** Makes a snapshot known, before the first entry that names it; costs nothing for one that is known. */
  registerSnapshot(snapshot: Snapshot): void;
  /** What has been taken and is not yet being written. */
  waiting(): Readonly<Record<'entries' | 'bytes', number>>;
  /** False while entries are refused. */
  healthy(): boolean;
  /** False as soon as an entry would have to wait: the connection is lost, or the database is late with an answer. */
  answering(): boolean;
  /** Takes no more entries, waits for those that it took, and ends its connection. */
  close(): Promise<void>;
}

/** Where the log is, and how long and how much a writer may wait; what is left out has the value of the design. */
export interface LedgerWriterOptions {
  /** Login of the role that may only insert entries and move the head. */
  readonly connectionString: string;
  readonly clock: Clock;
  readonly logId?: number;
  /** How long an entry may take to be durable. */
  readonly deadlineMs?: number;
  /** Failures in a row after which entries are refused at once. */
  readonly failuresMax?: number;
  /** Pause between two tries to reach the database again. */
  readonly retryMs?: number;
  readonly queueEntriesMax?: number;
  readonly queueBytesMax?: number;
  readonly entropy?: Entropy;
  /** Remembers the head outside the database. */
  readonly headKeeper?: HeadKeeper;
  /** Hears of failures and recoveries, for the operator's log. */
  readonly log?: Log;
}

const BATCH_ENTRIES_MAX = 1_024;
const BATCH_BYTES_MAX = 8 * 1_024 * 1_024;

/** Opens the log for appending, beside whoever else appends to it; throws when it is not whole, or the server would not keep what it acknowledges. */
export async function openLedgerWriter(options: LedgerWriterOptions): Promise<LedgerWriter> {
  const writer = new GroupCommitWriter(options);
  await writer.open();
  return writer;
}

/**
 * Group commit without a timer: whatever arrived during the last commit is the next batch.
 * Any failure ends the session; a new one reads the head and goes on from there, so entries whose commit was cut off
 * may stand on the log although they were refused. Over-reporting is the safe side; an acknowledged entry is never lost.
 */
class GroupCommitWriter implements LedgerWriter {
  readonly #options: LedgerWriterOptions;
  readonly #logId: number;
  readonly #deadlineMs: number;
  readonly #failuresMax: number;
  readonly #queue: AppendQueue;
  readonly #watch: StoreWatch;
  readonly #entropy: Entropy;
  readonly #dictionary: Dictionary;
  readonly #closing = new AbortController();
  /** Null while there is no connection. */
  #session: LedgerSession | null = null;
  /** Where the head was last known to be. */
  #edge: Edge = EMPTY_EDGE;
  #failures = 0;
  #forked = false;
  #isPumping = false;
  #isLooking = false;
  #looking: NodeJS.Timeout | undefined;
  #pumping: Promise<void> | null = null;
  #recovering: Promise<void> | null = null;

  constructor(options: LedgerWriterOptions) {
    this.#options = options;
    this.#logId = options.logId ?? 1;
    this.#deadlineMs = options.deadlineMs ?? DURABLE_MAX_MS;
    this.#failuresMax = options.failuresMax ?? FAILURES_MAX;
    this.#entropy = options.entropy ?? createEntropy();
    this.#dictionary = new Dictionary(this.#entropy);
    this.#watch = new StoreWatch(this.#deadlineMs);
    this.#queue = new AppendQueue({
      deadlineMs: this.#deadlineMs,
      entriesMax: options.queueEntriesMax ?? QUEUE_ENTRIES_MAX,
      bytesMax: options.queueBytesMax ?? QUEUE_BYTES_MAX,
    });
  }

  async open(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      if (error instanceof InternalError) throw error;
      throw unavailable('the ledger cannot be reached', error);
    }
  }

  async append(input: EntryInput): Promise<Appended> {
    if (this.#closing.signal.aborted) throw unavailable('the ledger is closed');
    if (this.#forked) throw unavailable(`log ${this.#logId} was forked`);
    if (this.#isBroken()) throw unavailable('the ledger is down');
    const { clock } = this.#options;
    const entry = composeEntry(input, { clock, entropy: this.#entropy, dictionary: this.#dictionary });
    const durable = this.#queue.add(entry);
    this.#pump();
    return { receipt: entry.receipt, index: await durable };
  }

  registerSnapshot(snapshot: Snapshot): void {
    this.#dictionary.register(snapshot);
  }

  waiting(): Readonly<Record<'entries' | 'bytes', number>> {
    return { entries: this.#queue.size, bytes: this.#queue.bytes };
  }

  healthy(): boolean {
    return !this.#forked && !this.#isBroken() && !this.#closing.signal.aborted;
  }

  answering(): boolean {
    return this.healthy() && this.#session !== null && !this.#watch.isLate();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#session === null) this.#queue.refuseAll(unavailable('the ledger is closed'));
    await this.#pumping;
    await this.#recovering;
    clearInterval(this.#looking);
    await this.#session?.end();
    this.#session = null;
    await this.#options.headKeeper?.settled();
  }

  #isBroken(): boolean {
    return this.#failures >= this.#failuresMax;
  }

  #pump(): void {
    if (!this.#isPumping) this.#pumping = this.#commitAll();
  }

  async #commitAll(): Promise<void> {
    this.#isPumping = true;
    while (this.#session !== null && this.#queue.size > 0) {
      // A commit costs the same for one entry as for ten: what else is ready in this turn of the loop goes with it.
      await turnOfLoop();
      if (this.#session !== null && this.#queue.size > 0) await this.#commitNext(this.#session);
    }
    // In the same turn as the look at the queue: an entry that arrives later starts the next round itself.
    this.#isPumping = false;
  }

  async #commitNext(session: LedgerSession): Promise<void> {
    const batch = this.#queue.take(BATCH_ENTRIES_MAX, BATCH_BYTES_MAX);
    try {
      const entries = batch.map(({ entry }) => entry);
      const rows = this.#dictionary.missing(entries);
      const { before, after } = await this.#watch.guard(session, session.append(entries, rows));
      this.#edge = after;
      this.#options.headKeeper?.keep(after);
      this.#failures = 0;
      this.#dictionary.markStored(rows);
      for (const [place, waiting] of batch.entries()) waiting.acknowledge(before.size + place);
    } catch (error) {
      if (error instanceof ForkedLog) return this.#stop(batch, error.message);
      for (const waiting of batch) waiting.refuse(unavailable('the entry could not be committed', error));
      this.#lose(session, error);
    }
  }

  #lose(session: LedgerSession, error: unknown): void {
    if (this.#session !== session) return;
    this.#session = null;
    clearInterval(this.#looking);
    this.#fail(error);
    this.#recovering ??= this.#recover(session).finally(() => {
      this.#recovering = null;
    });
  }

  #fail(error: unknown): void {
    this.#failures += 1;
    this.#options.log?.({ event: 'ledger', message: `failure ${this.#failures}: ${messageOf(error)}` });
    if (this.#isBroken() || this.#closing.signal.aborted)
      this.#queue.refuseAll(unavailable('the ledger is down', error));
  }

  async #recover(lost: LedgerSession): Promise<void> {
    await lost.end();
    while (!this.#closing.signal.aborted && !this.#forked) {
      try {
        await this.#connect();
        // Half open: what was proved is that the head can be written; one more failure refuses at once again.
        if (this.#isBroken()) this.#failures = this.#failuresMax - 1;
        this.#options.log?.({ event: 'ledger', message: 'reached again' });
        return this.#pump();
      } catch (error) {
        this.#fail(error);
      }
      await pause(this.#options.retryMs ?? RETRY_MS, undefined, { ref: false, signal: this.#closing.signal }).catch(
        () => {},
      );
    }
  }

  async #connect(): Promise<void> {
    const session = await openSession({
      connectionString: this.#options.connectionString,
      logId: this.#logId,
      deadlineMs: this.#deadlineMs,
      onLost: (error) => this.#lose(session, error),
    });
    try {
      const edge = await this.#watch.guard(session, session.touch());
      this.#options.headKeeper?.assertContinues(edge);
      if (!continues(this.#edge, edge)) throw new ForkedLog('entries that were acknowledged are gone');
      this.#edge = edge;
    } catch (error) {
      await session.end();
      if (!(error instanceof ForkedLog)) throw error;
      this.#stop([], error.message);
      throw unavailable(`log ${this.#logId} was forked`);
    }
    this.#session = session;
    this.#options.headKeeper?.keep(this.#edge);
    this.#looking = setInterval(() => void this.#look(session), LOOK_MS).unref();
  }

  /** While nothing is written: finds out within a second that a connection is dead, and sees what other writers have added. */
  async #look(session: LedgerSession): Promise<void> {
    if (this.#session !== session || this.#isPumping || this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#watch.guard(session, session.touch());
    } catch (error) {
      if (error instanceof ForkedLog) this.#stop([], error.message);
      this.#lose(session, error);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Two histories of one log: whatever is appended now, one of them is false. A person must look. */
  #stop(batch: readonly Waiting[], why: string): void {
    const error = unavailable(`log ${this.#logId} was forked: ${why}`);
    this.#forked = true;
    this.#options.log?.({ event: 'ledger', message: `stopped for good: ${error.message}` });
    for (const waiting of batch) waiting.refuse(error);
    this.#queue.refuseAll(error);
  }
}

const unavailable = (message: string, cause?: unknown): InternalError =>
  new InternalError('AUDIT_UNAVAILABLE', message, cause === undefined ? {} : { cause });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
