import type { Clock, Instant } from '../../clock.js';
import { InternalError } from '../../errors.js';

/** Until when somebody waits for the answer of one call. */
export class CallDeadline {
  readonly #at: Instant;
  readonly #clock: Clock;
  #isLeft = false;

  constructor(at: Instant, clock: Clock) {
    this.#at = at;
    this.#clock = clock;
  }

  /** The caller has hung up. */
  leave(): void {
    this.#isLeft = true;
  }

  /** Time for what is begun now; throws when nobody waits for it. */
  remainingMs(): number {
    const remaining = this.#at - this.#clock();
    if (!this.#isLeft && remaining > 0) return remaining;
    throw new InternalError('DEADLINE_EXCEEDED', 'nobody waits for the answer');
  }
}
