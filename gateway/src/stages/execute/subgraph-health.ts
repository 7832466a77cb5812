import { DANGLING_LINKS } from '@chancery/shared/http/health-header';
import { request } from 'undici';
import { PROBE } from '../limit/limits.js';

export type Health = 'ok' | 'unavailable';

/** Whether the links of all subgraphs lead somewhere; unknown while one of them has not been able to tell. */
export type LinkHealth = 'ok' | 'dangling' | 'unknown';

/** Asks each subgraph for its health in the background, so that whoever asks the gateway waits for none of them. */
export class SubgraphHealth {
  readonly #addresses: ReadonlyMap<string, URL>;
  readonly #health = new Map<string, Health>();
  /** As each has told last: what is away now has not lost its links by that. */
  readonly #dangling = new Map<string, number>();
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

  links(): LinkHealth {
    if ([...this.#dangling.values()].some((count) => count > 0)) return 'dangling';
    return this.#dangling.size === this.#addresses.size ? 'ok' : 'unknown';
  }

  close(): void {
    clearInterval(this.#timer);
    this.#closing.abort();
  }

  #askAll(): void {
    for (const [name, address] of this.#addresses) {
      void this.#ask(name, address).then((health) => this.#health.set(name, health));
    }
  }

  async #ask(name: string, address: URL): Promise<Health> {
    try {
      const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(PROBE.maxMs)]);
      // A connection of its own each time: a kept one would hold up a subgraph that is stopping.
      const { statusCode, headers, body } = await request(address, { signal, reset: true });
      await body.dump();
      const told = headers[DANGLING_LINKS];
      if (typeof told === 'string' && /^\d{1,9}$/.test(told)) this.#dangling.set(name, Number(told));
      return statusCode === 200 ? 'ok' : 'unavailable';
    } catch {
      return 'unavailable';
    }
  }
}
