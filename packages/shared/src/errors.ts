/** Codes of whole-request failures and their HTTP statuses; docs/errors.md explains each, and a test keeps the two equal. */
export const ERROR_STATUSES = {
  TOKEN_MISSING: 401,
  TOKEN_MALFORMED: 401,
  TOKEN_ALGORITHM_REFUSED: 401,
  TOKEN_SIGNATURE_INVALID: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_AUDIENCE_MISMATCH: 401,
  ISSUER_UNKNOWN: 401,
  CONTEXT_INVALID: 401,
  REQUEST_MALFORMED: 400,
  DOCUMENT_INVALID: 400,
  INPUT_INVALID: 400,
  PURPOSE_REQUIRED: 400,
  LIMIT_EXCEEDED: 400,
  PURPOSE_NOT_ASSIGNED: 403,
  WRITE_DENIED: 403,
  CSRF_REFUSED: 403,
  OPERATION_NOT_LISTED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TRANSITION_INVALID: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  RATE_EXCEEDED: 429,
  AUDIT_UNAVAILABLE: 503,
  SUBGRAPH_UNREACHABLE: 503,
  OUTCOME_UNKNOWN: 503,
  DEADLINE_EXCEEDED: 504,
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUSES;

/** The caller's doing: the message is made of the caller's own input and may be sent back. */
export class ClientError extends Error {
  override readonly name = 'ClientError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Where in the input, for example `filter.occurredOn`. */
    readonly argument?: string,
  ) {
    super(message);
  }

  get status(): number {
    return ERROR_STATUSES[this.code];
  }
}

/** Ours: the message is for the log; the caller gets the code alone. */
export class InternalError extends Error {
  override readonly name = 'InternalError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get status(): number {
    return ERROR_STATUSES[this.code];
  }
}

/** The branch that a closed union cannot reach. */
export function assertNever(value: never): never {
  throw new InternalError('INTERNAL', `unexpected value ${JSON.stringify(value)}`);
}
