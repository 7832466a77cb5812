import type { ClientError, InternalError } from '@chancery/shared/errors';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import type { Asking } from './authenticate.js';
import type { ParsedRequest } from './parse.js';
import type { Redacted } from './redact/redacted.js';

/** How far a request has come: what an entry can say of it should it fail at the next step. */
export interface Progress {
  token: VerifiedToken | null;
  asking: Asking | null;
  parsed: ParsedRequest | null;
  operationName: string | null;
}

export interface Answered {
  readonly kind: 'answered';
  readonly asking: Asking;
  readonly parsed: ParsedRequest;
  readonly operationName: string | null;
  readonly redacted: Redacted;
}

export interface Refused {
  readonly kind: 'refused';
  readonly progress: Readonly<Progress>;
  readonly error: ClientError | InternalError;
}

/** What a request came to, before it is recorded. */
export type Outcome = Answered | Refused;
