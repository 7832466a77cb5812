import { LATE_MS } from './waits.js';

/** Waits for the store on behalf of a writer: cuts the connection that does not answer, and knows of one that is late. */
export class StoreWatch {
  readonly #deadlineMs: number;
  /** What is being waited for, the oldest first. */
  readonly #underWay = new Set<{ readonly since: number }>();

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  /** A store that hangs is worse than one that fails: past the deadline the connection is cut. */
  async guard<T>(session: { end(): Promise<void> }, answer: Promise<T>): Promise<T> {
    const waiting = { since: performance.now() };
    this.#underWay.add(waiting);
    const timer = setTimeout(() => void session.end(), this.#deadlineMs).unref();
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(waiting);
    }
  }

  isLate(): boolean {
    const [oldest] = this.#underWay;
    return oldest !== undefined && performance.now() - oldest.since > LATE_MS;
  }
}
