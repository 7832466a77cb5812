import { createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Instant } from '../clock.js';
import { ClientError } from '../errors.js';
import { ISSUER, VALID_SECONDS } from '../subjects/context-claims.js';
import { digestOf } from '../subjects/signed-context.js';

/** A question that was signed, and by what it is known to have been answered. */
export interface SignedQuestion {
  readonly jti: string;
  readonly exp: number;
}

/** For whom and with what a question is signed or verified. */
export interface FeedParty {
  readonly audience: string;
  /** 32 bytes: the key of the service's contexts, from which that of its feed is derived. */
  readonly key: Uint8Array;
  readonly at: Instant;
}

const SKEW_MS = 1_000;
const HEADER_BYTES_MAX = 1_024;

const claimsShape = z.strictObject({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(128),
  body: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/** A key of its own: a context for a call opens no feed, and a question to the feed reads no record. */
function feedKey({ key, audience }: FeedParty): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `chancery feed ${audience}`, 32)));
}

/** Signs a question to a feed (JWS, HS256), bound to its body and for a moment. */
export function signQuestion(party: FeedParty, body: Uint8Array, jti: string): string {
  const iat = Math.floor(party.at / 1000);
  const bound = digestOf(body).toString('base64url');
  const claims = { iss: ISSUER, aud: party.audience, iat, exp: iat + VALID_SECONDS, jti, body: bound };
  return jwt.sign(JSON.stringify(claims), feedKey(party), { algorithm: 'HS256' });
}

/** Verifies a question against its body; anything amiss is CONTEXT_INVALID. */
export function verifyQuestion(header: string | undefined, body: Uint8Array, party: FeedParty): SignedQuestion {
  if (header === undefined || header.length > HEADER_BYTES_MAX) return refuse('header `Chancery-Feed` is missing');
  const parsed = claimsShape.safeParse(verifyMac(header, feedKey(party)));
  if (!parsed.success) return refuse('question is not of the expected shape');
  const { aud, iat, exp, jti, body: bound } = parsed.data;
  if (aud !== party.audience) refuse('question is for another service');
  if (exp - iat > VALID_SECONDS) refuse('question is valid for too long');
  if (party.at < iat * 1000 - SKEW_MS || party.at >= exp * 1000) refuse('question is not of this moment');
  if (!timingSafeEqual(Buffer.from(bound, 'base64url'), digestOf(body))) refuse('question is for another body');
  return { jti, exp };
}

function verifyMac(header: string, key: KeyObject): unknown {
  try {
    return jwt.verify(header, key, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    return refuse('question is not signed by the gateway');
  }
}

function refuse(message: string): never {
  throw new ClientError('CONTEXT_INVALID', message);
}
