import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cut } from '../execute/cut.js';
import { BODY_BYTES_MAX, CONNECTION } from '../limit/limits.js';
import { type HttpServer, type Route, startHttpServer } from './http-server.js';
import type { GatewayRequest, GatewayResponse } from './request.js';

const OK: GatewayResponse = { status: 200, requestError: false, headers: {}, body: '{"data":null}' };
const CONNECTION_OF_TEST = {
  ...CONNECTION,
  headersTimeoutMs: 200,
  requestTimeoutMs: 400,
  checkedEveryMs: 50,
  takenMs: 500,
};

let server: HttpServer;
let port: number;
let impatient: HttpServer;
const seen: GatewayRequest[] = [];
const failures: unknown[] = [];
/** Null for one that does not come while its client waits. */
let answer: GatewayResponse | Error | null = OK;

const portOf = ({ url }: HttpServer): number => Number(new URL(url).port);

const LISTED = 'https://ui.usa.example';
const handle = async (request: GatewayRequest): Promise<GatewayResponse> => {
  seen.push(request);
  if (answer instanceof Error) throw answer;
  if (answer !== null) return answer;
  await new Promise<void>((resolve) => request.signal.addEventListener('abort', resolve));
  return OK;
};

const start = (connection: { readonly [K in keyof typeof CONNECTION]: number }) =>
  startHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map<string, Route>([
      ['POST /echo', (_, body) => ({ status: 200, headers: {}, body: `${body.byteLength}` })],
      ['GET /health', () => ({ status: 200, headers: {}, body: 'well' })],
    ]),
    connection,
    drain: { leastMs: 0, mostMs: 1_000 },
    endpoints: new Map([['/graphql', { methods: ['GET', 'POST'], handle }]]),
    listsOrigin: (origin) => origin === LISTED,
    failed: (error) => failures.push(error),
  });

beforeAll(async () => {
  server = await start({ ...CONNECTION });
  impatient = await start(CONNECTION_OF_TEST);
  port = portOf(server);
});
afterAll(async () => {
  await server.close();
  await impatient.close();
});
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
  seen.length = 0;
  answer = OK;
});

/** Sends bytes as they are and gives all that comes back until the server closes. */
const sendRaw = (...chunks: readonly (string | Buffer)[]): Promise<string> => sendTo(port, ...chunks);

function sendTo(to: number, ...chunks: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(to, '127.0.0.1');
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(text));
    for (const chunk of chunks) socket.write(chunk);
  });
}

const head = (line: string, ...headers: readonly string[]): string =>
  `${[`${line} HTTP/1.1`, 'host: gateway', 'connection: close', ...headers].join('\r\n')}\r\n\r\n`;
const post = (target: string, body: string | Buffer, ...headers: readonly string[]) =>
  sendRaw(head(`POST ${target}`, 'content-type: application/json', `content-length: ${body.length}`, ...headers), body);
const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);

describe('the target of a request', () => {
  it.each([
    ['//', 404],
    ['/\\', 404],
    ['//[', 404],
    ['//gateway/graphql', 404],
    ['/x/../graphql', 404],
    ['http://[', 400],
    ['http://[/graphql', 400],
    ['http://gateway/graphql', 200],
    ['/graphql?x=1', 200],
  ])('`%s` is answered with %i, and alarms nobody', async (target, status) => {
    expect(statusOf(await post(target, '{}'))).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'QUERY'])(
    'by %s is 405, and says which to use',
    async (method) => {
      const text = await sendRaw(head(`${method} /graphql?query=%7Ba%7D`));
      expect(statusOf(text)).toBe(405);
      expect(text.toLowerCase()).toContain('allow: get, post, options');
      expect(seen).toEqual([]);
    },
  );

  it('of another resource by a method that it does not have is 405, HEAD is GET without the body', async () => {
    expect(statusOf(await sendRaw(head('PUT /health')))).toBe(405);
    expect(await sendRaw(head('GET /health'))).toMatch(/\r\n\r\nwell$/);
    expect(await sendRaw(head('HEAD /health'))).toMatch(/^HTTP\/1\.1 200[\s\S]*content-length: 4\r\n[\s\S]*\r\n\r\n$/);
  });

  it('at two hosts is refused', async () => {
    expect(statusOf(await sendRaw(head('GET /graphql?query={a}', 'host: elsewhere')))).toBe(400);
    expect(seen).toEqual([]);
  });

  it('hands its query on as it was sent', async () => {
    await sendRaw(head('GET /graphql?query=%7Ba%7D&variables=%3F?'));
    expect(seen[0]).toMatchObject({ method: 'GET', search: 'query=%7Ba%7D&variables=%3F?' });
  });
});

