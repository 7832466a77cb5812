import type { Instant } from '@chancery/shared/clock';
import type { ErrorCode } from '@chancery/shared/errors';

const WINDOW_MS = 1_000;

/**
 * Refusals of those whose token was not believed: one entry a second for each code. Nothing was disclosed to them, and who
 * needs no token to be recorded could otherwise fill the ledger.
 */
export class StrangerRefusals {
  readonly #recordedAt = new Map<ErrorCode, Instant>();

  /** True when this refusal is to be recorded. */
  admit(code: ErrorCode, now: Instant): boolean {
    const last = this.#recordedAt.get(code);
    if (last !== undefined && now - last < WINDOW_MS) return false;
    this.#recordedAt.set(code, now);
    return true;
  }
}
