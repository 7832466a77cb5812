import { ClientError } from '../errors.js';

/** A compact JWS (RFC 7515 section 7.1) of which nothing is believed yet. */
export interface UnverifiedToken {
  readonly text: string;
  readonly algorithm: string;
  readonly keyId: string | null;
  readonly issuer: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Bytes of a token; the whole head of a request has twice as many. */
export const TOKEN_BYTES_MAX = 8_192;
/** A segment is UTF-8 (RFC 7519 section 7.2): read otherwise, bytes that are none become one letter, and two persons one. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Reads the token out of an `Authorization` header. */
export function readUnverifiedToken(authorization: string | undefined): UnverifiedToken {
  if (authorization === undefined || authorization === '') {
    throw new ClientError('TOKEN_MISSING', 'header `Authorization` is missing');
  }
  const text = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (text === undefined) return refuse('header `Authorization` is not `Bearer` and a token');
  if (text.length > TOKEN_BYTES_MAX) return refuse(`token is longer than ${TOKEN_BYTES_MAX} bytes`);
  if (!COMPACT_JWS.test(text)) return refuse('token is not a signed JWT');

  const [header, payload] = text.split('.').map(parseSegment);
  if (header === undefined || header === null || payload === undefined || payload === null) {
    return refuse('token is not a signed JWT');
  }
  const { alg, kid, crit } = header;
  if (typeof alg !== 'string') return refuse('header `alg` is not a text');
  if (kid !== undefined && typeof kid !== 'string') return refuse('header `kid` is not a text');
  // RFC 7515 section 4.1.11: an extension that must be understood, and none is.
  if (crit !== undefined) return refuse('header `crit` is not supported');
  if (typeof payload.iss !== 'string') return refuse('claim `iss` is not a text');
  return { text, algorithm: alg, keyId: kid ?? null, issuer: payload.iss, payload };
}

function parseSegment(segment: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(utf8.decode(Buffer.from(segment, 'base64url')));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string): never {
  throw new ClientError('TOKEN_MALFORMED', message);
}