describe('a preflight', () => {
  const preflight = (origin: string) =>
    sendRaw(head('OPTIONS /graphql', `origin: ${origin}`, 'access-control-request-method: POST'));

  it('is answered without a token for an origin that some agreement lists', async () => {
    const sent = await preflight(LISTED);
    expect(statusOf(sent)).toBe(204);
    const text = sent.toLowerCase();
    expect(text).toContain(`access-control-allow-origin: ${LISTED}\r\n`);
    expect(text).toContain('access-control-allow-methods: get, post\r\n');
    expect(text).toMatch(/access-control-allow-headers: .*authorization.*chancery-purpose/);
    // Nothing here reads a cookie.
    expect(text).not.toContain('allow-credentials');
  });

  it.each(['https://ui.deu.example', 'null', '*', `${LISTED}.example`, 'http://ui.usa.example'])(
    'of %s is told nothing',
    async (origin) => {
      const text = await preflight(origin);
      expect(statusOf(text)).toBe(204);
      expect(text.toLowerCase()).not.toContain('access-control');
    },
  );

  it('asks nobody, and is kept by nobody for another origin', async () => {
    expect((await preflight(LISTED)).toLowerCase()).toMatch(/vary: .*origin/);
    expect(seen).toEqual([]);
  });
});

describe('the encoding of an answer', () => {
  const LONG = JSON.stringify({ data: 'x'.repeat(20_000) });
  const encodingOf = async (accepted: string | null, body = LONG) => {
    answer = { ...OK, body };
    const text = await post('/graphql', '{}', ...(accepted === null ? [] : [`accept-encoding: ${accepted}`]));
    return /content-encoding: (\w+)/i.exec(text)?.[1] ?? null;
  };

  it.each([
    [null, null],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'gzip'],
    ['br, gzip', 'br'],
    ['gzip;q=0.5, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', null],
    ['identity', null],
    ['identity, gzip;q=0.5', null],
    ['deflate', null],
    ['*', 'br'],
    ['', null],
  ])('for `Accept-Encoding: %s` is %s', async (accepted, encoding) => {
    expect(await encodingOf(accepted)).toBe(encoding);
  });

  it('is none for what fits a packet', async () => {
    expect(await encodingOf('gzip', '{"data":null}')).toBeNull();
  });

  it.each(['gzip', 'br'])('%s gives the bytes back', async (encoding) => {
    answer = { ...OK, body: LONG };
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
      body: '{}',
    });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(1_000);
    expect(await response.text()).toBe(LONG);
  });
});

describe('headers', () => {
  it('are handed on as often as they were sent', async () => {
    await post('/graphql', '{}', 'authorization: Bearer a', 'Authorization: Bearer b', 'chancery-purpose: TRANSIT');
    expect(seen[0]).toMatchObject({
      authorization: ['Bearer a', 'Bearer b'],
      purpose: ['TRANSIT'],
      caseId: [],
      contentType: ['application/json'],
    });
  });

  it('that the answer needs beside its status go out with it', async () => {
    answer = { status: 401, requestError: false, headers: { 'www-authenticate': 'Bearer' }, body: '{}' };
    const text = await post('/graphql', '{}');
    expect(statusOf(text)).toBe(401);
    expect(text.toLowerCase()).toContain('www-authenticate: bearer');
  });

  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json;q=0.1, application/json;q=0.9', 200],
  ])('with `Accept: %s` give a request error status %i and that type', async (accept, status) => {
    answer = { status: 400, requestError: true, headers: {}, body: '{}' };
    const text = await post('/graphql', '{}', `accept: ${accept}`);
    expect(statusOf(text)).toBe(status);
    const type = status === 200 ? 'application/json' : 'application/graphql-response+json';
    expect(text.toLowerCase()).toContain(`content-type: ${type}; charset=utf-8`);
  });
});

