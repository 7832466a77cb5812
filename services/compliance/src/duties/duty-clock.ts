import type { Clock } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';

/** Whose obligations are watched, and by which clock. */
export interface DutyClockOptions {
  /** Login of this service's loader. */
  readonly loaderUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;
/** So many at a time, so that no statement holds more rows than it needs. */
const AT_ONCE = 500;

// A row is told of by whoever finds that nobody has: of several processes one changes it, and the others find it changed.
const OVERDUE = `update obligation set overdue_at = $1 where id in (
    select id from obligation where standing = 'OPEN' and overdue_at is null and due_at <= $1
    order by due_at limit ${AT_ONCE} for update skip locked)`;
const SOON = `update obligation set due_soon_at = $1 where id in (
    select id from obligation where standing = 'OPEN' and overdue_at is null and due_soon_at is null
      and soon_at <= $1 and due_at > $1
    order by due_at limit ${AT_ONCE} for update skip locked)`;

/** Tells, once however many processes look, that obligations will soon be due, and that they are overdue: the change of the row is the event. */
export class DutyClock implements AsyncDisposable {
  readonly #options: DutyClockOptions;
  readonly #pool: ReturnType<typeof openLoaderPool>;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #isFailing = false;

  constructor(options: DutyClockOptions) {
    this.#options = options;
    this.#pool = openLoaderPool({ ...options, max: 1, event: 'obligations' });
    this.#timer = setInterval(() => void this.look(), options.everyMs ?? EVERY_MS).unref();
  }

  /** Looks now; a failure is logged once, and tried again the next time. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#try());
    return this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
    await this.#pool.end();
  }

  async #try(): Promise<void> {
    try {
      const now = new Date(this.#options.clock());
      for (const text of [OVERDUE, SOON]) {
        while ((await this.#pool.query(text, [now])).rowCount === AT_ONCE);
      }
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.#options.log({ event: 'obligations', message: `nobody is told what is due: ${String(error)}` });
      }
      this.#isFailing = true;
    }
  }
}
