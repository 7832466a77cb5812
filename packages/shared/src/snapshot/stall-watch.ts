/** How often a process looks at its own clock, and how long it must have stood still for that to be a stall. */
const LOOK_EVERY_MS = 250;
const STALL_MS = 2_000;
/** For so long after a stall what was waiting is caught up with. */
const CAUGHT_UP_AFTER_MS = 2_000;

/** Knows whether its process has just stood still: stopped, swapped out, or busy with one thing for seconds. */
export class StallWatch implements Disposable {
  readonly #timer: NodeJS.Timeout;
  #lookedAt = performance.now();
  #stalledAt = Number.NEGATIVE_INFINITY;

  constructor() {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  hasJustStalled(): boolean {
    this.#look();
    return performance.now() - this.#stalledAt < CAUGHT_UP_AFTER_MS;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    if (now - this.#lookedAt > STALL_MS) this.#stalledAt = now;
    this.#lookedAt = now;
  }
}
