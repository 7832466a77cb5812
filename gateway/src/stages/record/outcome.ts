import type { ClientError, InternalError } from '@chancery/shared/errors';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import type { OperationDefinitionNode } from 'graphql';
import type { Asking } from '../identify/authenticate.js';
import type { RequestBody } from '../receive/read-request.js';
import type { Redacted } from '../redact/redacted.js';

/** How far a request has come: what an entry can say of it should it fail at the next step. */
export interface Progress {
  token: VerifiedToken | null;
  asking: Asking | null;
  body: RequestBody | null;
  /** The operation to be run, once it has been found. */
  operation: OperationDefinitionNode | null;
}

export interface Answered {
  readonly kind: 'answered';
  readonly asking: Asking;
  readonly body: RequestBody;
  readonly operation: OperationDefinitionNode;
  readonly redacted: Redacted;
}

export interface Refused {
  readonly kind: 'refused';
  readonly progress: Readonly<Progress>;
  readonly error: ClientError | InternalError;
}

/** What a request came to, before it is recorded. */
export type Outcome = Answered | Refused;
