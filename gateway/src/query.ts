import type { Receipt } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { ClientError, type ErrorCode, InternalError } from '@chancery/shared/errors';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import { stricter } from './stages/authorize/decider.js';
import { requireReason } from './stages/authorize/require-reason.js';
import type { Fetched } from './stages/execute/fetched.js';
import { type Asking, askingOf, verifyCaller } from './stages/identify/authenticate.js';
import { limitCost } from './stages/limit/cost.js';
import { limitOperation } from './stages/limit/limit.js';
import type { PreparedOperation } from './stages/plan/prepare-operation.js';
import { parseDocument } from './stages/read/parse.js';
import { chooseOperation, type ValidOperation } from './stages/read/validate.js';
import { type RequestBody, readRequest } from './stages/receive/read-request.js';
import type { GatewayRequest, GatewayResponse } from './stages/receive/request.js';
import type { Answered, Outcome, Progress, Refused } from './stages/record/outcome.js';
import { entryOf } from './stages/record/record.js';
import { redact } from './stages/redact/redact.js';
import type { Redacted } from './stages/redact/redacted.js';
import { refusal } from './stages/respond/refusal.js';
import { respond } from './stages/respond/respond.js';
import { introspect } from './stages/rewrite/introspection.js';
import type { Gateway } from './wiring/gateway.js';

/** One request, from its bytes to its answer. Whatever it comes to is on the ledger before a byte of it leaves. */
export async function handleRequest(request: GatewayRequest, gateway: Gateway): Promise<GatewayResponse> {
  const progress: Progress = { token: null, asking: null, body: null, operation: null };
  const outcome: Outcome = await answer(request, gateway, progress).catch((error: unknown) => ({
    kind: 'refused',
    progress,
    error: failureOf(error, gateway),
  }));
  if (outcome.kind === 'refused' && !isToBeRecorded(outcome, gateway)) return refusal(outcome.error);
  try {
    return respond(outcome, await record(outcome, request, gateway));
  } catch (error) {
    // No entry, no data: not even that the request would have failed for another reason.
    if (gateway.shed.admit('audit unavailable', gateway.clock())) {
      gateway.log({ event: 'audit unavailable', error: String(error) });
    }
    return refusal(new InternalError('AUDIT_UNAVAILABLE', 'the ledger did not take the entry'));
  }
}

/** What costs its sender nothing is recorded once a second: the ledger is not to be filled by whoever is refused. */
function isToBeRecorded({ error: { code }, progress: { token } }: Refused, gateway: Gateway): boolean {
  const now = gateway.clock();
  if (token === null) return gateway.strangers.admit(code, now);
  return !NOT_ADMITTED.has(code) || gateway.shed.admit(`${code} ${token.subject.agency}`, now);
}

const NOT_ADMITTED: ReadonlySet<ErrorCode> = new Set(['RATE_EXCEEDED', 'OVERLOADED']);

async function answer(request: GatewayRequest, gateway: Gateway, progress: Progress): Promise<Answered> {
  const now = gateway.clock();
  const token = verifyCaller(request, gateway.trust, now);
  progress.token = token;
  // Until the last byte is taken over: who asks and does not read must not fill the memory with answers.
  request.whenOver(gateway.admission.enter(token.subject));
  const asking = ask(token, request, now, gateway);
  progress.asking = asking;
  const body = readRequest(request);
  progress.body = body;
  const valid = readOperation(body, progress, gateway);

  const closed = gateway.closer.closedFor(asking.profile, asking.now, asking.view);
  const prepared = gateway.preparer.prepare(body.text, valid, closed);
  requireReason(prepared.categories, asking.reason);
  const fetched = await execute(prepared, valid, asking, request.signal, gateway);
  // An entry that says READ would tell of values that nobody got.
  if (request.signal.aborted) throw new ClientError('CALLER_GONE', 'the connection was closed');
  const redacted = redactFor(asking, prepared, valid, fetched, body, gateway);
  return { kind: 'answered', asking, body, operation: valid.operation, redacted };
}

