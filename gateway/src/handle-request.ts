import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Log } from '@chancery/shared/log';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import { OperationTypeNode } from 'graphql';
import { type Mutated, type Mutating, mutate } from './mutate.js';
import { query } from './query.js';
import type { Admission } from './stages/admit/admission.js';
import { momentWith } from './stages/identify/await-snapshot.js';
import { type Asking, askingOf, type Identifying, identifyCaller, verifyCaller } from './stages/identify/identify.js';
import { chooseDocument, requireListed } from './stages/read/choose-document.js';
import {
  type Reading,
  type ReadRequest,
  readDocument,
  readOperation,
  requireMethod,
} from './stages/read/read-operation.js';
import { originHeaders } from './stages/receive/cross-origin.js';
import { refuseForeignPage, refuseForgeable } from './stages/receive/forgery.js';
import { readRequest } from './stages/receive/read-request.js';
import type { GatewayRequest, GatewayResponse, TextResponse } from './stages/receive/request.js';
import {
  type Answered,
  attemptOf,
  executing,
  NOTHING_REACHED,
  type Outcome,
  type Reached,
  refusedBy,
  stepFrom,
  tokenOf,
} from './stages/record/outcome.js';
import { isToBeRecorded, record } from './stages/record/record.js';
import type { Redacted } from './stages/redact/redacted.js';
import { printAnswer, printInBytes } from './stages/respond/print-answer.js';
import { refusal } from './stages/respond/refusal.js';
import { respondAnswered, respondInBytes, respondRefused } from './stages/respond/respond.js';

/** What the verbs work with; made once at start. */
export interface Gateway extends Identifying, Reading, Mutating {
  readonly admission: Admission;
  readonly log: Log;
}

/** One request, from its bytes to its answer. Whatever it comes to is on the ledger before a byte of it leaves. */
export async function handleRequest(request: GatewayRequest, gateway: Gateway): Promise<GatewayResponse> {
  const outcome: Outcome = await answer(request, gateway).catch((error: unknown) => refusedBy(error, gateway.log));
  const response = await settled(outcome, request, gateway, async (answered): Promise<GatewayResponse> => {
    const bytes = printInBytes(answered);
    return respondInBytes(bytes, await record(answered, bytes, request, gateway));
  });
  return { ...response, headers: { ...response.headers, ...originHeaders(request, tokenOf(outcome)) } };
}

/** The same for whoever tells the answer in another form: its entry commits to no text, for this one leaves to nobody. */
export async function answerInOtherForm(request: GatewayRequest, gateway: Gateway): Promise<TextResponse> {
  const answered = answer(request, gateway).then((outcome): Outcome => ({ isOtherForm: true, ...outcome }));
  return recorded(await answered.catch((error: unknown) => refusedBy(error, gateway.log)), request, gateway);
}

/** Answers an outcome, once it is on the ledger where it is to be. */
export async function recorded(outcome: Outcome, request: GatewayRequest, gateway: Gateway): Promise<TextResponse> {
  return settled(outcome, request, gateway, async (answered) => {
    const text = printAnswer(answered);
    const said = answered.isOtherForm === true ? null : text;
    return respondAnswered(text, await record(answered, said, request, gateway));
  });
}

/** Answers an outcome: `respond` puts what was answered on the ledger, and makes the response of it. */
async function settled<R extends GatewayResponse>(
  outcome: Outcome,
  request: GatewayRequest,
  gateway: Gateway,
  respond: (answered: Answered) => Promise<R>,
): Promise<R | TextResponse> {
  if (outcome.kind === 'refused' && !isToBeRecorded(outcome, gateway)) return refusal(outcome.error);
  try {
    if (outcome.kind === 'refused') return respondRefused(outcome, await record(outcome, null, request, gateway));
    return await respond(outcome);
  } catch (error) {
    // No entry, no data: not even that the request would have failed for another reason.
    if (gateway.shed.admit('audit unavailable', gateway.clock())) {
      gateway.log({ event: 'audit unavailable', error: String(error) });
    }
    return unrecorded(outcome);
  }
}

/** Of a command that was run all that may be told is that it was begun: without its outcome on the ledger nobody learns it. */
function unrecorded(outcome: Outcome): TextResponse {
  const receipt = attemptOf(outcome);
  if (receipt === null) {
    return refusal(new InternalError('AUDIT_UNAVAILABLE', 'the ledger did not take the entry'));
  }
  const error = new InternalError('OUTCOME_UNKNOWN', 'the ledger did not take the outcome');
  return refusal(error, { audit: { receipt } });
}

async function answer(request: GatewayRequest, gateway: Gateway): Promise<Answered> {
  return answerRead(await readAsked(request, gateway), request, gateway);
}

/** Runs what was read. */
export async function answerRead(read: ReadRequest, request: GatewayRequest, gateway: Gateway): Promise<Answered> {
  const { asking, body, valid } = read;
  const answered = await stepFrom(executing(read), () => run(read, request, gateway));
  return { kind: 'answered', asking, body, operation: valid.operation, ...answered };
}

/** The verb that is asked for. */
async function run(
  read: ReadRequest,
  request: GatewayRequest,
  gateway: Gateway,
): Promise<Mutated | { readonly redacted: Redacted; readonly attempt: null }> {
  if (read.valid.operation.operation === OperationTypeNode.MUTATION) return mutate(read, request, gateway);
  const answeredWhole = gateway.admission.measure();
  const redacted = await query(read, request.signal, gateway);
  if (redacted.errors.length === 0) answeredWhole();
  return { redacted, attempt: null };
}

/** Identify, admit, read, limit: before anything is planned. */
export function readAsked(request: GatewayRequest, gateway: Gateway): Promise<ReadRequest> {
  // Written to as the request comes further: whichever step fails, its entry says what was known by then.
  const reached: { -readonly [K in keyof Reached]: Reached[K] } = { ...NOTHING_REACHED };
  return stepFrom(reached, async () => {
    const now = gateway.clock();
    refuseForgeable(request);
    const token = await identifyCaller(request, gateway, now);
    reached.token = token;
    const asking = await admit(token, request, gateway, now);
    reached.asking = asking;
    const body = chooseDocument(readRequest(request), token.operations);
    reached.body = body;
    requireListed(body, asking.profile.purpose);
    const chosen = readDocument(body, gateway);
    reached.operation = chosen.operation;
    requireMethod(request, chosen);
    return { asking, body, valid: readOperation(chosen, body, gateway) };
  });
}

async function admit(token: VerifiedToken, request: GatewayRequest, gateway: Gateway, now: Instant): Promise<Asking> {
  refuseForeignPage(request, token);
  // Until the last byte is taken over: who asks and does not read must not fill the memory with answers.
  request.whenOver(gateway.admission.enter(token.subject));
  const at = await momentWith(request, now, gateway);
  // A token may have ended while its request waited.
  return askingOf(at === now ? token : verifyCaller(request, gateway, at), request, gateway, at);
}
