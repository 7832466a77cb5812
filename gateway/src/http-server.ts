import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BODY_BYTES_MAX } from './limit.js';
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
  handle(request: GatewayRequest): Promise<GatewayResponse>;
  failed(error: unknown): void;
}

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

const GRAPHQL_RESPONSE = 'application/graphql-response+json';
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Serves /graphql and the given routes on one port. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      options.failed(error);
      if (!response.headersSent) response.writeHead(500, SECURITY_HEADERS);
      response.end();
    });
  });
  // A client that opens a connection and sends nothing must not hold it for ever.
  server.requestTimeout = 15_000;
  server.headersTimeout = 5_000;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}`, close: () => close(server) };
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpServerOptions): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://gateway');
  const route = options.routes.get(`${request.method} ${pathname}`);
  if (!route && pathname !== '/graphql') return plain(response, 404, 'not found');
  if (!route && request.method !== 'POST') return plain(response, 405, 'use POST', { allow: 'POST' });
  const body = await readBody(request);
  if (body === null) return plain(response, 413, `the body is larger than ${BODY_BYTES_MAX} bytes`);
  if (route) {
    const answer = await route(request, body);
    return send(response, answer.status, answer.headers, answer.body);
  }
  const answer = await options.handle(toGatewayRequest(request, response, body));
  const legacy = !acceptsGraphqlResponse(request);
  send(
    response,
    legacy && answer.requestError ? 200 : answer.status,
    { 'content-type': `${legacy ? 'application/json' : GRAPHQL_RESPONSE}; charset=utf-8` },
    answer.body,
  );
}

const acceptsGraphqlResponse = (request: IncomingMessage): boolean =>
  (request.headers.accept ?? '').includes(GRAPHQL_RESPONSE);

function toGatewayRequest(request: IncomingMessage, response: ServerResponse, body: Uint8Array): GatewayRequest {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  return {
    authorization: request.headers.authorization,
    purpose: single(request.headers['chancery-purpose']),
    caseId: single(request.headers['chancery-case']),
    reason: single(request.headers['chancery-reason']),
    contentType: request.headers['content-type'],
    body,
    networkAddress: request.socket.remoteAddress ?? '',
    signal: abort.signal,
  };
}

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** Null when the body is over the limit; the rest of it is then not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
