import type { Clock } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import { withConnection } from '@chancery/shared/postgres/connect';
import { lapseRequests } from './lapse-requests.js';

/** Where requests lapse, and by what clock. */
export interface RequestClockOptions {
  /** Login of this service's loader. */
  readonly loaderUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

const EVERY_MS = 60_000;

/** Ends requests that nobody has answered in time, once a minute. */
export class RequestClock implements AsyncDisposable {
  readonly #options: RequestClockOptions;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();

  constructor(options: RequestClockOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tick(), EVERY_MS).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #tick(): void {
    const { loaderUrl, clock, log } = this.#options;
    this.#running = this.#running
      .then(() => withConnection(loaderUrl, (client) => lapseRequests(client, clock())))
      .then(
        () => undefined,
        (error: unknown) => log({ event: 'requests', message: `none is ended: ${String(error)}` }),
      );
  }
}
