import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { readBody, valuesOf } from '@chancery/shared/http/read-body';
import { BODY_BYTES_MAX, CONNECTION, DRAIN } from '../limit/limits.js';
import { Drain, type DrainTimes } from './drain.js';
import { type Endpoint, serveEndpoint } from './graphql-endpoint.js';
import { parseTarget } from './parse-target.js';
import { send, sendFailure, sendPlain } from './send.js';

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
  /** By path: what is asked with a token. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Takes over a connection that is to become a web socket. */
  readonly upgrade?: (request: IncomingMessage, connection: Duplex, head: Buffer) => void;
  /** Whether any agreement lists the origin of a page. */
  listsOrigin(origin: string): boolean;
  failed(error: unknown): void;
}

export interface HttpServer {
  readonly url: string;
  /** Answers what is under way, refuses what comes, and ends in time. */
  close(): Promise<void>;
}

/** Serves the endpoints and the given routes on one port. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { headersTimeoutMs, requestTimeoutMs, checkedEveryMs, silentMs, takenMs, headBytesMax } =
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
      serve(request, response, options, drain)
        .catch((error: unknown) => {
          // A client that went away while it sent is no failure of ours.
          if (request.complete) options.failed(error);
          sendFailure(response);
        })
        .then(() => endUnlessTaken(response, takenMs));
    },
  );
  server.timeout = silentMs;
  if (options.upgrade) server.on('upgrade', options.upgrade);
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}`, close: () => drain.end(server, options.drain ?? DRAIN) };
}

/** Who takes a byte now and then is never silent, and would hold its answer and its place for as long as it likes. */
function endUnlessTaken(response: ServerResponse, withinMs: number): void {
  if (!response.writableEnded || response.writableFinished || response.destroyed) return;
  const late = setTimeout(() => response.destroy(), withinMs);
  response.once('close', () => clearTimeout(late));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
  drain: Drain,
): Promise<void> {
  // RFC 9112 section 3.2: whoever stands before us may have believed the other.
  if (valuesOf(request, 'host').length > 1) return sendPlain(response, 400, 'more than one host is named');
  const target = parseTarget(request.url ?? '');
  if (target === null) return sendPlain(response, 400, 'the request target is no path');
  const { path, search } = target;
  const endpoint = options.endpoints.get(path);
  if (endpoint) return serveEndpoint(endpoint, request, response, search, { drain, listsOrigin: options.listsOrigin });
  const { method = '' } = request;
  // Whoever serves GET serves HEAD (RFC 9110 section 9.1); Node keeps the body back.
  const route = options.routes.get(`${method === 'HEAD' ? 'GET' : method} ${path}`);
  if (!route) return sendAbsent(response, path, options.routes);
  const body = await readBody(request, BODY_BYTES_MAX);
  if (body === null) return sendPlain(response, 413, `the body is longer than ${BODY_BYTES_MAX} bytes`);
  const answer = await route(request, body);
  send(response, answer.status, answer.headers, answer.body);
}

/** A resource that there is not, or not by this method. */
function sendAbsent(response: ServerResponse, path: string, routes: HttpServerOptions['routes']): void {
  const methods = [...routes.keys()].flatMap((key) =>
    key.endsWith(` ${path}`) ? [key.slice(0, key.indexOf(' '))] : [],
  );
  if (methods.length === 0) sendPlain(response, 404, 'not found');
  else sendPlain(response, 405, `use ${methods.join(' or ')}`, { allow: methods.join(', ') });
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
