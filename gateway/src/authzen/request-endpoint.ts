import { createHash } from 'node:crypto';
import { ClientError } from '@chancery/shared/errors';
import { z } from 'zod';
import { answerInOtherForm, type Gateway, recorded } from '../handle-request.js';
import { verifyCaller } from '../stages/identify/identify.js';
import { clauseOf } from '../stages/receive/clause.js';
import { originHeaders } from '../stages/receive/cross-origin.js';
import { refuseForgeable } from '../stages/receive/forgery.js';
import type { Endpoint } from '../stages/receive/graphql-endpoint.js';
import { readJson } from '../stages/receive/read-request.js';
import { type GatewayRequest, type GatewayResponse, textOf } from '../stages/receive/request.js';
import { NOTHING_REACHED, refusedBy, stepFrom } from '../stages/record/outcome.js';
import { invalid } from './access-request.js';
import { type Problem, problem, TOLD_REQUEST, type ToldRequest, taskOf, taskTold } from './access-task.js';
import type { DenialSeal, DeniedValue } from './denial-seal.js';
import { READ, SELF } from './evaluate.js';

/** Where access is requested: the endpoint of AuthZEN's Access Request and Approval Profile (draft of June 2026). */
export const REQUESTS_PATH = '/access/v1/requests';

const text = z.string();
const submission = z.object({
  subject: z.object({ type: z.literal(SELF), id: text }),
  action: z.object({ name: z.literal(READ), properties: z.object({ field: text }) }),
  resource: z.object({ type: text, id: text }),
  context: z.object({ purpose: text.optional(), case: text.optional(), reason: text.optional() }).optional(),
  denial: z.object({ evaluation_id: text, expires_at: text, binding_token: text }),
});
type Submission = z.infer<typeof submission>;

/** With what requests are taken. */
export interface Requesting {
  readonly gateway: Gateway;
  readonly seal: DenialSeal;
  /** Address under which callers reach it. */
  readonly baseUrl: () => string;
}

const FILE = `mutation AccessRequest($input: RequestInformationInput!) {
  requestInformation(input: $input) { informationRequest { ${TOLD_REQUEST} } }
}`;
const TASK = `query AccessTask($id: ID!) { informationRequest(id: $id) { ${TOLD_REQUEST} } }`;

/** Takes requests that follow a denial, and tells what became of them: another face of \`requestInformation\`, with the same law and the same entries. */
export function requestsEndpoint(requesting: Requesting): Endpoint {
  return {
    methods: ['GET', 'POST'],
    async handle(request) {
      try {
        return request.method === 'POST' ? await submit(request, requesting) : await tell(request, requesting);
      } catch (error) {
        const { gateway } = requesting;
        const outcome = refusedBy(error, gateway.log);
        const response = await recorded(outcome, request, gateway);
        return asTold(response, originHeaders(request, outcome.reached.token));
      }
    },
  };
}

async function submit(request: GatewayRequest, requesting: Requesting): Promise<GatewayResponse> {
  const { gateway, seal } = requesting;
  const token = await stepFrom(NOTHING_REACHED, () => {
    refuseForgeable(request);
    return verifyCaller(request, gateway, gateway.clock());
  });
  const known = { ...NOTHING_REACHED, token };
  const sent = await stepFrom(known, () => parsed(readJson(request)));
  const { denial, context = {} } = sent;
  const purpose = context.purpose ?? request.purpose[0] ?? token.purposes[0] ?? '';
  const value = deniedValue(sent, purpose, context.case ?? request.caseId[0] ?? null);
  const { evaluation_id: evaluation, expires_at: expiresAt, binding_token: binding } = denial;
  if (value.subject !== token.subject.id || !seal.isOf(binding, { value, evaluation, expiresAt })) {
    return refusedTask(request, 'invalid_denial_binding', 'the request is not that of the denial', requesting);
  }
  if (!(gateway.clock() < Date.parse(expiresAt))) {
    return refusedTask(request, 'expired_denial', 'the denial is too long ago', requesting);
  }
  const input = {
    idempotencyKey: keyOf(request, binding),
    record: value.id,
    coordinates: [`${value.type}.${value.field}`],
    reason: context.reason ?? request.reason[0] ?? 'none given',
    evaluation,
  };
  const asked = { ...request, purpose: [purpose], ...(context.case === undefined ? {} : { caseId: [context.case] }) };
  const response = await graphql(asked, { query: FILE, variables: { input } }, gateway);
  return submitted(response, requesting);
}

