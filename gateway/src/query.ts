import type { CategoryCloser } from './stages/authorize/closed-categories.js';
import { requireReason } from './stages/authorize/require-reason.js';
import type { Cut } from './stages/execute/cut.js';
import { type Fetching, fetchData } from './stages/execute/fetch.js';
import type { OperationPreparer, PreparedOperation } from './stages/plan/prepare-operation.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import { type Redacting, redactAnswer } from './stages/redact/redact-answer.js';
import type { Redacted } from './stages/redact/redacted.js';

/** What a query is answered with. */
export interface Querying extends Fetching, Redacting {
  readonly closer: CategoryCloser;
  readonly preparer: OperationPreparer;
}

/** Reads what the caller may have: authorize, rewrite and plan, execute, redact. */
export async function query(read: ReadRequest, signal: Cut, gateway: Querying): Promise<Redacted> {
  return answerPrepared(prepare(read, gateway), read, signal, gateway);
}

/** Authorizes and plans; nothing is asked of a service yet. */
export function prepare({ asking, body, valid }: ReadRequest, { closer, preparer }: Querying): PreparedOperation {
  const closed = closer.closedFor(asking.profile, asking.now, asking.view);
  const prepared = preparer.prepare(body.text, valid, closed);
  requireReason(prepared.categories, asking.reason);
  return prepared;
}

/** Executes what is planned, and decides what came. */
export async function answerPrepared(
  prepared: PreparedOperation,
  { asking, body, valid }: ReadRequest,
  signal: Cut,
  gateway: Querying,
): Promise<Redacted> {
  const fetched = await fetchData(prepared, valid, asking, signal, gateway);
  return redactAnswer(prepared, valid, fetched, asking, body, gateway);
}
