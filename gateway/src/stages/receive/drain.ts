import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** How long it goes on at least, and at most. */
export interface DrainTimes {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** After the drain: for the last bytes of answers that are on their way. */
const FLUSH_MAX_MS = 500;

/**
 * The end of a server. What is being answered is answered, over connections that are not kept; who comes meanwhile can be told so,
 * which one whose connection is refused cannot; and it is over in a given time, whatever clients do.
 */
export class Drain {
  /** Requests that came before it began and are not over. */
  readonly #open = new Set<ServerResponse>();
  #isDraining = false;
  #whenEmpty: () => void = () => {};

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Takes note of a request. */
  begin(response: ServerResponse): void {
    if (this.#isDraining) {
      response.shouldKeepAlive = false;
      return;
    }
    this.#open.add(response);
    response.once('close', () => {
      this.#open.delete(response);
      if (this.#open.size === 0) this.#whenEmpty();
    });
  }

  /**
   * Ends the server, within `mostMs` and a moment. For `leastMs` it goes on telling: whoever asks whether it is ready has time to
   * hear that it is not, and a kept connection to be told so instead of being reset under a request.
   */
  async end(server: Server, { leastMs, mostMs }: DrainTimes): Promise<void> {
    this.#isDraining = true;
    for (const response of this.#open) response.shouldKeepAlive = false;
    await Promise.all([pause(leastMs), this.#untilEmpty(mostMs)]);
    await new Promise<void>((resolve, reject) => {
      const cut = setTimeout(() => server.closeAllConnections(), FLUSH_MAX_MS);
      server.close((error) => {
        clearTimeout(cut);
        if (error) reject(error);
        else resolve();
      });
      server.closeIdleConnections();
    });
  }

  #untilEmpty(mostMs: number): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(resolve, mostMs);
      this.#whenEmpty = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
}
