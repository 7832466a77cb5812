import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { Sha256 } from '../brands.js';
import type { Instant } from '../clock.js';
import { InternalError } from '../errors.js';
import type { Action, Purpose } from '../vocabulary.js';
import { CONTEXT_BYTES_MAX, ISSUER, REQUEST_MAX_MS, VALID_SECONDS } from './context-claims.js';
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
  /** From when on nobody waits for the answer. */
  readonly deadline: Instant;
  readonly policy: string;
  /** Digest of the schema that the subgraph was composed with. */
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
  readonly deadline: Instant;
  readonly trace: string;
  readonly policy: Sha256;
  readonly snapshot: { readonly number: number; readonly digest: Sha256 };
  readonly action: Action;
}

/** The part of a context that is not written anew for each call. */
export interface PreparedContext {
  /** base64url of how the payload begins: what is the same for every request of the profile. */
  readonly beginning: string;
  /** Members of the JSON object that it begins, of this request. */
  readonly members: string;
}

/** What is each call's own. */
export interface CallToSign {
  /** Name of the subgraph. */
  readonly audience: string;
  readonly body: Uint8Array;
  /** Told once: a context serves once. */
  readonly jti: string;
  /** 32 bytes, one key for each subgraph. */
  readonly key: Uint8Array;
  readonly schema: Sha256;
  /** When the call is sent. */
  readonly at: Instant;
}

const KEY_BYTES = 32;

/** Serialises what all calls of a request share. */
export function prepareContext(request: RequestContext): PreparedContext {
  const { now, deadline, trace } = request;
  if (deadline - now > REQUEST_MAX_MS) {
    throw new InternalError('INTERNAL', `a request may take ${REQUEST_MAX_MS} ms, not ${deadline - now}`);
  }
  return { beginning: beginningOf(request), members: JSON.stringify({ trace, now, deadline }).slice(1, -1) };
}

interface Beginning {
  readonly of: Pick<RequestContext, 'policy' | 'action'> & { readonly snapshot: RequestContext['snapshot'] };
  readonly text: string;
}

// A profile is one object for its subject and purpose, and nobody writes into it.
const beginnings = new WeakMap<Profile, Beginning>();

/** A subject is most of a context and seldom another: it is written once for a snapshot. */
function beginningOf({ profile, policy, snapshot, action }: RequestContext): string {
  const known = beginnings.get(profile);
  const isSame = known?.of.snapshot === snapshot && known.of.policy === policy && known.of.action === action;
  if (isSame) return known.text;
  const { subject, purpose, caseId } = profile;
  const clearances = Object.fromEntries(subject.clearances.map(({ policy: name, ...clearance }) => [name, clearance]));
  const members = JSON.stringify({
    policy,
    snapshot: [snapshot.number, snapshot.digest],
    action,
    purpose,
    case: caseId,
    subject: { ...subject, clearances },
  });
  const text = inWholeGroups(`${members.slice(0, -1)},`);
  beginnings.set(profile, { of: { policy, snapshot, action }, text });
  return text;
}

/** base64url of a text that something follows: it encodes three bytes at a time, and blanks between members say nothing. */
function inWholeGroups(text: string): string {
  const blanks = (GROUP_BYTES - (Buffer.byteLength(text) % GROUP_BYTES)) % GROUP_BYTES;
  return Buffer.from(text + ' '.repeat(blanks)).toString('base64url');
}

const GROUP_BYTES = 3;
const JWS_HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/**
 * Signs the context of one call (JWS, HS256): a subgraph can verify, and could forge, only calls to itself. Put together here, as
 * RFC 7515 section 3.1 has it, for the library reads what it signs and makes a key of each; it is verified by that library.
 */
export function signContext(prepared: PreparedContext, call: CallToSign): string {
  const issuedAt = Math.floor(call.at / 1000);
  const own = JSON.stringify({
    iss: ISSUER,
    aud: call.audience,
    iat: issuedAt,
    exp: issuedAt + VALID_SECONDS,
    jti: call.jti,
    schema: call.schema,
    body: hash('sha256', call.body, 'base64url'),
  });
  const rest = Buffer.from(`${prepared.members},${own.slice(1)}`).toString('base64url');
  const signed = `${JWS_HEADER}.${prepared.beginning}${rest}`;
  const header = `${signed}.${createHmac('sha256', secretOf(call.key)).update(signed).digest('base64url')}`;
  if (header.length > CONTEXT_BYTES_MAX) {
    throw new InternalError('INTERNAL', `signed context is longer than ${CONTEXT_BYTES_MAX} bytes`);
  }
  return header;
}

/** The profile that a context speaks for. */
export function profileOf(context: SignedContext): Profile {
  return { subject: context.subject, purpose: context.purpose, caseId: context.case };
}

/** What a context is bound to its body by. */
export function digestOf(body: Uint8Array): Buffer {
  return hash('sha256', body, 'buffer');
}

const secrets = new WeakMap<Uint8Array, KeyObject>();

/** The key as it is signed and verified with; made once for each, and nobody writes into a key. */
export function secretOf(key: Uint8Array): KeyObject {
  const known = secrets.get(key);
  if (known !== undefined) return known;
  if (key.byteLength !== KEY_BYTES) {
    throw new InternalError('INTERNAL', `key of signed contexts is not ${KEY_BYTES} bytes`);
  }
  const secret = createSecretKey(key);
  secrets.set(key, secret);
  return secret;
}
