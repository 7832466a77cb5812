import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEPT_ANSWER_BYTES_MAX } from '@chancery/ledger/said/kept-answer';
import { readBody } from '@chancery/shared/http/read-body';
import { answer } from './answer.js';
import { Notary, type NotaryOptions } from './notary.js';

export interface ServedNotaryOptions extends NotaryOptions {
  readonly port: number;
  /** Between two rounds. */
  readonly everyMs?: number;
}

export interface RunningNotary {
  readonly url: string;
  readonly notary: Notary;
  close(): Promise<void>;
}

const EVERY_MS = 1_000;
const LOOPBACK = '127.0.0.1';
const HEADERS = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Signs at once and then every second, and answers the gateway on loopback. */
export async function startNotary(options: ServedNotaryOptions): Promise<RunningNotary> {
  const notary = new Notary(options);
  let rounds: Promise<void> = notary.round();
  let isUnderWay = true;
  const next = (): void => {
    if (isUnderWay) return;
    isUnderWay = true;
    rounds = notary.round().finally(() => {
      isUnderWay = false;
    });
  };
  void rounds.finally(() => {
    isUnderWay = false;
  });
  const timer = setInterval(next, options.everyMs ?? EVERY_MS);
  const server = createServer((request, response) => {
    readBody(request, KEPT_ANSWER_BYTES_MAX)
      .then((body) => answer(notary, new URL(request.url ?? '/', 'http://notary'), Buffer.from(body ?? []).toString()))
      .catch((error: unknown) => {
        options.log({ event: 'notary', message: `an answer failed: ${String(error)}` });
        return { status: 503, body: 'the ledger is away\n' };
      })
      .then(({ status, body }) => response.writeHead(status, HEADERS).end(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await new Promise((resolve) => server.close(resolve));
    await rounds;
    await notary.close();
  };
  return {
    url: `http://${LOOPBACK}:${port}`,
    notary,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