/** Parse, validate, limit: before anything is planned. */
function readOperation(body: RequestBody, progress: Progress, { validator }: Gateway): ValidOperation {
  const document = parseDocument(body.text);
  validator.validate(body.text, document);
  const operation = chooseOperation(document, body.operationName);
  progress.operation = operation;
  limitOperation(document, operation);
  const valid = { document, operation, variables: validator.coerce(operation, body.variables) };
  limitCost(valid, validator.schema);
  return valid;
}

function ask(token: VerifiedToken, request: GatewayRequest, now: Instant, gateway: Gateway): Asking {
  const view = gateway.snapshots.view(now);
  return askingOf(token, request, { now, view, trace: gateway.newTrace() });
}

const NOTHING_FETCHED: Fetched = { data: {}, failures: null };

async function execute(
  { plan, canonical }: PreparedOperation,
  { variables }: ValidOperation,
  asking: Asking,
  callerSignal: AbortSignal,
  gateway: Gateway,
): Promise<Fetched> {
  if (plan === null) return NOTHING_FETCHED;
  const deadline = asking.now + gateway.deadlineMs;
  const timeout = AbortSignal.timeout(Math.max(0, deadline - gateway.clock()));
  const signal = AbortSignal.any([callerSignal, timeout]);
  // What has not come by then is null with an error at its place; the rest is as good as ever.
  return gateway.execute(plan, canonical.bind(variables), asking, { signal, deadline });
}

function redactFor(
  asking: Asking,
  { redaction, canonical }: PreparedOperation,
  { variables }: ValidOperation,
  fetched: Fetched,
  { tellsBasis }: RequestBody,
  gateway: Gateway,
): Redacted {
  return redact(redaction, fetched, {
    decider: deciderFor(asking, gateway),
    closed: (category) => gateway.policy.staticDenial(asking.profile, category),
    undecidable: gateway.policy.undecidable,
    floor: gateway.floor,
    handlingOf: (subgraph, integer) => gateway.handlings.handlingOf(subgraph, integer),
    overrule: (coordinate, handling) => fetched.withheld?.overrule(coordinate, handling) ?? null,
    alarm: (message) => gateway.handlings.alarm(message),
    callerCitations: gateway.callerCitations,
    closest: (category) => gateway.policy.closestPermits(asking.profile, category),
    tellsBasis,
    introspection:
      canonical.introspection === null ? {} : introspect(canonical.introspection, gateway.validator.schema, variables),
  });
}

/** Under the snapshot the request began with; and, when a newer one came meanwhile, under that as well. */
function deciderFor(asking: Asking, gateway: Gateway) {
  const under = (view: Asking['view']) =>
    gateway.tables.tableFor(gateway.policy, asking.profile, asking.now, view).at(asking.now);
  const begun = under(asking.view);
  const latest = gateway.snapshots.view(gateway.clock());
  const same = latest.snapshot.digest === asking.view.snapshot.digest && latest.stale === asking.view.stale;
  return same ? begun : stricter(begun, under(latest));
}

async function record(outcome: Outcome, request: GatewayRequest, gateway: Gateway): Promise<Receipt> {
  const { policy, supergraph, ledger, clock } = gateway;
  const snapshot = outcome.kind === 'answered' ? outcome.asking.view.snapshot : outcome.progress.asking?.view.snapshot;
  if (snapshot) ledger.registerSnapshot(snapshot);
  const versions = { policy: policy.version, schema: supergraph.digest };
  const { receipt } = await ledger.append(entryOf(outcome, request, versions, clock()));
  return receipt;
}

function failureOf(error: unknown, gateway: Gateway): ClientError | InternalError {
  if (error instanceof ClientError) return error;
  const failure =
    error instanceof InternalError ? error : new InternalError('INTERNAL', 'unexpected failure', { cause: error });
  const { code } = failure;
  // By the thousand when they happen; the one is no failure, the other is told where no entry can be made.
  if (code !== 'OVERLOADED' && code !== 'AUDIT_UNAVAILABLE')
    gateway.log({ event: 'request failed', code, error: error instanceof Error ? error.stack : String(error) });
  return failure;
}
