import { createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { InternalError } from '../errors.js';
import { digestOf } from '../subjects/signed-context.js';

const TELLER = 'chancery-compliance';

const claimsShape = z.object({ iss: z.literal(TELLER), aud: z.string(), body: z.string() });

/** A key of its own: whoever may ask cannot be made to sign what is answered by sending its question back. */
function answerKey(key: Uint8Array): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'chancery snapshot answer', 32)));
}

/** Signs an answer (JWS, HS256), bound to its body and to the one question that it answers. */
export function signAnswer(key: Uint8Array, question: string, body: Uint8Array): string {
  const claims = { iss: TELLER, aud: question, body: digestOf(body).toString('base64url') };
  return jwt.sign(JSON.stringify(claims), answerKey(key), { algorithm: 'HS256' });
}

/** Throws unless an answer is that of this question: an old one that is played again would bring revoked acts back. */
export function verifyAnswer(key: Uint8Array, question: string, body: Uint8Array, header: unknown): void {
  const parsed = claimsShape.safeParse(verified(key, header));
  if (!parsed.success || parsed.data.aud !== question) refuse();
  const bound = Buffer.from(parsed.data.body, 'base64url');
  const found = digestOf(body);
  if (bound.length !== found.length || !timingSafeEqual(bound, found)) refuse();
}

function verified(key: Uint8Array, header: unknown): unknown {
  try {
    return typeof header === 'string' ? jwt.verify(header, answerKey(key), { algorithms: ['HS256'] }) : null;
  } catch {
    return null;
  }
}

function refuse(): never {
  throw new InternalError('INTERNAL', 'snapshot: the answer is not signed for this question');
}
