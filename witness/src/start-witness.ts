import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '@chancery/shared/http/read-body';
import { Witness, type WitnessAnswer, type WitnessOptions } from './witness.js';

export interface ServedWitnessOptions extends WitnessOptions {
  readonly host: string;
  readonly port: number;
}

export interface RunningWitness {
  readonly url: string;
  readonly witness: Witness;
  close(): Promise<void>;
}

interface Answer extends Omit<WitnessAnswer, 'status'> {
  readonly status: number;
}

const BODY_BYTES_MAX = 64 * 1024;
const plain = (status: number, body: string): Answer => ({ status, contentType: 'text/plain; charset=utf-8', body });

/** Serves one witness: `POST /add-checkpoint`, `GET /checkpoint?origin=`, `GET /health`. */
export async function startWitness(options: ServedWitnessOptions): Promise<RunningWitness> {
  const witness = new Witness(options);
  const server = createServer((request, response) => {
    serve(witness, request)
      .catch((error: unknown) => {
        options.log({ event: 'witness', message: `an answer failed: ${String(error)}` });
        return plain(500, 'failed\n');
      })
      .then(({ status, contentType, body }) => {
        response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://${options.host}:${port}/`, witness, close };
}

async function serve(witness: Witness, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://witness');
  if (request.method === 'POST' && pathname === '/add-checkpoint') {
    const body = await readBody(request, BODY_BYTES_MAX);
    return body === null ? plain(413, 'too long\n') : witness.addCheckpoint(Buffer.from(body).toString());
  }
  if (request.method !== 'GET') return plain(405, 'not that method\n');
  if (pathname === '/health') {
    const alarms = witness.alarms();
    return alarms.length === 0 ? plain(200, 'ok\n') : plain(503, `alarm: ${alarms.join(', ')}\n`);
  }
  const latest = pathname === '/checkpoint' ? witness.latest(searchParams.get('origin') ?? '') : null;
  return latest === null ? plain(404, 'not found\n') : plain(200, latest);
}
