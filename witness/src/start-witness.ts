import type { IncomingMessage } from 'node:http';
import { readBody } from '@chancery/shared/http/read-body';
import { plain, type ServedAnswer, serveAnswers } from './serve-answers.js';
import { Witness, type WitnessOptions } from './witness.js';

export interface ServedWitnessOptions extends WitnessOptions {
  readonly host: string;
  readonly port: number;
}

export interface RunningWitness {
  readonly url: string;
  readonly witness: Witness;
  close(): Promise<void>;
}

/** Room for sixteen signatures of nearly 5 kB (C2SP signed-note) and a proof. */
const BODY_BYTES_MAX = 128 * 1024;

/** Serves one witness: `POST /add-checkpoint`, `GET /checkpoint?origin=`, `GET /health`. */
export async function startWitness(options: ServedWitnessOptions): Promise<RunningWitness> {
  const witness = new Witness(options);
  const { url, close } = await serveAnswers(options, (request) => serve(witness, request));
  return { url, witness, close };
}

async function serve(witness: Witness, request: IncomingMessage): Promise<ServedAnswer> {
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
