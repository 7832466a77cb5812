import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import { ClientError, InternalError } from '../errors.js';
import { groupsOf } from '../memberships.js';
import type { Purpose } from '../vocabulary.js';
import { type ClippedClaim, clipAttributes, refuseExcess } from './clip-claims.js';
import type { ListedOperations } from './listed-operations.js';
import { pseudonymOf } from './pseudonym.js';
import type { Subject } from './subject.js';
import { firstIssueOf } from './text-shapes.js';
import type { TokenAlgorithm } from './token-algorithms.js';
import { type TokenClaims, tokenClaimsShape } from './token-claims.js';
import type { TrustAgreement } from './trust-agreement.js';
import type { TrustStore } from './trust-store.js';
import { servesAlgorithm } from './trusted-keys.js';
import { readUnverifiedToken, type UnverifiedToken } from './unverified-token.js';

export interface VerifiedToken {
  readonly subject: Subject;
  readonly purposes: readonly Purpose[];
  /** Claims beyond the agreement that were taken away. */
  readonly clipped: readonly ClippedClaim[];
  /** Origins of web pages that may ask with it, and the documents that they may send; null for any. */
  readonly origins: ReadonlySet<string>;
  readonly operations: ListedOperations | null;
  readonly issuer: string;
  readonly jti: string;
  /** The token serves until just before this instant. */
  readonly expiresAt: Instant;
}

/** Verifies an `Authorization` header against the agreement of the token's issuer. */
export function verifyToken(authorization: string | undefined, trust: TrustStore, now: Instant): VerifiedToken {
  const token = readUnverifiedToken(authorization);
  const agreement = trust.byIssuer(token.issuer);
  if (agreement === null) throw new ClientError('ISSUER_UNKNOWN', `unknown issuer \`${quotable(token.issuer)}\``);

  verifySignature(token, agreement);
  const claims = parseClaims(token.payload);
  if (trust.isRevoked(claims.jti)) throw new ClientError('TOKEN_REVOKED', 'token has been switched off');
  const expiresAt = verifyTimes(claims, agreement, now);
  verifyAudience(claims, agreement);
  verifyInForce(agreement, now);
  refuseExcess(claims.chancery, agreement);
  return toVerifiedToken(claims, agreement, trust, expiresAt, now);
}

/** The algorithm comes from the agreement's list, the key from its set: a header picks among them and adds nothing. */
function verifySignature(token: UnverifiedToken, agreement: TrustAgreement): void {
  const algorithm = agreement.algorithms.find((pinned) => pinned === token.algorithm);
  if (algorithm === undefined) {
    throw new ClientError('TOKEN_ALGORITHM_REFUSED', `algorithm \`${quotable(token.algorithm)}\` is not agreed`);
  }
  if (agreement.keys === null) {
    throw new InternalError('ISSUER_KEYS_UNAVAILABLE', `no keys of \`${agreement.issuer}\` are held`);
  }
  const key = keyFor(token, algorithm, agreement.keys);
  try {
    if (key === null) throw new jwt.JsonWebTokenError('no such key');
    // Times and audience are checked below, each with its own code.
    jwt.verify(token.text, key, { algorithms: [algorithm], ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    throw new ClientError('TOKEN_SIGNATURE_INVALID', 'signature does not verify under the agreed keys');
  }
}

/** The key that `kid` names; without one, the only key there is. Keys in the header (`jwk`, `jku`, `x5u`) are nothing. */
function keyFor(
  { keyId }: UnverifiedToken,
  algorithm: TokenAlgorithm,
  keys: ReadonlyMap<string, KeyObject>,
): KeyObject | null {
  const only = keys.size === 1 ? [...keys.values()][0] : undefined;
  const key = keyId === null ? only : keys.get(keyId);
  return key !== undefined && servesAlgorithm(key, algorithm) ? key : null;
}

function parseClaims(payload: unknown): TokenClaims {
  const parsed = tokenClaimsShape.safeParse(payload);
  if (parsed.success) return parsed.data;
  const { path, message } = firstIssueOf(parsed.error);
  throw new ClientError('TOKEN_MALFORMED', `claim \`${path}\`: ${message}`);
}

/** The instant from which the token no longer serves; throws when that is past, or when it does not serve yet. */
function verifyTimes(claims: TokenClaims, agreement: TrustAgreement, now: Instant): Instant {
  const { tokenAgeMaxSeconds, clockSkewSeconds } = agreement;
  const startsAt = (Math.max(claims.iat, claims.nbf ?? 0) - clockSkewSeconds) * 1000;
  const endsAt = Math.floor((claims.exp + clockSkewSeconds) * 1000);
  const agesAt = Math.floor((claims.iat + tokenAgeMaxSeconds + clockSkewSeconds) * 1000);
  if (now < startsAt) throw new ClientError('TOKEN_EXPIRED', 'token is not valid yet');
  if (now >= endsAt) throw new ClientError('TOKEN_EXPIRED', 'token has expired');
  if (now >= agesAt) {
    const message = `token is older than ${tokenAgeMaxSeconds} s that the agreement allows`;
    throw new ClientError('TOKEN_EXPIRED', message);
  }
  return Math.min(endsAt, agesAt, startOfDay(agreement.validTo));
}

/** One audience, or a list that holds ours (RFC 7519 section 4.1.3). */
function verifyAudience({ aud }: TokenClaims, { audience }: TrustAgreement): void {
  const named: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (named.includes(audience)) return;
  throw new ClientError('TOKEN_AUDIENCE_MISMATCH', 'claim `aud` does not name this service');
}

function verifyInForce({ issuer, validFrom, validTo }: TrustAgreement, now: Instant): void {
  if (now >= startOfDay(validFrom) && now < startOfDay(validTo)) return;
  throw new ClientError('ISSUER_UNKNOWN', `no agreement in force with issuer \`${issuer}\``);
}

function toVerifiedToken(
  { iss, sub, jti, chancery }: TokenClaims,
  agreement: TrustAgreement,
  trust: TrustStore,
  expiresAt: Instant,
  now: Instant,
): VerifiedToken {
  const { clearances, compartments, purposes, clipped } = clipAttributes(chancery, agreement);
  const { represents, agency } = chancery;
  const kind = agreement.agencies.get(agency);
  if (kind === undefined) throw new InternalError('INTERNAL', `agency \`${agency}\` passed without a kind`);
  const subject: Subject = {
    id: pseudonymOf(iss, sub, trust.pseudonymKey),
    represents,
    agency,
    kind,
    nationalities: [...new Set(chancery.nationalities)].sort(),
    clearances,
    compartments,
    groups: groupsOf(represents, now),
  };
  const { origins, operations } = agreement;
  return { subject, purposes, clipped, origins, operations, issuer: iss, jti, expiresAt };
}

function quotable(text: string): string {
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}
