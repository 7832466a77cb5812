import type { Instant } from '@chancery/shared/clock';

const WINDOW_MS = 1_000;

/**
 * What is written down once a second for each key, however often it happens: nobody may fill the ledger or the log by asking
 * for what is refused. The caller keeps the number of keys small.
 */
export class OnceASecond {
  readonly #writtenAt = new Map<string, Instant>();

  /** True when this one is to be written. */
  admit(key: string, now: Instant): boolean {
    const last = this.#writtenAt.get(key);
    if (last !== undefined && now - last < WINDOW_MS) return false;
    this.#writtenAt.set(key, now);
    return true;
  }
}
