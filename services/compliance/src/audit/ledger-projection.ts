import { followEntries, sizesOf } from '@chancery/ledger/follow-entries';
import { noteTouches } from '@chancery/ledger/touches/note-touches';
import type { Clock, Instant } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { keepAssignments } from '../assignments/keep-assignments.js';
import { circumstancesFrom, type EntryCircumstances } from './entry-circumstances.js';
import type { Judging } from './judge-access.js';
import { readNext, type ToldPage, tellPage, writePage } from './projection.js';

/** From where to where the projection of the ledger goes. */
export interface LedgerProjectionOptions {
  /** Login that may read the ledger. */
  readonly ledgerUrl: string;
  /** Login of this service's loader. */
  readonly loaderUrl: string;
  /** By what rules and by what schema each entry is decided again; asked for when there is one. */
  readonly judging: () => Judging;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;
/** Entries of one transaction: a few thousand rows, which are gone before garbage collection looks at them twice. */
const WRITTEN_AT_ONCE = 250;

/** Keeps what is told of the ledger's entries up with the ledger. */
export class LedgerProjection implements AsyncDisposable {
  readonly #options: LedgerProjectionOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #circumstances: EntryCircumstances;
  #handlings: HandlingTable | null = null;
  #judging: Judging | null = null;
  #sizes = '';
  #running: Promise<void> = Promise.resolve();
  #isFailing = false;
  #caughtUpAt: Instant | null = null;

  constructor(options: LedgerProjectionOptions) {
    this.#options = options;
    this.#circumstances = circumstancesFrom(options.ledgerUrl);
    this.#timer = setInterval(() => void this.catchUp(), options.everyMs ?? EVERY_MS).unref();
  }

  /** Writes what has come since; a failure is logged once, and tried again the next time. */
  catchUp(): Promise<void> {
    this.#running = this.#running.then(() => this.#try());
    return this.#running;
  }

  /** How long ago what is told was last known to be all that the ledger has, in milliseconds; null when it never was. */
  get lagMs(): number | null {
    return this.#caughtUpAt === null ? null : Math.max(0, this.#options.clock() - this.#caughtUpAt);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
    await this.#handlings?.close();
  }

  async #try(): Promise<void> {
    try {
      await this.#project();
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) this.#options.log({ event: 'audit', message: `the ledger is not read: ${String(error)}` });
      this.#isFailing = true;
    }
  }

  async #project(): Promise<void> {
    const { ledgerUrl, clock } = this.#options;
    // What is appended while it is read is for the next time, and was not told yet then.
    const askedAt = clock();
    const sizes = await sizesOf(ledgerUrl);
    if (sizes !== this.#sizes) await this.#tell();
    this.#sizes = sizes;
    this.#caughtUpAt = askedAt;
  }

  async #write(client: ImportClient, handlings: HandlingTable, told: ToldPage): Promise<void> {
    // An act that an entry relies on was made before: its assignment is there when its use is noted.
    await keepAssignments({ client, handlings, now: this.#options.clock() });
    await writePage(client, handlings, told);
  }

  async #tell(): Promise<void> {
    const { ledgerUrl, loaderUrl } = this.#options;
    this.#handlings ??= await HandlingTable.open(this.#options);
    const handlings = this.#handlings;
    this.#judging ??= this.#options.judging();
    const telling = { circumstances: this.#circumstances, judging: this.#judging };
    await withConnection(loaderUrl, async (client) => {
      const next = await readNext(client);
      let written = Promise.resolve();
      for await (const page of followEntries(ledgerUrl, (logId) => next.get(logId) ?? 0)) {
        for (let from = 0; from < page.length; from += WRITTEN_AT_ONCE) {
          // While the database writes what is told of some entries, the next ones are decided.
          const told = await tellPage(page.slice(from, from + WRITTEN_AT_ONCE), telling);
          await written;
          written = this.#write(client, handlings, told);
          // Whether it failed is asked before the next is written, and at the end.
          written.catch(() => undefined);
        }
      }
      await written;
    });
    // Beside it, for who asks in the ledger itself which entries read a record.
    await withConnection(ledgerUrl, noteTouches);
  }
}
