import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@chancery/shared/clock';

/** A value that somebody was refused, as a request to have it names it again. */
export interface DeniedValue {
  /** Pseudonym of who was refused. */
  readonly subject: string;
  readonly type: string;
  readonly id: string;
  readonly field: string;
  readonly purpose: string;
  readonly caseId: string | null;
}

/** A denial that may be answered by a request: of which evaluation, and until when. */
export interface Denial {
  readonly value: DeniedValue;
  readonly evaluation: string;
  readonly expiresAt: string;
}

/** How long a denial can be answered by a request. */
const REQUESTABLE_MS = 10 * 60_000;

/**
 * Binds a request to the denial that it follows, by a keyed digest (HMAC-SHA256) under a key that every replica derives: whoever asks brings back what
 * it was told, and nothing is remembered of it. It permits nothing: what is asked for is looked at again.
 */
export class DenialSeal {
  readonly #key: Uint8Array;

  constructor(contextKey: Uint8Array) {
    this.#key = new Uint8Array(hkdfSync('sha256', contextKey, '', 'chancery denial', 32));
  }

  /** Until when a denial of now can be answered. */
  expiryOf(now: Instant): string {
    return new Date(now + REQUESTABLE_MS).toISOString();
  }

  tokenOf({ value, evaluation, expiresAt }: Denial): string {
    const { subject, type, id, field, purpose, caseId } = value;
    const text = JSON.stringify([subject, type, id, field, purpose, caseId, evaluation, expiresAt]);
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }

  isOf(token: string, denial: Denial): boolean {
    const [given, known] = [Buffer.from(token), Buffer.from(this.tokenOf(denial))];
    return given.length === known.length && timingSafeEqual(given, known);
  }
}
