import type { Receipt } from '@chancery/shared/brands';
import { ClientError, InternalError } from '@chancery/shared/errors';
import type { Log } from '@chancery/shared/log';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import type { OperationDefinitionNode } from 'graphql';
import type { Asking } from '../identify/identify.js';
import type { RequestBody } from '../read/choose-document.js';
import type { ReadRequest } from '../read/read-operation.js';
import type { Redacted } from '../redact/redacted.js';

/** How far a request has come: what an entry can say of it should the next step fail. */
export interface Reached {
  readonly token: VerifiedToken | null;
  readonly asking: Asking | null;
  readonly body: RequestBody | null;
  /** The operation to be run, once it has been found. */
  readonly operation: OperationDefinitionNode | null;
  /** The entry that was made before commands were run; null where none were. */
  readonly attempt: Receipt | null;
  /** Whether it had been taken for one that can be executed: what fails from there on fails with `data`, which is null (GraphQL 7.1.1). */
  readonly isExecuting: boolean;
}

export const NOTHING_REACHED: Reached = {
  token: null,
  asking: null,
  body: null,
  operation: null,
  attempt: null,
  isExecuting: false,
};

/** How far a request has come when its verb begins. */
export const reachedBy = ({ asking, body, valid }: ReadRequest): Reached => ({
  token: asking.token,
  asking,
  body,
  operation: valid.operation,
  attempt: null,
  isExecuting: false,
});

/** How far a request has come that its verb has found nothing against. */
export const executing = (read: ReadRequest): Reached => ({ ...reachedBy(read), isExecuting: true });

export interface Answered {
  readonly kind: 'answered';
  readonly asking: Asking;
  readonly body: RequestBody;
  readonly operation: OperationDefinitionNode;
  readonly redacted: Redacted;
  /** Of commands. */
  readonly attempt: Receipt | null;
  /** Whether it is a page of what is exported whole. */
  readonly isExport?: true;
  /** Whether the caller is answered in another form: the entry then commits to no text. */
  readonly isOtherForm?: true;
}

export interface Refused {
  readonly kind: 'refused';
  readonly reached: Reached;
  readonly error: ClientError | InternalError;
}

/** What a request came to, before it is recorded. */
export type Outcome = Answered | Refused;

/** Whose token the request came with; null when it was not believed. */
export const tokenOf = (outcome: Outcome): VerifiedToken | null =>
  outcome.kind === 'answered' ? outcome.asking.token : outcome.reached.token;

/** The entry that was made before commands were run. */
export const attemptOf = (outcome: Outcome): Receipt | null =>
  outcome.kind === 'answered' ? outcome.attempt : outcome.reached.attempt;

/** A step that failed, and how far the request had come by then. */
class StepFailure extends Error {
  constructor(
    readonly reached: Reached,
    cause: unknown,
  ) {
    super('a step of a request failed', { cause });
  }
}

/** Takes one step of a request that has come as far as `reached`. */
export async function stepFrom<T>(reached: Reached, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof StepFailure ? error : new StepFailure(reached, error);
  }
}

/** What a request came to that failed beyond its steps. */
export const refusedAt = (reached: Reached, cause: unknown, log: Log): Refused =>
  refusedBy(new StepFailure(reached, cause), log);

/** Failures that come by the thousand when they come: the one is no failure, the other is told where no entry can be made. */
const NOT_LOGGED: ReadonlySet<string> = new Set([
  ...['OVERLOADED', 'AUDIT_UNAVAILABLE', 'ISSUER_KEYS_UNAVAILABLE', 'AGREEMENTS_UNKNOWN'],
]);

/** What a request that failed came to; what is not the caller's fault is told to the operator. */
export function refusedBy(thrown: unknown, log: Log): Refused {
  const [reached, cause] =
    thrown instanceof StepFailure ? [thrown.reached, thrown.cause] : ([NOTHING_REACHED, thrown] as const);
  if (cause instanceof ClientError) return { kind: 'refused', reached, error: cause };
  const error = cause instanceof InternalError ? cause : new InternalError('INTERNAL', 'unexpected failure', { cause });
  if (!NOT_LOGGED.has(error.code)) {
    const trace = reached.asking?.trace ?? null;
    log({
      event: 'request failed',
      code: error.code,
      trace,
      error: cause instanceof Error ? cause.stack : String(cause),
    });
  }
  return { kind: 'refused', reached, error };
}
