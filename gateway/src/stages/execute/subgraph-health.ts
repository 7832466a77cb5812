import { request } from 'undici';
import { PROBE } from '../limit/limits.js';

export type Health = 'ok' | 'unavailable';

/** Asks each subgraph for its health in the background, so that whoever asks the gateway waits for none of them. */
export class SubgraphHealth {
  readonly #addresses: ReadonlyMap<string, URL>;
  readonly #health = new Map<string, Health>();
  readonly #timer: NodeJS.Timeout;
  readonly #closing = new AbortController();

  constructor(endpoints: Readonly<Record<string, { readonly url: string }>>) {
    this.#addresses = new Map(Object.entries(endpoints).map(([name, { url }]) => [name, new URL('health', url)]));
    this.#askAll();
    this.#timer = setInterval(() => this.#askAll(), PROBE.everyMs).unref();
  }

  /** By name; what has never been heard of is not there. */
  now(): Readonly<Record<string, Health>> {
    return Object.fromEntries(
      [...this.#addresses.keys()].map((name) => [name, this.#health.get(name) ?? 'unavailable']),
    );
  }

  close(): void {
    clearInterval(this.#timer);
    this.#closing.abort();
  }

  #askAll(): void {
    for (const [name, address] of this.#addresses) {
      void this.#ask(address).then((health) => this.#health.set(name, health));
    }
  }

  async #ask(address: URL): Promise<Health> {
    try {
      const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(PROBE.maxMs)]);
      // A connection of its own each time: a kept one would hold up a subgraph that is stopping.
      const { statusCode, body } = await request(address, { signal, reset: true });
      await body.dump();
      return statusCode === 200 ? 'ok' : 'unavailable';
    } catch {
      return 'unavailable';
    }
  }
}