const deniedValue = (
  { subject, resource, action }: Submission,
  purpose: string,
  caseId: string | null,
): DeniedValue => ({
  subject: subject.id,
  type: resource.type,
  id: resource.id,
  field: action.properties.field,
  purpose,
  caseId,
});

function parsed(value: unknown): Submission {
  const read = submission.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(issue?.path.join('.') ?? '', clauseOf(issue?.message ?? 'is unreadable'));
}

const KEY = /^"?([A-Za-z0-9._-]{8,64})"?$/;

/** The caller's own name for a request; left out, the denial that it follows: the same twice is one request. */
function keyOf({ idempotencyKey: [sent] = [] }: GatewayRequest, binding: string): string {
  if (sent === undefined) return createHash('sha256').update(binding).digest('hex');
  const [, key] = KEY.exec(sent) ?? [];
  if (key !== undefined) return key;
  throw new ClientError('INPUT_INVALID', '`Idempotency-Key` is 8 to 64 letters, digits, dots, underscores or hyphens');
}

async function tell(request: GatewayRequest, requesting: Requesting): Promise<GatewayResponse> {
  const id = new URLSearchParams(request.search).get('task') ?? '';
  const response = await graphql(request, { query: TASK, variables: { id } }, requesting.gateway);
  const { data, errors } = JSON.parse(textOf(response));
  if (errors !== undefined) return asTold(response, response.headers);
  const told: ToldRequest | null = data.informationRequest;
  return told === null
    ? problem('unknown_task', 'no such task', null)
    : taskTold(200, taskOf(told, `${requesting.baseUrl()}${REQUESTS_PATH}`, requesting.gateway.clock()));
}

/** Asks the gateway itself, as the caller would by GraphQL: identified, admitted, decided and recorded there. */
function graphql(request: GatewayRequest, asked: object, gateway: Gateway): Promise<GatewayResponse> {
  const body = Buffer.from(JSON.stringify(asked));
  return answerInOtherForm(
    {
      ...request,
      method: 'POST',
      isStream: false,
      search: '',
      contentType: ['application/json'],
      contentEncoding: [],
      body,
    },
    gateway,
  );
}

/** What became of a request, by the code that it was refused with. */
const REFUSED: Readonly<Record<string, Problem>> = {
  NOT_FOUND: 'not_requestable',
  INPUT_INVALID: 'not_requestable',
  WRITE_DENIED: 'not_requestable',
  IDEMPOTENCY_KEY_REUSED: 'duplicate_request',
};

function submitted(response: GatewayResponse, { gateway, baseUrl }: Requesting): GatewayResponse {
  const { data, errors, extensions } = JSON.parse(textOf(response));
  const [error] = errors ?? [];
  if (error !== undefined) {
    const refused = REFUSED[String(error.extensions?.code)];
    if (refused === undefined) return asTold(response, response.headers);
    return problem(refused, String(error.message), extensions?.audit?.receipt ?? null);
  }
  const told: ToldRequest = data.requestInformation.informationRequest;
  return taskTold(202, taskOf(told, `${baseUrl()}${REQUESTS_PATH}`, gateway.clock()));
}

/** A refusal that no service was asked for, on the ledger like any other. */
async function refusedTask(
  request: GatewayRequest,
  name: Problem,
  detail: string,
  { gateway }: Requesting,
): Promise<GatewayResponse> {
  const token = verifyCaller(request, gateway, gateway.clock());
  const refusal = await stepFrom({ ...NOTHING_REACHED, token }, () => {
    throw new ClientError('INPUT_INVALID', detail, 'denial');
  }).catch((error: unknown) => refusedBy(error, gateway.log));
  const response = await recorded(refusal, request, gateway);
  if (response.status !== 400) return asTold(response, response.headers);
  return problem(name, detail, JSON.parse(textOf(response)).extensions?.audit?.receipt ?? null);
}

/** A failure of GraphQL's in the form of this API. */
function asTold(response: GatewayResponse, headers: Readonly<Record<string, string>>): GatewayResponse {
  const { errors, extensions } = JSON.parse(textOf(response));
  const { message, extensions: more } = Object(errors?.[0]);
  const body = JSON.stringify({ code: Object(more).code, message, evaluation_id: extensions?.audit?.receipt });
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status: response.status, requestError: false, headers: { ...headers, ...response.headers, ...type }, body };
}
