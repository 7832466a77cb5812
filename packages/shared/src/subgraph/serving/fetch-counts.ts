import type pg from 'pg';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { openLoaderPool } from '../events/loader-pool.js';
import { FETCHES } from '../tables/fetch-table.js';

/** How often what was counted is written. */
const EVERY_MS = 1_000;
/** How long it is kept: as long as anybody holds it against the ledger. */
const KEPT_DAYS = 31;
const FORGET_EVERY_MS = 3_600_000;
/** Traces that are held while the database is away; beyond, the oldest are given up, and the log says so. */
const TRACES_MAX = 100_000;

export interface FetchCountsOptions {
  readonly loaderUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

interface Counted {
  readonly trace: string;
  readonly forEvent: boolean;
  calls: number;
}

/**
 * Counts the calls that a service answers, by the trace in their signed context. The gateway writes the ledger: whether it wrote an entry for
 * each request that it fetched for is told by somebody else's count.
 */
export class FetchCounts implements AsyncDisposable {
  readonly #options: FetchCountsOptions;
  readonly #pool: pg.Pool;
  readonly #timer: NodeJS.Timeout;
  #counted = new Map<string, Counted>();
  #writing: Promise<void> = Promise.resolve();
  #isKept: boolean | null = null;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(options: FetchCountsOptions) {
    this.#options = options;
    this.#pool = openLoaderPool({ loaderUrl: options.loaderUrl, max: 1, log: options.log, event: 'fetches' });
    this.#timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  /** One call more; `forEvent` when it is read for an event of a subscription, which may have nothing to tell. */
  count(trace: string, forEvent: boolean): void {
    if (this.#isKept === false) return;
    const key = `${forEvent} ${trace}`;
    const known = this.#counted.get(key);
    if (known !== undefined) known.calls += 1;
    else this.#counted.set(key, { trace, forEvent, calls: 1 });
    if (this.#counted.size <= TRACES_MAX) return;
    const [oldest] = this.#counted.keys();
    this.#counted.delete(oldest ?? '');
    this.#options.log({ event: 'fetches', message: 'a trace was given up: what was fetched under it is not counted' });
  }

  /** Writes what was counted since; what could not be written is kept for the next time. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
    await this.#pool.end();
  }

  async #write(): Promise<void> {
    if (this.#counted.size === 0) return;
    const counted = this.#counted;
    this.#counted = new Map();
    try {
      this.#isKept ??= await this.#hasTable();
      if (this.#isKept) await this.#insert([...counted.values()]);
    } catch (error) {
      this.#options.log({ event: 'fetches', message: `not written: ${String(error)}` });
      for (const { trace, forEvent, calls } of counted.values()) {
        for (let call = 0; call < calls; call += 1) this.count(trace, forEvent);
      }
    }
  }

  async #hasTable(): Promise<boolean> {
    const { rows } = await this.#pool.query<{ is: boolean }>('select to_regclass($1) is not null as is', [FETCHES]);
    return rows[0]?.is === true;
  }

  async #insert(rows: readonly Counted[]): Promise<void> {
    const now = this.#options.clock();
    await this.#pool.query(
      `insert into ${FETCHES} (at, trace, for_event, calls)
       select $1, r.trace, r."forEvent", r.calls from jsonb_to_recordset($2::jsonb) r(trace text, "forEvent" boolean, calls integer)`,
      [new Date(now), JSON.stringify(rows)],
    );
    if (now - this.#forgotAt < FORGET_EVERY_MS) return;
    this.#forgotAt = now;
    await this.#pool.query(`delete from ${FETCHES} where at < $1::timestamptz - make_interval(days => $2)`, [
      new Date(now),
      KEPT_DAYS,
    ]);
  }
}
