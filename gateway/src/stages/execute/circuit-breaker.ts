import { InternalError } from '@chancery/shared/errors';

export interface BreakerOptions {
  /** Calls in a row that nobody answered, after which none is made. */
  readonly failuresMax: number;
  /** How long none is made before one is tried. */
  readonly openMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** A call that was let through; a probe is the one that finds out whether the subgraph is back. */
export type Passage = 'call' | 'probe';

/** What became of a call: whoever was abandoned by its caller says nothing of the subgraph. */
export type CallEnd = 'answered' | 'failed' | 'abandoned';

/** Circuit breaker of one subgraph: while it does not answer, nobody waits for it, and one call at a time asks whether it does. */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  #failures = 0;
  /** Null while it is closed. */
  #openedAt: number | null = null;
  #isProbing = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /** Throws SUBGRAPH_UNREACHABLE while it is open. Each passage is to be ended. */
  enter(): Passage {
    if (this.#openedAt === null) return 'call';
    this.assertMayEnter(this.#openedAt);
    this.#isProbing = true;
    return 'probe';
  }

  /** Throws as `enter` does, for whom there is no use in waiting in line. */
  assertMayEnter(openedAt = this.#openedAt): void {
    if (openedAt === null) return;
    if (!this.#isProbing && this.#options.now() - openedAt >= this.#options.openMs) return;
    throw new InternalError('SUBGRAPH_UNREACHABLE', 'not asked: it did not answer the calls before');
  }

  end(passage: Passage, how: CallEnd): void {
    if (passage === 'probe') this.#isProbing = false;
    if (how === 'answered') {
      this.#failures = 0;
      this.#openedAt = null;
    } else if (how === 'failed') {
      this.#failures += 1;
      if (this.#failures >= this.#options.failuresMax) this.#openedAt = this.#options.now();
    }
  }
}
