import type { IncomingMessage, ServerResponse } from 'node:http';
import { InternalError } from '@chancery/shared/errors';
import { readBody, valuesOf } from '@chancery/shared/http/read-body';
import { RequestCut } from '../execute/cut.js';
import { BODY_BYTES_MAX } from '../limit/limits.js';
import { refusal } from '../respond/refusal.js';
import { chooseMediaType } from './accept.js';
import { askedHeaders } from './asked-headers.js';
import { preflightHeaders, VARY } from './cross-origin.js';
import type { Drain } from './drain.js';
import { encodeBody } from './encode-body.js';
import type { EventSink } from './event-sink.js';
import { EventStream } from './event-stream.js';
import { type LineSink, LineStream } from './line-stream.js';
import type { GatewayRequest, GatewayResponse } from './request.js';
import { send, sendNothing, sendPlain } from './send.js';

/** A resource that is asked with a token: its methods, and what answers them. */
export interface Endpoint {
  readonly methods: readonly GatewayRequest['method'][];
  /** Where it is not that of a request. */
  readonly bodyBytesMax?: number;
  handle(request: GatewayRequest): Promise<GatewayResponse>;
  /** The same for who takes a stream: null when it was begun, or the answer in its place. */
  stream?(request: GatewayRequest, open: OpenSink): Promise<GatewayResponse | null>;
  /** The same for who takes a whole connection by lines. */
  export?(request: GatewayRequest, open: OpenLines): Promise<GatewayResponse | null>;
}

/** Opens the way to a caller, with headers where the protocol has any. */
export type OpenSink = (headers: GatewayResponse['headers']) => EventSink;

/** The same for lines. */
export type OpenLines = (headers: GatewayResponse['headers']) => LineSink;

/** What an endpoint is served with. */
export interface EndpointServing {
  readonly drain: Drain;
  listsOrigin(origin: string): boolean;
}

/** Serves one request to an endpoint, by its method. */
export async function serveEndpoint(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  { drain, listsOrigin }: EndpointServing,
): Promise<void> {
  const allow = [...endpoint.methods, 'OPTIONS'].join(', ');
  const method = endpoint.methods.find((known) => known === request.method);
  const body = await readBody(request, endpoint.bodyBytesMax ?? BODY_BYTES_MAX);
  if (request.method === 'OPTIONS') {
    const cors = preflightHeaders(valuesOf(request, 'origin')[0], endpoint.methods.join(', '), listsOrigin);
    return sendNothing(response, { allow, vary: VARY, ...cors });
  }
  // HEAD among them: an entry would tell of values that nobody got.
  if (method === undefined) return sendPlain(response, 405, `use ${endpoint.methods.join(' or ')}`, { allow });
  const { contentType, isLegacy, isStream, isExport } = chooseMediaType(request.headers.accept);
  const asked = toGatewayRequest(request, response, { method, isStream, search, body });
  const open: OpenSink = (headers) => new EventStream(response, { vary: VARY, ...headers });
  const openLines: OpenLines = (headers) => new LineStream(response, { vary: VARY, ...headers });
  // Nothing was begun for it, so there is nothing to record.
  const answer = drain.isDraining
    ? refusal(new InternalError('OVERLOADED', 'the gateway is being stopped'))
    : isStream && endpoint.stream
      ? await endpoint.stream(asked, open)
      : isExport && endpoint.export
        ? await endpoint.export(asked, openLines)
        : await endpoint.handle(asked);
  if (answer === null) return;
  const status = isLegacy && answer.requestError ? 200 : answer.status;
  const encoded = await encodeBody(answer.body, request.headers['accept-encoding']);
  const headers = { 'content-type': contentType, vary: VARY, ...answer.headers, ...encoded.headers };
  send(response, status, headers, encoded.bytes);
}

function toGatewayRequest(
  request: IncomingMessage,
  response: ServerResponse,
  read: Pick<GatewayRequest, 'method' | 'isStream' | 'search' | 'body'>,
): GatewayRequest {
  const signal = new RequestCut();
  response.once('close', () => {
    if (!response.writableFinished) signal.cut(new Error('the caller has gone away'));
  });
  return {
    networkAddress: request.socket.remoteAddress ?? '',
    signal,
    whenOver: (listener) => {
      if (response.closed) listener();
      else response.once('close', listener);
    },
    ...read,
    ...askedHeaders(request),
  };
}
