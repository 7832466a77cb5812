import pg from 'pg';
import type { Log } from '../../log.js';
import { endAtOnce } from '../../postgres/silence.js';
import { CONNECTION_WAIT_MAX_MS, SILENCE_MAX_MS } from '../waits.js';

/** What to listen with. */
export interface ListenerOptions {
  readonly url: string;
  /** On which channel. */
  readonly channel: string;
  readonly log: Log;
  /** How often to look even if nothing was heard. */
  readonly pollMs: number;
  /** There may be something that was not there before. */
  readonly heard: () => void;
}

const AGAIN_MS = 500;

/**
 * Hears of commits that changed something: PostgreSQL tells every listener, whichever replica it serves. A notice can be lost with the
 * connection that it was for, so behind it there is a look every now and then.
 */
export class EventListener {
  readonly #options: ListenerOptions;
  readonly #poll: NodeJS.Timeout;
  #client: pg.Client | null = null;
  #again: NodeJS.Timeout | undefined;
  /** Whether it listens and is asked nothing at the moment. */
  #isListening = false;
  #isClosed = false;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#poll = setInterval(() => this.#look(), options.pollMs).unref();
    void this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#again);
    if (this.#client !== null) endAtOnce(this.#client);
  }

  /** A connection that says nothing may have nothing to say, or be half open: so it is asked. */
  #look(): void {
    this.#options.heard();
    if (this.#client !== null && this.#isListening) void this.#say(this.#client, 'select 1');
  }

  async #say(client: pg.Client, text: string): Promise<void> {
    this.#isListening = false;
    try {
      await client.query(text);
      this.#isListening = true;
    } catch (error) {
      this.#lost(client, error);
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: CONNECTION_WAIT_MAX_MS,
      query_timeout: SILENCE_MAX_MS,
    });
    this.#client = client;
    client.on('notification', () => this.#options.heard());
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    try {
      await client.connect();
    } catch (error) {
      return this.#lost(client, error);
    }
    await this.#say(client, `listen ${this.#options.channel}`);
    this.#options.heard();
  }

  #lost(client: pg.Client, error: unknown): void {
    if (this.#client !== client || this.#isClosed) return;
    this.#client = null;
    if (error !== null) this.#options.log({ event: 'events', message: `not heard of: ${String(error)}` });
    endAtOnce(client);
    this.#again = setTimeout(() => void this.#connect(), AGAIN_MS).unref();
  }
}
