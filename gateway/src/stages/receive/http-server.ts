import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InternalError } from '@chancery/shared/errors';
import { readBody, valuesOf } from '@chancery/shared/http/read-body';
import { BODY_BYTES_MAX, CONNECTION, DRAIN } from '../limit/limits.js';
import { refusal } from '../respond/refusal.js';
import { chooseMediaType } from './accept.js';
import { Drain, type DrainTimes } from './drain.js';
import { parseTarget } from './parse-target.js';
import type { GatewayRequest, GatewayResponse } from './request.js';

/** A resource beside /graphql: health, readiness, and in a demonstration the page and its tokens. */
export type Route = (request: IncomingMessage, body: Uint8Array) => Promise<RouteResponse> | RouteResponse;

export interface RouteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  /** By method and path, `GET /health`. */
  readonly routes: ReadonlyMap<string, Route>;
  readonly drain?: DrainTimes;
  readonly connection?: { readonly [K in keyof typeof CONNECTION]: number };
  handle(request: GatewayRequest): Promise<GatewayResponse>;
  failed(error: unknown): void;
}

export interface HttpServer {
  readonly url: string;
  /** Answers what is under way, refuses what comes, and ends in time. */
  close(): Promise<void>;
}

const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Serves /graphql and the given routes on one port. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { headersTimeoutMs, requestTimeoutMs, checkedEveryMs, silentMs, headBytesMax } =
    options.connection ?? CONNECTION;
  const drain = new Drain();
  const server = createServer(
    {
      // A client that opens a connection and sends nothing must not hold it; Node looks for such only so often.
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: checkedEveryMs,
      maxHeaderSize: headBytesMax,
    },
    (request, response) => {
      drain.begin(response);
      serve(request, response, options, drain).catch((error: unknown) => {
        // A client that went away while it sent is no failure of ours.
        if (request.complete) options.failed(error);
        if (!response.headersSent) response.writeHead(500, SECURITY_HEADERS);
        response.end();
      });
    },
  );
  server.timeout = silentMs;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}`, close: () => drain.end(server, options.drain ?? DRAIN) };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
  drain: Drain,
): Promise<void> {
  const path = parseTarget(request.url ?? '');
  if (path === null) return plain(response, 400, 'the request target is no path');
  const route = options.routes.get(`${request.method} ${path}`);
  if (!route && path !== '/graphql') return plain(response, 404, 'not found');
  if (!route && request.method !== 'POST') return plain(response, 405, USE_POST, { allow: 'POST' });
  const body = await readBody(request, BODY_BYTES_MAX);
  if (route) {
    if (body === null) return plain(response, 413, `the body is longer than ${BODY_BYTES_MAX} bytes`);
    const answer = await route(request, body);
    return send(response, answer.status, answer.headers, answer.body);
  }
  const { contentType, isLegacy } = chooseMediaType(request.headers.accept);
  // Nothing was begun for it, so there is nothing to record.
  const answer = drain.isDraining
    ? refusal(new InternalError('OVERLOADED', 'the gateway is being stopped'))
    : await options.handle(toGatewayRequest(request, response, body));
  const status = isLegacy && answer.requestError ? 200 : answer.status;
  send(response, status, { 'content-type': contentType, ...answer.headers }, answer.body);
}

const USE_POST = 'use POST (urql: preferGetMethod: false; Apollo Client: useGETForQueries: false)';

function toGatewayRequest(request: IncomingMessage, response: ServerResponse, body: Uint8Array | null): GatewayRequest {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  return {
    authorization: valuesOf(request, 'authorization'),
    purpose: valuesOf(request, 'chancery-purpose'),
    caseId: valuesOf(request, 'chancery-case'),
    reason: valuesOf(request, 'chancery-reason'),
    contentType: valuesOf(request, 'content-type'),
    contentEncoding: valuesOf(request, 'content-encoding'),
    body,
    networkAddress: request.socket.remoteAddress ?? '',
    signal: abort.signal,
    whenOver: (listener) => {
      if (response.closed) listener();
      else response.once('close', listener);
    },
  };
}

function plain(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  send(response, status, { 'content-type': 'text/plain; charset=utf-8', ...headers }, text);
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function listen(server: Server, options: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
