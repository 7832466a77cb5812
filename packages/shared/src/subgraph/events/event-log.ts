import type pg from 'pg';
import { EVENT_KEPT_HOURS } from '../../feed/feed-wire.js';
import type { Log } from '../../log.js';
import { EventListener } from './event-listener.js';
import { EVENT_CHANNEL } from './event-table.js';
import { openLoaderPool } from './loader-pool.js';

/** An event as it is kept: columns, and no value. */
export interface KeptEvent {
  readonly seq: number;
  readonly type: string;
  readonly record: string;
  readonly columns: readonly string[];
  readonly was: number | null;
  readonly is: number;
}

/** A part of the log, and where the whole stands. */
export interface EventsRead {
  readonly head: number;
  /** Everything up to this one has been read. */
  readonly upTo: number;
  readonly events: readonly KeptEvent[];
}

/** What an event log is opened with. */
export interface EventLogOptions {
  readonly loaderUrl: string;
  readonly log: Log;
  readonly pollMs?: number;
}

/** How often what is older than it is kept is taken away. */
const TRIM_EVERY_MS = 600_000;
const EVENT_POLL_MS = 1_000;
const CONNECTIONS_MAX = 2;

// The last stays however old it is: it says where the log stands.
const TRIM = `delete from event where at < now() - $1 * interval '1 hour' and seq < (select max(seq) from event)`;

const READ = `select e.seq, e.type, e.record_id as record, e.columns, e.was_handling_id as was, e.handling_id as "is",
    h.head
  from (select coalesce(max(seq), 0) as head from event) h
  left join lateral (select * from event where seq > $1 order by seq limit $2) e on true`;

type Row = Omit<KeptEvent, 'seq'> & { readonly seq: string | null; readonly head: string };

/** The events of a service, read by the login that sees no record; whoever waits for one is told as soon as it is there. */
export class EventLog {
  readonly #pool: pg.Pool;
  readonly #listener: EventListener;
  readonly #trimming: NodeJS.Timeout;
  readonly #waiting = new Set<() => void>();
  readonly #log: Log;
  #isClosing = false;

  constructor({ loaderUrl, log, pollMs = EVENT_POLL_MS }: EventLogOptions) {
    this.#log = log;
    this.#pool = openLoaderPool({ loaderUrl, max: CONNECTIONS_MAX, log, event: 'events' });
    this.#listener = new EventListener({
      url: loaderUrl,
      channel: EVENT_CHANNEL,
      log,
      pollMs,
      heard: () => this.#wake(),
    });
    this.#trimming = setInterval(() => void this.trim(), TRIM_EVERY_MS).unref();
  }

  /** The events after one, so many at most; with null none, but where the log stands. */
  async read(after: number | null, max: number): Promise<EventsRead> {
    const { rows } = await this.#pool.query<Row>(READ, [after ?? 0, after === null ? 0 : max]);
    const [first] = rows;
    const events = rows.flatMap(({ seq, type, record, columns, was, is }) =>
      seq === null ? [] : [{ seq: Number(seq), type, record, columns, was, is }],
    );
    const head = Number(first?.head ?? 0);
    const last = events.length < max ? head : (events.at(-1)?.seq ?? head);
    return { head, upTo: last, events };
  }

  /** The same, once there is one, the time is up or `signal` says so. */
  async readWhenThere(after: number, max: number, waitMs: number, signal: AbortSignal): Promise<EventsRead> {
    const until = performance.now() + waitMs;
    for (;;) {
      // Before the reading, or one that commits during it would wake nobody.
      const waiting = this.#wait(Math.max(0, until - performance.now()), signal);
      try {
        const read = await this.read(after, max);
        // Below the position there is another log than the one that it was a position of.
        const isOver = performance.now() >= until || signal.aborted || this.#isClosing;
        if (read.events.length > 0 || read.head < after || isOver) return read;
        await waiting.heard;
      } finally {
        waiting.over();
      }
    }
  }

  /** Takes away what nobody resumes from any more. */
  async trim(): Promise<void> {
    await this.#pool
      .query(TRIM, [EVENT_KEPT_HOURS])
      .catch((error: unknown) => this.#log({ event: 'events', message: `not trimmed: ${String(error)}` }));
  }

  /** Whoever waits is answered now. */
  beginClosing(): void {
    this.#isClosing = true;
    this.#wake();
  }

  async close(): Promise<void> {
    this.beginClosing();
    clearInterval(this.#trimming);
    this.#listener.close();
    await this.#pool.end();
  }

  #wait(ms: number, signal: AbortSignal): { readonly heard: Promise<void>; over(): void } {
    let resolve: () => void = () => undefined;
    const heard = new Promise<void>((resolved) => {
      resolve = resolved;
    });
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      this.#waiting.delete(over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    this.#waiting.add(over);
    return { heard, over };
  }

  #wake(): void {
    for (const over of [...this.#waiting]) over();
  }
}
