import { type KeyObject, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Sha256 } from '../brands.js';
import type { Instant } from '../clock.js';
import { ClientError } from '../errors.js';
import { CONTEXT_BYTES_MAX, contextClaimsShape, REQUEST_MAX_MS, VALID_SECONDS } from './context-claims.js';
import { digestOf, type SignedContext, secretOf } from './signed-context.js';

/** What a context must be for, to be taken here and now. */
export interface ContextReceiver {
  readonly audience: string;
  readonly key: Uint8Array;
  /** Digest of the receiver's own schema. */
  readonly schema: Sha256;
  readonly now: Instant;
}

/** Clocks of two machines, and seconds that are cut off. */
const SKEW_MS = 1000;

/** Verifies the context of a call against its body; anything amiss is CONTEXT_INVALID. */
export function verifyContext(header: string | undefined, body: Uint8Array, receiver: ContextReceiver): SignedContext {
  if (header === undefined || header === '') return refuse('header `Chancery-Context` is missing');
  if (header.length > CONTEXT_BYTES_MAX) return refuse('context is too long');
  const parsed = contextClaimsShape.safeParse(verifyMac(header, secretOf(receiver.key)));
  if (!parsed.success) return refuse('context is not of the expected shape');

  const { iss: _iss, subject, ...claims } = parsed.data;
  if (claims.aud !== receiver.audience) refuse('context is for another subgraph');
  if (claims.schema !== receiver.schema) refuse('context is for another schema');
  verifyTimes(claims, receiver.now);
  const bound = Buffer.from(claims.body, 'base64url');
  if (!timingSafeEqual(bound, digestOf(body))) refuse('context is for another body');
  return { ...claims, subject };
}

type Times = Pick<SignedContext, 'iat' | 'exp' | 'now' | 'deadline'>;

/** A decision is of the moment: its time is not free of the time that the context is signed and taken at. */
function verifyTimes({ iat, exp, now, deadline }: Times, at: Instant): void {
  const signedAt = iat * 1000;
  if (exp - iat > VALID_SECONDS) refuse('context is valid for too long');
  if (at < signedAt - SKEW_MS) refuse('context is not valid yet');
  if (at >= exp * 1000) refuse('context has expired');
  // `iat` is in whole seconds, so the decision may be up to one later.
  if (now >= signedAt + 1000 + SKEW_MS) refuse('context is decided by a time after it was signed');
  if (deadline - now > REQUEST_MAX_MS) refuse('context has a deadline too late');
  if (signedAt >= deadline) refuse('context is signed after its deadline');
  if (at >= deadline) refuse('context is past its deadline');
}

function verifyMac(header: string, secret: KeyObject): unknown {
  try {
    // Times are checked against the injected clock by the caller.
    return jwt.verify(header, secret, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    return refuse('context is not signed by the gateway');
  }
}

function refuse(message: string): never {
  throw new ClientError('CONTEXT_INVALID', message);
}
