import { ClientError } from '@chancery/shared/errors';
import { BODY_NESTING_MAX, SEARCH_BYTES_MAX } from '../limit/limits.js';
import { malformed, type Parameters, parseParameters } from './parameters.js';
import { parseJson } from './parse-json.js';

/** A target that is longer than may be (RFC 9110 section 15.5.15). */
class SearchTooLongError extends ClientError {
  constructor() {
    super('LIMIT_EXCEEDED', `the query of the target is longer than ${SEARCH_BYTES_MAX} bytes`);
  }

  override get status(): number {
    return 414;
  }
}

/** Parameters that are JSON in a target, and those that are plain (GraphQL over HTTP section 5.3). */
const IN_JSON: ReadonlySet<string> = new Set(['variables', 'extensions']);
const PLAIN: ReadonlySet<string> = new Set(['query', 'documentId', 'operationName', 'onError']);

/** Reads the parameters of a GET. A further name is nobody's. Throws REQUEST_MALFORMED or LIMIT_EXCEEDED. */
export function readSearch(search: string): Parameters {
  if (Buffer.byteLength(search) > SEARCH_BYTES_MAX) throw new SearchTooLongError();
  const values = new Map<string, unknown>();
  for (const pair of search.split('&')) {
    const [name, text] = decodePair(pair);
    if (!IN_JSON.has(name) && !PLAIN.has(name)) continue;
    // One party on the way may have read the first and we the second.
    if (values.has(name)) throw malformed(`\`${name}\` is sent twice`);
    if (text !== '') values.set(name, PLAIN.has(name) ? text : readMap(name, text));
  }
  return parseParameters(Object.fromEntries(values));
}

/** `application/x-www-form-urlencoded`, but what is no UTF-8 is refused where the URL standard would put another letter. */
function decodePair(pair: string): [name: string, text: string] {
  const sign = pair.indexOf('=');
  const [name, text] = sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
  try {
    return [decode(name), decode(text)];
  } catch {
    throw malformed('the query of the target is not percent-encoded UTF-8');
  }
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function readMap(name: string, text: string): unknown {
  const read = parseJson(Buffer.from(text));
  if ('value' in read) return read.value;
  switch (read.fault) {
    case 'DEEP':
      throw new ClientError('LIMIT_EXCEEDED', `\`${name}\` nests deeper than ${BODY_NESTING_MAX} levels`);
    case 'REPEATED':
      throw malformed(`\`${name}\` has a name twice in one object`);
    case 'UNREADABLE':
      throw malformed(`\`${name}\` is not JSON`);
  }
}
