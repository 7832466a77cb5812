import type { DataSource } from 'typeorm';
import type { Log } from '../../log.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import { danglingSql, leadsHere } from '../tables/link.js';

/** How often the links of a service are counted: each time all of them are read. */
export const LINKS_EVERY_MS = 60_000;

export interface LinkCheckOptions {
  readonly database: DataSource;
  readonly connections: readonly Pick<ConnectionSpec<object>, 'table' | 'links'>[];
  /** Length of a bit string that shows every row. */
  readonly capacity: () => number;
  readonly log: Log;
}

/**
 * Counts the links that lead to rows which their owner has never told of. Such a link is hidden from everybody, without an error:
 * what one database put back alone leaves behind would look like records that have nothing to do with one another.
 */
export class LinkCheck {
  readonly #options: LinkCheckOptions;
  readonly #statements: readonly string[];
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();
  #dangling: number | null = null;

  private constructor(options: LinkCheckOptions) {
    this.#options = options;
    this.#statements = [
      ...new Set(
        options.connections.flatMap(({ table, links }) =>
          links.filter(leadsHere).map((link) => danglingSql(table, link)),
        ),
      ),
    ];
    this.#timer = setInterval(() => void this.look(), LINKS_EVERY_MS).unref();
  }

  /** Counts once, then every minute. */
  static async open(options: LinkCheckOptions): Promise<LinkCheck> {
    const check = new LinkCheck(options);
    await check.look();
    return check;
  }

  /** As counted last; null when that has not been possible. */
  get dangling(): number | null {
    return this.#dangling;
  }

  /** Counts now; a failure leaves what was counted before. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#count());
    return this.#looking;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #count(): Promise<void> {
    const { database, capacity, log } = this.#options;
    try {
      const counted = await database.transaction(async (manager) => {
        // A number and nothing else leaves here, so that every row may be looked at, those that are withdrawn too.
        await manager.query(`select set_config('app.visible', $1, true), set_config('app.withdrawn', 'shown', true)`, [
          '1'.repeat(capacity()),
        ]);
        let sum = 0;
        for (const statement of this.#statements) {
          const [row] = await manager.query<{ count: number }[]>(statement);
          sum += row?.count ?? 0;
        }
        return sum;
      });
      if (counted > 0 && counted !== this.#dangling)
        log({ event: 'links', message: `${counted} links lead to rows that their owner has never told of` });
      this.#dangling = counted;
    } catch (error) {
      log({ event: 'links', message: `cannot be counted: ${String(error)}` });
    }
  }
}
