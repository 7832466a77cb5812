/** HTTP status of a whole request that fails so, and the constant text for where no words of the caller's own may stand. */
interface ErrorRow {
  readonly status: number;
  readonly text: string;
}

/** What a caller did. docs/errors.md explains each code, and a test keeps the two equal. */
const CLIENT_ERRORS = {
  TOKEN_MISSING: { status: 401, text: 'a bearer token is required' },
  TOKEN_MALFORMED: { status: 401, text: 'the token cannot be read' },
  TOKEN_ALGORITHM_REFUSED: { status: 401, text: 'the token is signed with an algorithm that its issuer may not use' },
  TOKEN_SIGNATURE_INVALID: { status: 401, text: 'the signature of the token does not hold' },
  TOKEN_EXPIRED: { status: 401, text: 'the token is not valid at this time' },
  TOKEN_REVOKED: { status: 401, text: 'the token was switched off before its end' },
  TOKEN_AUDIENCE_MISMATCH: { status: 401, text: 'the token is meant for another audience' },
  ISSUER_UNKNOWN: { status: 401, text: 'no trust agreement in force names the issuer of the token' },
  CONTEXT_INVALID: { status: 401, text: 'the call carries no valid context' },
  REQUEST_MALFORMED: { status: 400, text: 'the request cannot be read' },
  DOCUMENT_INVALID: { status: 400, text: 'the document is not valid against the schema' },
  INPUT_INVALID: { status: 400, text: 'the input is not valid' },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400, text: 'documents are not kept between requests' },
  BATCH_NOT_SUPPORTED: { status: 400, text: 'one request holds one operation' },
  INCREMENTAL_NOT_SUPPORTED: { status: 400, text: 'an answer is sent in one piece' },
  PURPOSE_REQUIRED: { status: 400, text: 'a purpose is required' },
  LIMIT_EXCEEDED: { status: 400, text: 'the request exceeds a limit' },
  METHOD_NOT_ALLOWED: { status: 405, text: 'the operation may not be sent by this method' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, text: 'the body is of a type or encoding that is not read' },
  PURPOSE_NOT_ASSIGNED: { status: 403, text: 'the purpose is not assigned to this agency' },
  WRITE_DENIED: { status: 403, text: 'the change is not permitted' },
  CSRF_REFUSED: { status: 403, text: 'the request could have been forged by another site' },
  OPERATION_NOT_LISTED: { status: 403, text: 'the operation is not on the list of this agency' },
  NOT_FOUND: { status: 404, text: 'not found' },
  CONFLICT: { status: 409, text: 'the record has changed since it was read' },
  TRANSITION_INVALID: { status: 409, text: 'the record is not in a state that allows this' },
  UNFINISHED: { status: 409, text: 'something that the record waits for is not over' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, text: 'the idempotency key was used for another input' },
  RATE_EXCEEDED: { status: 429, text: 'too many requests' },
  SNAPSHOT_NOT_REACHED: { status: 503, text: 'facts and acts as new as asked for are not here yet' },
  CALLER_GONE: { status: 400, text: 'the caller went away before it was answered' },
} as const satisfies Readonly<Record<string, ErrorRow>>;

/** What went wrong with us. The caller is told the code and its text, the log the rest. */
const INTERNAL_ERRORS = {
  AUDIT_UNAVAILABLE: { status: 503, text: 'the answer cannot be recorded, so it is not given' },
  ISSUER_KEYS_UNAVAILABLE: { status: 503, text: 'the keys of the issuer of the token are not here now' },
  AGREEMENTS_UNKNOWN: { status: 503, text: 'which trust agreements are in force is not known now' },
  OVERLOADED: { status: 503, text: 'more requests are being answered than there is room for' },
  SUBGRAPH_UNREACHABLE: { status: 503, text: 'this part of the answer is not available now' },
  OUTCOME_UNKNOWN: { status: 503, text: 'the change was sent but its outcome could not be recorded' },
  DEADLINE_EXCEEDED: { status: 504, text: 'the deadline passed before the answer was complete' },
  INTERNAL: { status: 500, text: 'an internal error occurred' },
} as const satisfies Readonly<Record<string, ErrorRow>>;

export type ClientCode = keyof typeof CLIENT_ERRORS;
export type InternalCode = keyof typeof INTERNAL_ERRORS;
export type ErrorCode = ClientCode | InternalCode;

export const ERRORS: Readonly<Record<ErrorCode, ErrorRow>> = { ...CLIENT_ERRORS, ...INTERNAL_ERRORS };

/** The caller's doing: the message is made of the caller's own input and may be sent back. */
export class ClientError extends Error {
  override readonly name = 'ClientError';

  constructor(
    readonly code: ClientCode,
    message: string,
    /** Where in the input, for example `filter.occurredOn`. */
    readonly argument?: string,
  ) {
    super(message);
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** A header of the request is wrong. That is no matter of the document, so the status holds whatever media type is accepted. */
export class HeaderError extends ClientError {
  constructor(header: string, message: string, code: 'INPUT_INVALID' | 'TOKEN_MALFORMED' = 'INPUT_INVALID') {
    super(code, message, header);
  }
}

/** A change that no rule grants, or that one stands against. */
export class WriteDenied extends ClientError {
  constructor(
    message: string,
    /** Ids of the rules that refuse, as far as the caller may be told. */
    readonly rules: readonly string[],
    argument?: string,
  ) {
    super('WRITE_DENIED', message, argument);
  }
}

/** Ours: the message is for the log; the caller gets the code and its constant text. */
export class InternalError extends Error {
  override readonly name = 'InternalError';

  constructor(
    readonly code: InternalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** The operator's doing: a variable, a file or a folder is not as it must be. Raised before anybody is served; no caller reads it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The branch that a closed union cannot reach. */
export function assertNever(value: never): never {
  throw new InternalError('INTERNAL', `unexpected value ${JSON.stringify(value)}`);
}
