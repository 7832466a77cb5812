import { createHash, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Instant } from '../clock.js';
import { ClientError, InternalError } from '../errors.js';
import type { Action, Purpose } from '../vocabulary.js';
import { contextClaimsShape } from './context-claims.js';
import type { Profile, Subject } from './subject.js';

/** What the gateway tells a subgraph about one call, bound to the bytes of its body. */
export interface SignedContext {
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
  readonly trace: string;
  /** base64url of the SHA-256 of the body. */
  readonly body: string;
  /** Decision time, everywhere. */
  readonly now: Instant;
  readonly policy: string;
  readonly schema: string;
  readonly snapshot: readonly [number: number, digest: string];
  readonly action: Action;
  readonly purpose: Purpose;
  readonly case: string | null;
  readonly subject: Subject;
}

/** What is the same for every call of a request. */
export interface RequestContext {
  readonly profile: Profile;
  readonly now: Instant;
  readonly trace: string;
  readonly policy: string;
  readonly schema: string;
  readonly snapshot: { readonly number: number; readonly digest: string };
  readonly action: Action;
}

/** The part of a context that is serialised once a request. */
export interface PreparedContext {
  readonly now: Instant;
  /** Members of a JSON object, without its braces. */
  readonly members: string;
}

export interface CallContext {
  /** Name of the subgraph. */
  readonly audience: string;
  readonly body: Uint8Array;
  readonly jti: string;
  /** 32 bytes, one key for each subgraph. */
  readonly key: Uint8Array;
  /** When the call is made; the decision time when left out. */
  readonly at?: Instant;
}

const ISSUER = 'chancery-gateway';
const CONTEXT_BYTES_MAX = 4096;
const VALID_SECONDS = 5;
const SKEW_MS = 1000;
const KEY_BYTES = 32;

/** Serialises what all calls of a request share. */
export function prepareContext(request: RequestContext): PreparedContext {
  const { profile, now, trace, policy, schema, snapshot, action } = request;
  const { subject, purpose, caseId } = profile;
  const clearances = Object.fromEntries(subject.clearances.map(({ policy: name, ...clearance }) => [name, clearance]));
  const members = JSON.stringify({
    trace,
    now,
    policy,
    schema,
    snapshot: [snapshot.number, snapshot.digest],
    action,
    purpose,
    case: caseId,
    subject: { ...subject, clearances },
  }).slice(1, -1);
  return { now, members };
}

/** Signs the context of one call (JWS, HS256): a subgraph can verify, and could forge, only calls to itself. */
export function signContext(prepared: PreparedContext, call: CallContext): string {
  const issuedAt = Math.floor((call.at ?? prepared.now) / 1000);
  const own = JSON.stringify({
    iss: ISSUER,
    aud: call.audience,
    iat: issuedAt,
    exp: issuedAt + VALID_SECONDS,
    jti: call.jti,
    body: digestOf(call.body).toString('base64url'),
  }).slice(1, -1);
  const header = jwt.sign(`{${own},${prepared.members}}`, secretOf(call.key), { algorithm: 'HS256' });
  if (header.length > CONTEXT_BYTES_MAX) {
    throw new InternalError('INTERNAL', `signed context is longer than ${CONTEXT_BYTES_MAX} bytes`);
  }
  return header;
}

/** Verifies the context of a call against its body; anything amiss is CONTEXT_INVALID. */
export function verifyContext(
  header: string | undefined,
  body: Uint8Array,
  { audience, key, now }: { readonly audience: string; readonly key: Uint8Array; readonly now: Instant },
): SignedContext {
  if (header === undefined || header === '') return refuse('header `Chancery-Context` is missing');
  if (header.length > CONTEXT_BYTES_MAX) return refuse('context is too long');
  const parsed = contextClaimsShape.safeParse(verifyMac(header, secretOf(key)));
  if (!parsed.success) return refuse('context is not of the expected shape');

  const { iss: _iss, subject, ...claims } = parsed.data;
  if (claims.aud !== audience) refuse('context is for another subgraph');
  if (claims.exp - claims.iat > VALID_SECONDS) refuse('context is valid for too long');
  if (now < claims.iat * 1000 - SKEW_MS) refuse('context is not valid yet');
  if (now >= claims.exp * 1000) refuse('context has expired');
  const bound = Buffer.from(claims.body, 'base64url');
  if (!timingSafeEqual(bound, digestOf(body))) refuse('context is for another body');
  return { ...claims, subject };
}

/** The profile that a context speaks for. */
export function profileOf(context: SignedContext): Profile {
  return { subject: context.subject, purpose: context.purpose, caseId: context.case };
}

function verifyMac(header: string, secret: KeyObject): unknown {
  try {
    // Times are checked against the injected clock by the caller.
    return jwt.verify(header, secret, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    return refuse('context is not signed by the gateway');
  }
}

function digestOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}

function secretOf(key: Uint8Array): KeyObject {
  if (key.byteLength !== KEY_BYTES) {
    throw new InternalError('INTERNAL', `key of signed contexts is not ${KEY_BYTES} bytes`);
  }
  return createSecretKey(key);
}

function refuse(message: string): never {
  throw new ClientError('CONTEXT_INVALID', message);
}
