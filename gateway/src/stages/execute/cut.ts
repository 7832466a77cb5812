/** What ends waiting before its time, as much of an `AbortSignal` as is needed of one. */
export interface Cut {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * The end of one call: when its request is cut off, or when it has had its time. An `AbortSignal` for each, of a timeout and of any
 * of two, costs more than sending the call does, and lives as long as its timeout.
 */
export class CallCut implements Cut {
  readonly #request: Cut;
  readonly #listeners = new Set<() => void>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #onAbort = (): void => this.#cut(this.#request.reason);
  #cutBy: { readonly reason: unknown } | null = null;

  constructor(request: Cut, mostMs: number) {
    this.#request = request;
    request.addEventListener('abort', this.#onAbort);
    if (request.aborted) this.#onAbort();
    this.within(mostMs);
  }

  get aborted(): boolean {
    return this.#cutBy !== null;
  }

  get reason(): unknown {
    return this.#cutBy?.reason;
  }

  /** Ends it in so many milliseconds at the latest. */
  within(mostMs: number): void {
    const late = () => this.#cut(new DOMException(`no answer within ${mostMs} ms`, 'TimeoutError'));
    this.#timers.push(setTimeout(late, mostMs));
  }

  throwIfAborted(): void {
    if (this.#cutBy !== null) throw this.#cutBy.reason;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** The call is over: nothing of it stays with its request or the clock. */
  end(): void {
    this.#request.removeEventListener('abort', this.#onAbort);
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #cut(reason: unknown): void {
    if (this.#cutBy !== null) return;
    this.#cutBy = { reason };
    for (const listener of this.#listeners) listener();
  }
}
