import { citeRules } from '@chancery/policy/cite-rules';
import { ClientError, ERRORS, HeaderError, InternalError, WriteDenied } from '@chancery/shared/errors';
import { DocumentError, type DocumentIssue } from '../read/document-error.js';
import type { TextResponse } from '../receive/request.js';

/** Codes of a well-formed request that could not be executed (GraphQL over HTTP section 6.4). */
const REQUEST_ERRORS: ReadonlySet<string> = new Set([
  'DOCUMENT_INVALID',
  'INPUT_INVALID',
  'LIMIT_EXCEEDED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INCREMENTAL_NOT_SUPPORTED',
]);
const BAD_REQUEST = 400;
/** Seconds; by then a full gateway has answered most of what it holds. */
const RETRY_AFTER = '1';

/**
 * A whole-request failure: a client error keeps its message, ours says the text of its code. What the caller did has no `data`, for it
 * was refused; nor has what failed with us before the operation was executed.
 */
export function refusal(
  error: ClientError | InternalError,
  extensions: object = {},
  isExecuting: boolean = false,
): TextResponse {
  const { code, status } = error;
  const argument = error instanceof ClientError && error.argument !== undefined ? { argument: error.argument } : {};
  const citations = error instanceof WriteDenied ? { citations: citeRules(error.rules) } : {};
  const errors = issuesOf(error).map((issue) => ({ ...issue, extensions: { code, ...argument, ...citations } }));
  const data = isExecuting && error instanceof InternalError ? { data: null } : {};
  return {
    status,
    requestError: status === BAD_REQUEST && REQUEST_ERRORS.has(code) && !(error instanceof HeaderError),
    headers: headersOf(error),
    body: JSON.stringify({ errors, ...data, ...(Object.keys(extensions).length > 0 ? { extensions } : {}) }),
  };
}

function issuesOf(error: ClientError | InternalError): readonly DocumentIssue[] {
  if (error instanceof DocumentError) return error.issues;
  return [{ message: error instanceof ClientError ? error.message : ERRORS[error.code].text }];
}

function headersOf({ status, code }: ClientError | InternalError): Readonly<Record<string, string>> {
  switch (status) {
    case 401:
      return { 'www-authenticate': challengeFor(code) };
    case 405:
      return { allow: 'POST' };
    case 413:
      // RFC 9110 section 15.5.14: what is left of the body need not be read.
      return { connection: 'close' };
    case 415:
      return { accept: 'application/json', 'accept-encoding': 'identity' };
    case 429:
    case 503:
      return { 'retry-after': RETRY_AFTER };
    default:
      return {};
  }
}

/**
 * The challenge of RFC 9110 section 11.6.1 and RFC 6750 section 3: who sent no token is told of no error. The description is the
 * constant text of the code: words of the caller's could break out of the quotes.
 */
function challengeFor(code: keyof typeof ERRORS): string {
  const challenge = 'Bearer realm="chancery"';
  if (code === 'TOKEN_MISSING') return challenge;
  return `${challenge}, error="invalid_token", error_description="${ERRORS[code].text}"`;
}
