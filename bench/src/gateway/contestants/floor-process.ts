import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Dispatcher, Pool } from 'undici';

// What any gateway on Node has to do: the same calls with the same bodies, wave by wave; each answer parsed; and an answer of
// the same size written out. It checks nothing, plans nothing and merges nothing.

/** For each document the calls in their waves, and the answer that comes of them. */
export interface FloorScript {
  readonly origin: string;
  readonly queries: Readonly<Record<string, FloorQuery>>;
}

export interface FloorQuery {
  readonly waves: readonly (readonly FloorCall[])[];
  readonly answer: unknown;
}

export interface FloorCall {
  readonly path: string;
  readonly body: string;
}

class Reader implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = [];
  readonly #resolve: (text: string) => void;
  readonly #reject: (error: Error) => void;

  constructor(resolve: (text: string) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {}

  onResponseStart(): void {}

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve(Buffer.concat(this.#chunks).toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

function serveFloor(script: FloorScript): void {
  const pool = new Pool(script.origin, { connections: 64 });
  const fetchOne = ({ path, body }: FloorCall): Promise<unknown> =>
    new Promise<string>((resolve, reject) => {
      pool.dispatch({ path, method: 'POST', headers: HEADERS, body }, new Reader(resolve, reject));
    }).then((text) => JSON.parse(text));

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const found = script.queries[query];
    if (!found) throw new RangeError('a document without a script');
    for (const wave of found.waves) await Promise.all(wave.map(fetchOne));
    const body = JSON.stringify(found.answer);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ ready: { url: `http://127.0.0.1:${port}/graphql` } })}\n`);
  });
}

serveFloor(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
