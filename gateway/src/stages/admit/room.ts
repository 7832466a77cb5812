export interface RoomOptions {
  /** Requests at once, at most and at least. */
  readonly most: number;
  readonly least: number;
  /** An answer that took longer tells that there are too many. */
  readonly slowMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const SMALLER_BY = 0.8;
/** How many answers in time make room for one request more. */
const ANSWERS_FOR_ONE = 4;
/** It takes about so many answers' time to see what being smaller has done. */
const LOOKS_A_SLOW_ANSWER = 4;

/**
 * How many requests at once can be answered in time: that depends on the machine and on what is asked, so it is found out. Slow answers
 * make the room smaller by a share, those in time larger one by one (additive increase, multiplicative decrease: RFC 5681 section 3.1).
 */
export class Room {
  readonly #options: RoomOptions;
  #limit: number;
  #smallerAt = Number.NEGATIVE_INFINITY;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#limit = options.most;
  }

  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** Takes note of how long a whole answer took; one that lacks a part says nothing of the room. */
  answeredIn(ms: number): void {
    const { most, least, slowMs, now } = this.#options;
    if (ms <= slowMs) {
      this.#limit = Math.min(most, this.#limit + 1 / ANSWERS_FOR_ONE);
      return;
    }
    if (now() - this.#smallerAt < slowMs / LOOKS_A_SLOW_ANSWER) return;
    this.#smallerAt = now();
    this.#limit = Math.max(least, this.#limit * SMALLER_BY);
  }
}
