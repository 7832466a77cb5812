import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { Clock, Instant } from '../../clock.js';
import { InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import { parseHandling } from '../../labels/parse-handling.js';
import type { Log } from '../../log.js';
import { endWhenSilent } from '../../postgres/silence.js';
import type { Coordinate } from '../../vocabulary.js';
import { drawIds } from '../tables/draw-ids.js';
import { CONNECTION_WAIT_MAX_MS, FRESH_HANDLINGS_MAX_MS, SILENCE_MAX_MS, STATEMENT_MAX_MS } from '../waits.js';

const FRESH_MS = 1000;
const ALLOT_TRIES_MAX = 8;

/** Where a service's handlings are read from. */
export interface HandlingTableOptions {
  readonly loaderUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The distinct handlings of a service by their small integers; rows are only added, never changed. */
export class HandlingTable {
  readonly #pool: pg.Pool;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #byId = new Map<HandlingNumber, Handling>();
  readonly #idByText = new Map<string, HandlingNumber>();
  readonly #portionTargets = new Set<Coordinate>();
  #capacity = 0;
  #readAt: Instant = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  private constructor({ loaderUrl, clock, log }: HandlingTableOptions) {
    this.#pool = new pg.Pool({
      connectionString: loaderUrl,
      max: 1,
      statement_timeout: STATEMENT_MAX_MS,
      connectionTimeoutMillis: CONNECTION_WAIT_MAX_MS,
    });
    endWhenSilent(this.#pool, SILENCE_MAX_MS);
    this.#pool.on('error', (error) => log({ event: 'handlings', message: `connection lost: ${error.message}` }));
    this.#clock = clock;
    this.#log = log;
  }

  /** Reads the whole table. */
  static async open(options: HandlingTableOptions): Promise<HandlingTable> {
    const table = new HandlingTable(options);
    try {
      await table.refresh();
    } catch (error) {
      await table.close();
      throw error;
    }
    return table;
  }

  /** Length of a bit string that has a bit for each handling. */
  get capacity(): number {
    return this.#capacity;
  }

  /** How many are known: grows with each that is added, so it tells whether bits are still whole. */
  get size(): number {
    return this.#byId.size;
  }

  /** Whether any handling has a portion of its own for a coordinate; without one, its category tells all. */
  hasPortionFor(coordinate: Coordinate): boolean {
    return this.#portionTargets.has(coordinate);
  }

  idOf(text: string): HandlingNumber | undefined {
    return this.#idByText.get(text);
  }

  byId(id: HandlingNumber): Handling | undefined {
    return this.#byId.get(id);
  }

  all(): ReadonlyMap<HandlingNumber, Handling> {
    return this.#byId;
  }

  /** Reads what was added since; calls at the same time share one reading. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  /** The same, unless it was read just now. A failure leaves the known ones in force: they do not change. */
  async keepFresh(): Promise<void> {
    if (this.#clock() - this.#readAt < FRESH_MS) return;
    const reading = this.refresh().catch((error: unknown) =>
      this.#log({ event: 'handlings', message: `cannot be read: ${String(error)}` }),
    );
    // Whoever asks shares one reading, so one that hangs must not hold them all.
    const ending = new AbortController();
    const late = pause(FRESH_HANDLINGS_MAX_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    await Promise.race([reading, late]);
    ending.abort();
  }

  /** The integer of a handling; one that is new gets one at random. */
  async allot({ text }: Handling): Promise<HandlingNumber> {
    for (let tries = 0; tries < ALLOT_TRIES_MAX; tries += 1) {
      const known = this.idOf(text);
      if (known !== undefined) return known;
      // Another process may have added it, or have taken the integer: either way the next look tells.
      const [id] = drawIds([text], new Set(this.#idByText.values())).values();
      await this.#pool.query('insert into handling (id, text) values ($1, $2) on conflict do nothing', [id, text]);
      await this.#read();
    }
    throw new InternalError('INTERNAL', 'a handling found no integer');
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #read(): Promise<void> {
    const readAt = this.#clock();
    // Ids are allotted at random, so what is new is found by count, not by order.
    const counted = await this.#pool.query<{ count: number }>('select count(*)::int as count from handling');
    this.#readAt = readAt;
    if (counted.rows[0]?.count === this.#idByText.size) return;
    const { rows } = await this.#pool.query<{ id: number; text: string }>('select id, text from handling');
    for (const { id, text } of rows) if (this.#idByText.get(text) !== id) this.#add(parseHandlingNumber(id), text);
  }

  #add(id: HandlingNumber, text: string): void {
    this.#idByText.set(text, id);
    this.#capacity = Math.max(this.#capacity, id + 1);
    try {
      const handling = parseHandling(text);
      this.#byId.set(id, handling);
      for (const target of handling.portions.keys()) this.#portionTargets.add(target);
    } catch {
      // What does not parse is denied: it never gets a bit.
      this.#log({ event: 'handlings', message: `handling ${id} does not parse` });
    }
  }
}
