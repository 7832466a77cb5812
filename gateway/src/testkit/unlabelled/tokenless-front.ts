import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as ask } from 'undici';

export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

export interface FrontOptions {
  readonly port: number;
  /** The gateway that is asked. */
  readonly behind: string;
  /** What a request is sent on with, whoever sent it. */
  headers(): Readonly<Record<string, string>>;
}

/** Sends every request on as one and the same subject's; on loopback, for it opens the gateway to whoever reaches it. */
export async function startFront({ port, behind, headers }: FrontOptions): Promise<Front> {
  const open = (): Server =>
    createServer((request, response) => {
      sendOn(request, response, behind, headers()).catch(() => {
        if (!response.headersSent) response.writeHead(502);
        response.end();
      });
    });
  const first = open();
  await listen(first, port, '127.0.0.1');
  const { port: taken } = first.address() as AddressInfo;
  // `localhost` may mean either; a machine without the other has one address less.
  const second = open();
  const both = await listen(second, taken, '::1').then(
    () => [first, second],
    () => [first],
  );
  return {
    url: `http://127.0.0.1:${taken}`,
    close: async () => {
      await Promise.all(both.map(closeNow));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closeNow(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}

async function sendOn(
  request: IncomingMessage,
  response: ServerResponse,
  behind: string,
  added: Readonly<Record<string, string>>,
): Promise<void> {
  const { accept = '*/*', 'content-type': contentType = 'application/json' } = request.headers;
  const answer = await ask(`${behind}${request.url}`, {
    method: request.method === 'GET' ? 'GET' : 'POST',
    headers: { accept, 'content-type': contentType, ...added },
    body: request.method === 'GET' ? null : request,
  });
  response.writeHead(answer.statusCode, { 'content-type': `${answer.headers['content-type'] ?? 'application/json'}` });
  response.end(await answer.body.text());
}
