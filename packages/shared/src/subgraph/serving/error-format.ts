import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ClientError, type ErrorCode, InternalError, WriteDenied } from '../../errors.js';
import type { Log } from '../../log.js';
import { isDatabaseAway } from './database-away.js';

const DOCUMENT_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Makes the formatter of a subgraph: the caller's own words for a client error, a constant for anything else. */
export function createErrorFormat(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const path = formatted.path === undefined ? {} : { path: formatted.path };
    const client = clientErrorOf(error);
    if (client !== null) return { ...errorOfClient(client), ...path };
    const code = formatted.extensions?.code;
    if (DOCUMENT_CODES.has(code)) return errorOf('DOCUMENT_INVALID', 'document does not fit the schema');
    if (code === 'BAD_USER_INPUT') return errorOf('INPUT_INVALID', 'a variable does not fit its type');
    if (code === 'BAD_REQUEST') return errorOf('REQUEST_MALFORMED', 'not a GraphQL request');
    // Nobody reads it, and there is one for each field that was still to come.
    if (isOver(error)) return { ...errorOf('DEADLINE_EXCEEDED', 'the deadline has passed'), ...path };
    log({ event: 'request failed', path: formatted.path?.join('.') ?? null, error: causeOf(error) });
    // A command whose commit was not answered: the one failure of ours that the gateway must tell from the others.
    if (isUnknown(error)) return { ...errorOf('OUTCOME_UNKNOWN', 'the outcome is unknown'), ...path };
    if (isDatabaseAway(error)) return { ...errorOf('SUBGRAPH_UNREACHABLE', 'the database is away'), ...path };
    return { ...errorOf('INTERNAL', 'internal error'), ...path };
  };
}

function errorOfClient(client: ClientError): GraphQLFormattedError {
  const error = errorOf(client.code, client.message, client.argument);
  // Of a refused change the gateway tells the rules.
  return client instanceof WriteDenied ? { ...error, extensions: { ...error.extensions, rules: client.rules } } : error;
}

/** The body of an answer that consists of one error. */
export function errorOf(code: ErrorCode, message: string, argument?: string): GraphQLFormattedError {
  return { message, extensions: argument === undefined ? { code } : { code, argument } };
}

function clientErrorOf(error: unknown): ClientError | null {
  for (let each: unknown = error; each !== undefined && each !== null; each = originOf(each)) {
    if (each instanceof ClientError) return each;
  }
  return null;
}

const isOver = (error: unknown): boolean => codeOf(error) === 'DEADLINE_EXCEEDED';
const isUnknown = (error: unknown): boolean => codeOf(error) === 'OUTCOME_UNKNOWN';

function codeOf(error: unknown): ErrorCode | null {
  const origin = originOf(error);
  return origin instanceof InternalError ? origin.code : null;
}

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.originalError : null;
}

// For the log of the operator: never part of an answer.
function causeOf(error: unknown): string {
  const origin = originOf(error) ?? error;
  return origin instanceof Error ? (origin.stack ?? origin.message) : String(origin);
}
