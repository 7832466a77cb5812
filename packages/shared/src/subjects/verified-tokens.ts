import { hash } from 'node:crypto';
import type { Instant } from '../clock.js';
import { ClientError, InternalError } from '../errors.js';
import { LruCache } from '../lru-cache.js';
import { nextMembershipChange } from '../memberships.js';
import type { TrustAgreement } from './trust-agreement.js';
import type { TrustStore } from './trust-store.js';
import { readUnverifiedToken } from './unverified-token.js';
import { type VerifiedToken, verifyToken } from './verify-token.js';

interface Kept {
  readonly token: VerifiedToken;
  readonly agreement: TrustAgreement;
  /** It was verified at this instant, and is the same until just before that one. */
  readonly from: Instant;
  readonly until: Instant;
}

/** Ten thousand officers, and as many again. */
const TOKENS_MAX = 20_000;

/**
 * Verifies tokens, each once: the curve costs more than all else that is done for a small request.
 * Law: what an `Authorization` header is verified to follows from its text, the agreement of its issuer, whether issuer or token is
 * switched off, and the instant; of the instant, from nothing that changes between its verification and the token's end or the
 * next change of memberships. Agreement and switch-off are asked anew each time, so that neither outlives the trust store's word.
 */
export class VerifiedTokens {
  readonly #trust: TrustStore;
  /** By the digest of the header: what opens a door is not kept in memory. Those that were refused are not kept at all. */
  readonly #kept: LruCache<string, Kept>;

  constructor(trust: TrustStore, tokensMax = TOKENS_MAX) {
    this.#trust = trust;
    this.#kept = new LruCache(tokensMax);
  }

  /** As `verifyToken`; the same object as long as it is the same token. */
  verify(authorization: string | undefined, now: Instant): VerifiedToken {
    if (authorization === undefined) return verifyToken(authorization, this.#trust, now);
    const key = hash('sha256', authorization, 'base64url');
    const known = this.#kept.get(key);
    if (known !== undefined && this.#holds(known, now)) return known.token;
    const token = verifyToken(authorization, this.#trust, now);
    const agreement = this.#trust.byIssuer(token.issuer);
    const until = Math.min(token.expiresAt, nextMembershipChange(token.subject.represents, now));
    if (agreement !== null) this.#kept.set(key, { token, agreement, from: now, until });
    return token;
  }

  /** As `verify`; a key that is not held is first looked for where its issuer publishes them. */
  async verifyLooking(authorization: string | undefined, now: Instant): Promise<VerifiedToken> {
    await this.#trust.settle?.();
    try {
      return this.verify(authorization, now);
    } catch (error) {
      if (!(await this.#looked(authorization, error))) throw error;
      return this.verify(authorization, now);
    }
  }

  async #looked(authorization: string | undefined, error: unknown): Promise<boolean> {
    const isOfKey =
      (error instanceof ClientError && error.code === 'TOKEN_SIGNATURE_INVALID') ||
      (error instanceof InternalError && error.code === 'ISSUER_KEYS_UNAVAILABLE');
    if (!isOfKey) return false;
    const { issuer, keyId } = readUnverifiedToken(authorization);
    return this.#trust.lookForKey(issuer, keyId);
  }

  #holds({ token, agreement, from, until }: Kept, now: Instant): boolean {
    if (this.#trust.byIssuer(token.issuer) !== agreement || this.#trust.isRevoked(token.jti)) return false;
    return from <= now && now < until;
  }
}
