import type { ServerResponse } from 'node:http';

type Headers = Readonly<Record<string, string>>;

/** Of every response. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Ends a response with a whole body. */
export function send(response: ServerResponse, status: number, headers: Headers, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...SECURITY_HEADERS, ...headers });
  response.end(body);
}

/** Ends a response that has no body (RFC 9110 section 15.3.5). */
export function sendNothing(response: ServerResponse, headers: Headers): void {
  response.writeHead(204, { ...SECURITY_HEADERS, ...headers });
  response.end();
}

/** Ends a response that is no GraphQL. */
export function sendPlain(response: ServerResponse, status: number, text: string, headers: Headers = {}): void {
  send(response, status, { 'content-type': 'text/plain; charset=utf-8', ...headers }, text);
}

/** Ends a response that failed, without a word. */
export function sendFailure(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(500, SECURITY_HEADERS);
  response.end();
}
