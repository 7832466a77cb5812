import { ClientError } from '@chancery/shared/errors';
import { BODY_BYTES_MAX, BODY_NESTING_MAX } from '../limit/limits.js';
import { malformed, type Parameters, parseParameters } from './parameters.js';
import { parseJson } from './parse-json.js';
import { readSearch } from './read-search.js';
import { type GatewayRequest, singleValue } from './request.js';

/** A body that is longer than may be: its status says so to whatever stands between (RFC 9110 section 15.5.14). */
export class BodyTooLongError extends ClientError {
  constructor() {
    super('LIMIT_EXCEEDED', `the body is longer than ${BODY_BYTES_MAX} bytes`);
  }

  override get status(): number {
    return 413;
  }
}

/**
 * Reads what a request says, from its target or from its body. Throws MEDIA_TYPE_UNSUPPORTED, REQUEST_MALFORMED, BATCH_NOT_SUPPORTED
 * or LIMIT_EXCEEDED.
 */
export function readRequest(request: GatewayRequest): Parameters {
  if (request.method === 'POST') return readPost(request);
  // What stands before us may have read the one and we the other.
  if (request.body === null || request.body.length > 0) throw malformed('a GET has no body');
  return readSearch(request.search);
}

function readPost(request: GatewayRequest): Parameters {
  const value = readJson(request);
  // Each request is decided, bounded and recorded by itself.
  if (Array.isArray(value)) throw new ClientError('BATCH_NOT_SUPPORTED', 'one request holds one operation');
  return parseParameters(value);
}

/** Reads the JSON of a body. Throws MEDIA_TYPE_UNSUPPORTED, REQUEST_MALFORMED or LIMIT_EXCEEDED. */
export function readJson({
  body,
  contentType,
  contentEncoding,
}: Pick<GatewayRequest, 'body' | 'contentType' | 'contentEncoding'>): unknown {
  const type = singleValue('Content-Type', contentType);
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw new ClientError('MEDIA_TYPE_UNSUPPORTED', 'the content type must be `application/json`', 'Content-Type');
  }
  // RFC 8259 section 8.1: JSON between systems is UTF-8, whatever a parameter says; one that says otherwise is not guessed at.
  // `utf8` is a name of it that browsers and clients know (WHATWG Encoding). Of two
  // that are named each reader would choose its own.
  if (/;\s*charset\s*=(?!\s*"?utf-?8"?\s*(?:;|$))/i.test(type ?? '')) {
    throw new ClientError('MEDIA_TYPE_UNSUPPORTED', 'the body must be in UTF-8', 'Content-Type');
  }
  if (contentEncoding.some((encoding) => !/^\s*(identity)?\s*$/i.test(encoding))) {
    throw new ClientError('MEDIA_TYPE_UNSUPPORTED', 'the body must be sent without encoding', 'Content-Encoding');
  }
  if (body === null) throw new BodyTooLongError();
  const read = parseJson(body);
  if ('value' in read) return read.value;
  switch (read.fault) {
    case 'DEEP':
      throw new ClientError('LIMIT_EXCEEDED', `the body nests deeper than ${BODY_NESTING_MAX} levels`);
    case 'REPEATED':
      throw new ClientError('REQUEST_MALFORMED', 'the body has a name twice in one object');
    case 'UNREADABLE':
      throw new ClientError('REQUEST_MALFORMED', 'the body is not JSON in UTF-8');
  }
}