describe('a body that is too long', () => {
  it.each([BODY_BYTES_MAX + 1, 500_000, 1_000_000, 5_000_000, 15_000_000])(
    'of %i bytes is read on, so that its sender reads the answer',
    async (length) => {
      const body = Buffer.alloc(length, 0x20);
      const answered = Array.from({ length: 4 }, () => post('/graphql', body));
      expect((await Promise.all(answered)).map(statusOf)).toEqual([200, 200, 200, 200]);
      expect(seen.map((request) => request.body)).toEqual([null, null, null, null]);
      expect(statusOf(await post('/echo', body))).toBe(413);
    },
  );

  it('is handed on whole at the limit', async () => {
    await post('/graphql', Buffer.alloc(BODY_BYTES_MAX, 0x20));
    expect(seen[0]?.body).toHaveLength(BODY_BYTES_MAX);
  });
});

it('a failure of ours is status 500 without a word, and the operator is told', async () => {
  answer = new Error('the secret');
  const text = await post('/graphql', '{}');
  expect(statusOf(text)).toBe(500);
  expect(text).not.toContain('secret');
  expect(failures.splice(0)).toEqual([answer]);
});

describe('a slow client', () => {
  it.each([
    ['whose headers do not end', 'POST /graphql HTTP/1.1\r\nhost: gateway\r\n'],
    ['whose body does not end', 'POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-length: 10\r\n\r\n{'],
  ])('%s is cut off in the time that is written, and alarms nobody', async (_, bytes) => {
    const begun = performance.now();
    expect(statusOf(await sendTo(portOf(impatient), bytes))).toBe(408);
    // Node's own rhythm of looking is 30 s.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(seen).toEqual([]);
  });

  it('that neither sends nor gets a byte for so long loses its connection, and what is done for it is told to stop', async () => {
    const silent = await start({ ...CONNECTION, silentMs: 100 });
    answer = null;
    expect(await sendTo(portOf(silent), head('GET /graphql?query={a}'))).toBe('');
    const signal: Cut = seen[0]?.signal ?? AbortSignal.abort();
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
    expect(seen).toHaveLength(1);
    await silent.close();
  });

  it('that goes away while it sends alarms nobody', async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.write('POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-length: 10\r\n\r\n{', () => resolve());
    });
    socket.resetAndDestroy();
    expect(statusOf(await post('/graphql', '{}'))).toBe(200);
  });
});

describe('a client that reads slowly', () => {
  const BYTES = 64 * 1024 * 1024;
  const SIP_EVERY_MS = 10;

  /** Takes a piece now and then, so that the connection is never silent; gives the bytes that came until it was ended. */
  const sip = (to: number): Promise<number> =>
    new Promise((resolve) => {
      let bytes = 0;
      const socket = connect(to, '127.0.0.1');
      const timer = setInterval(() => socket.resume(), SIP_EVERY_MS);
      socket.on('data', (data) => {
        bytes += data.length;
        socket.pause();
      });
      socket.once('error', () => {});
      socket.once('close', () => {
        clearInterval(timer);
        resolve(bytes);
      });
      socket.write(`${head('POST /graphql', 'content-type: application/json', 'content-length: 2')}{}`);
    });

  it('holds up nobody, is ended in time, and gives back its place', async () => {
    answer = { ...OK, body: 'x'.repeat(BYTES) };
    const slow = sip(portOf(impatient));
    while (seen.length === 0) await new Promise(setImmediate);
    const over = new Promise<void>((resolve) => seen[0]?.whenOver(resolve));

    expect(statusOf(await sendTo(portOf(impatient), head('GET /health')))).toBe(200);
    await over;
    expect(await slow).toBeLessThan(BYTES);
  });

  it('that takes its answer in time has all of it', async () => {
    answer = { ...OK, body: 'x'.repeat(BYTES / 16) };
    const text = await sendTo(portOf(impatient), head('POST /graphql', 'content-length: 2'), '{}');
    expect(text.length).toBeGreaterThan(BYTES / 16);
  });
});
