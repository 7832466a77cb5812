import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '@chancery/shared/log';

/** What is answered to one request. */
export interface ServedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export interface AnsweringServer {
  readonly url: string;
  close(): Promise<void>;
}

/** An answer of plain text. */
export const plain = (status: number, body: string): ServedAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/** Serves one function over HTTP; TLS ends before it. */
export async function serveAnswers(
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: Log },
  answer: (request: IncomingMessage) => Promise<ServedAnswer>,
): Promise<AnsweringServer> {
  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        log({ event: 'witness', message: `an answer failed: ${String(error)}` });
        return plain(500, 'failed\n');
      })
      .then(({ status, contentType, body }) => {
        response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
