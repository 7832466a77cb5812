import { OperationTypeNode } from 'graphql';
import { answerRead, type Gateway, readAsked, recorded } from './handle-request.js';
import type { Admission } from './stages/admit/admission.js';
import { identifyCaller } from './stages/identify/identify.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import { originHeaders } from './stages/receive/cross-origin.js';
import { refuseForeignPage } from './stages/receive/forgery.js';
import type { OpenSink } from './stages/receive/graphql-endpoint.js';
import type { GatewayRequest, GatewayResponse, TextResponse } from './stages/receive/request.js';
import type { Greeting } from './stages/receive/socket-session.js';
import { reachedBy, refusedBy, stepFrom, tokenOf } from './stages/record/outcome.js';
import type { AdmittedSubscription, Subscriptions } from './streams/subscriptions.js';

/** What streams are answered with. */
export interface StreamingGateway extends Gateway {
  readonly subscriptions: Subscriptions;
}

/**
 * One request whose answer is taken as a stream: a subscription, or any other operation as a stream of one answer. What is refused
 * before an operation was found is the answer that is returned; whatever else becomes of it is in the stream, and null is.
 */
export async function streamRequest(
  request: GatewayRequest,
  gateway: StreamingGateway,
  open: OpenSink,
): Promise<TextResponse | null> {
  const place = new Place(request);
  try {
    const read = await readAsked(place.request, gateway);
    const headers = originHeaders(request, read.asking.token);
    if (read.valid.operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const admitted = await admit(read, request, gateway);
      admitted.begin(open(headers));
      return null;
    }
    const answered = await answerRead(read, request, gateway);
    return await answerOnce(await recorded(answered, request, gateway), headers, open);
  } catch (error) {
    const refused = refusedBy(error, gateway.log);
    const response = await recorded(refused, request, gateway);
    const headers = originHeaders(request, tokenOf(refused));
    if (!response.requestError) return { ...response, headers: { ...response.headers, ...headers } };
    open(headers).fail(response.body);
    return null;
  } finally {
    place.leave();
  }
}

const admit = (
  read: ReadRequest,
  request: GatewayRequest,
  { subscriptions }: StreamingGateway,
): Promise<AdmittedSubscription> => stepFrom(reachedBy(read), () => subscriptions.admit(read, request));

async function answerOnce(response: TextResponse, headers: GatewayResponse['headers'], open: OpenSink): Promise<null> {
  const sink = open(headers);
  if (response.status === 200) sink.last(response.body);
  else sink.fail(response.body);
  return null;
}

/** The place among requests that are answered at once: a stream has it until it has begun, and then one among the streams. */
export class Place {
  readonly request: GatewayRequest;
  readonly #listeners: (() => void)[] = [];

  constructor(request: GatewayRequest) {
    this.request = { ...request, whenOver: (listener) => void this.#listeners.push(listener) };
  }

  leave(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Greets whoever opens a socket: its token must be believed, and so many sockets a subject may have. What it asks is verified each time. */
export async function greetSocket(request: GatewayRequest, gateway: Gateway, places: Admission): Promise<Greeting> {
  try {
    const token = await identifyCaller(request, gateway, gateway.clock());
    refuseForeignPage(request, token);
    return { refused: null, leave: places.enter(token.subject) };
  } catch (error) {
    const refused = refusedBy(error, gateway.log);
    // Nothing is disclosed by it, so nothing waits for its entry.
    void recorded(refused, request, gateway);
    return { refused: refused.error.code };
  }
}
