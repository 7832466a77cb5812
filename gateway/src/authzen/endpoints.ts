import type { Consulting } from '../consult/consultations.js';
import { type Gateway, recorded } from '../handle-request.js';
import { Consulted } from '../stages/execute/consulted.js';
import { originHeaders } from '../stages/receive/cross-origin.js';
import type { Endpoint } from '../stages/receive/graphql-endpoint.js';
import { type GatewayRequest, type GatewayResponse, textOf } from '../stages/receive/request.js';
import {
  type Answered,
  NOTHING_REACHED,
  type Outcome,
  refusedBy,
  stepFrom,
  tokenOf,
} from '../stages/record/outcome.js';
import { accessAsking } from './access-asking.js';
import { type AccessName, accessBody, accessOperation, answeredAccess } from './access-entry.js';
import {
  parseActionSearch,
  parseBatch,
  parseEvaluation,
  parseResourceSearch,
  parseSubjectSearch,
} from './access-request.js';
import type { DenialSeal } from './denial-seal.js';
import { type AccessAnswering, type Evaluated, evaluate } from './evaluate.js';
import { evaluateBatch } from './evaluate-batch.js';
import { type Found, searchActions, searchResources, searchSubjects } from './search.js';

/** The answer to a request once its entry is made: the receipt is the id of the evaluation. */
type Told = (receipt: string) => object;
/** Answers what was sent. */
type Answer = (sent: unknown, answering: AccessAnswering & Telling) => Promise<Told>;

/** How an evaluation is told. A denial says how to ask for what is denied, where its caller may: it stays a denial. */
function evaluationTold(
  { decision, told, denied }: Evaluated,
  evaluation: string,
  { asking, requestable }: Telling,
): object {
  const context = { evaluation_id: evaluation, ...told };
  if (denied === undefined || requestable === null) return { decision, context };
  const expiresAt = requestable.seal.expiryOf(asking.now);
  const token = requestable.seal.tokenOf({ value: denied, evaluation, expiresAt });
  const request = { endpoint: requestable.endpoint(), expires_at: expiresAt, binding_token: token };
  return { decision, context: { ...context, access_request: request } };
}

/** Who is told, and by what a denial may be followed; null where no request follows. */
interface Telling extends Pick<AccessAnswering, 'asking'> {
  readonly requestable: Requestable | null;
}

/** What requests are bound to denials with, and where they are sent. */
export interface Requestable {
  readonly seal: DenialSeal;
  readonly endpoint: () => string;
}

const one: Answer = async (sent, answering) => {
  const outcome = await evaluate(parseEvaluation(sent), answering);
  return (receipt) => evaluationTold(outcome, receipt, answering);
};

const several: Answer = async (sent, answering) => {
  const batch = parseBatch(sent);
  if (batch === null) return one(sent, answering);
  const outcomes = await evaluateBatch(batch, answering);
  return (receipt) => ({ evaluations: outcomes.map((outcome) => evaluationTold(outcome, receipt, answering)) });
};

const found = ({ results, nextToken }: Found): Told => {
  const page = { next_token: nextToken, count: results.length };
  return (receipt) => ({ results, page, context: { evaluation_id: receipt } });
};

/** What the API answers, by its path (section 10.1). */
const ANSWERS: readonly { readonly path: string; readonly name: AccessName; readonly answer: Answer }[] = [
  { path: '/access/v1/evaluation', name: 'AccessEvaluation', answer: one },
  { path: '/access/v1/evaluations', name: 'AccessEvaluations', answer: several },
  {
    path: '/access/v1/search/subject',
    name: 'SearchSubject',
    answer: async (sent, answering) => found(await searchSubjects(parseSubjectSearch(sent), answering)),
  },
  {
    path: '/access/v1/search/resource',
    name: 'SearchResource',
    answer: async (sent, answering) => found(await searchResources(parseResourceSearch(sent), answering)),
  },
  {
    path: '/access/v1/search/action',
    name: 'SearchAction',
    answer: async (sent, answering) => found(await searchActions(parseActionSearch(sent), answering)),
  },
];

/** The endpoints of the Authorization API, asked with the tokens and headers that GraphQL is asked with. */
export function accessEndpoints(
  gateway: Gateway,
  consulting: Consulting,
  requestable: Requestable | null,
): readonly (readonly [string, Endpoint])[] {
  return ANSWERS.map(({ path, name, answer }) => {
    const handle = (request: GatewayRequest) =>
      handleAccess(request, name, answer, { gateway, consulting, requestable });
    return [path, { methods: ['POST'], handle }] as const;
  });
}

/** What the API is served with. */
interface Serving {
  readonly gateway: Gateway;
  readonly consulting: Consulting;
  readonly requestable: Requestable | null;
}

async function handleAccess(
  request: GatewayRequest,
  name: AccessName,
  answer: Answer,
  { gateway, consulting, requestable }: Serving,
): Promise<GatewayResponse> {
  let told: Told | null = null;
  const run = async (): Promise<Answered> => {
    const { asking, sent } = await accessAsking(request, name, gateway);
    const entry = { body: accessBody(name, sent), operation: accessOperation(name) };
    const reached = { ...NOTHING_REACHED, token: asking.token, asking, ...entry };
    const consulted = new Consulted();
    const mayAsk = gateway.granting.grant('requestInformation', asking.profile).accepted;
    const answering = { asking, consulting, consulted, requestable: mayAsk ? requestable : null };
    told = await stepFrom(reached, () => answer(sent, answering));
    return answeredAccess(name, asking, sent, consulted);
  };
  const outcome: Outcome = await run().catch((error: unknown) => refusedBy(error, gateway.log));
  // Recorded like any other request, and by its answer told whether it was.
  const response = await recorded(outcome, request, gateway);
  const headers = { ...originHeaders(request, tokenOf(outcome)), ...echoOf(request) };
  return toldAs(response, told, headers);
}

const BAD_REQUEST = 400;
const UNSUPPORTED = 415;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function toldAs(
  response: GatewayResponse,
  told: Told | null,
  headers: Readonly<Record<string, string>>,
): GatewayResponse {
  const { errors, extensions } = JSON.parse(textOf(response));
  if (errors === undefined && told !== null) {
    const body = JSON.stringify(told(String(extensions.audit.receipt)));
    return { status: 200, requestError: false, headers: { ...headers, ...JSON_TYPE }, body };
  }
  const [error] = errors ?? [];
  const { message, extensions: more } = Object(error);
  // A content type is bad input to this API (10.1.2); what accepts which is told all the same.
  const status = response.status === UNSUPPORTED ? BAD_REQUEST : response.status;
  const body = JSON.stringify({ code: Object(more).code, message, evaluation_id: extensions?.audit?.receipt });
  return { status, requestError: false, headers: { ...headers, ...response.headers, ...JSON_TYPE }, body };
}

/** The caller's own name for a request, as it came: a header that would not pass as one is no name. */
function echoOf({ requestId }: GatewayRequest): Readonly<Record<string, string>> {
  const [value, ...others] = requestId ?? [];
  return value !== undefined && others.length === 0 && /^[\x21-\x7e]{1,128}$/.test(value)
    ? { 'x-request-id': value }
    : {};
}
