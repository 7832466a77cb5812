import { ERRORS } from '@chancery/shared/errors';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Ending, exchangeBytes, statusesIn } from '../testkit/exchange-bytes.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { sendRaw } from '../testkit/send-raw.js';

const FUZZ_WITHIN_MS = 240_000;

let mesh: Mesh;
const logged: Readonly<Record<string, unknown>>[] = [];
beforeAll(async () => {
  mesh = await startMesh({ log: (line) => logged.push(line) });
  believed = mesh.tokenOf('deu.police', 'THREAT_PREVENTION');
}, MESH_STARTS_WITHIN_MS);
afterAll(() => mesh.close());

/** What no answer may hold: parts of a stack, names of files and of ours, values of exercise records. */
const OURS = /node_modules|\.[jt]s:\d+|\bat [A-Za-z.]+ \(|ECONN|postgres|zod|TypeError|SyntaxError|EX-[A-Z]-\d|CANARY/i;
/** Statuses that some rule of HTTP or of docs/errors.md gives. */
const EXPECTED = new Set([200, 204, 400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 417, 429, 431, 503]);
const QUERY = '{ viewer { agency } }';

/** Mostly well formed, or the parser of HTTP alone is tried. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });

const token = fc.stringMatching(/^[A-Za-z!#$%&'*+.^_`|~-]{1,12}$/);
const printable = fc.stringMatching(/^[ -~]{0,40}$/);
const line = mostly(
  printable,
  fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
);
const [ODD_NAMES, NAMES] = [
  ['transfer-encoding', 'content-length', 'expect', 'host', 'upgrade', 'connection'],
  [
    'accept',
    'accept-encoding',
    'authorization',
    'chancery-case',
    'chancery-purpose',
    'chancery-snapshot-at-least',
    'content-encoding',
    'content-type',
    'cookie',
    'origin',
    'traceparent',
    'x-http-method-override',
  ],
];
const names = mostly(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...ODD_NAMES), token));
const values = fc.oneof(
  line,
  fc.constantFrom(
    'application/json',
    'text/plain',
    'multipart/mixed;deferSpec=20220824, application/json',
    'gzip;q=NaN, br;q=2, *;q=',
    'chunked',
    '100-continue',
    'websocket',
    'null',
    'Bearer a.b.c',
    'a'.repeat(9_000),
    '9007199254740993',
  ),
);
const method = mostly(
  fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'TRACE'),
  fc.oneof(fc.constantFrom('CONNECT', 'PRI'), token),
);
const target = mostly(
  fc.oneof(
    fc.constantFrom('/graphql', '/graphql?', '/graphql?query=%7B', '/graphql?query=%ff&query=', '/ready', '/'),
    printable.map((text) => `/graphql?query=${encodeURIComponent(text)}`),
    printable.map((text) => `/graphql?${text.replaceAll(' ', '+')}`),
  ),
  fc.oneof(
    fc.constantFrom('//graphql', '*', 'x:443', 'http://[', 'http://other/graphql'),
    line.map((text) => text.replaceAll(' ', '')),
  ),
);
const body = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
  fc.constant(Buffer.from(JSON.stringify({ query: QUERY }))),
);

interface Spoken {
  readonly head: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly length: number | null;
  readonly start: string;
  readonly isBelieved: boolean;
}

const request = fc.record({
  start: fc
    .tuple(method, target, mostly(fc.constantFrom('HTTP/1.1', 'HTTP/1.0'), fc.constantFrom('HTTP/2.0', '')))
    .map((parts) => parts.join(' ')),
  isBelieved: fc.boolean(),
  head: fc.array(fc.tuple(fc.oneof(names, token), values), { maxLength: 4 }),
  body,
  length: mostly<number | null>(fc.constant(null), fc.integer({ min: -1, max: 300 })),
});

/** Of a token that is believed, for whoever is to come further. */
let believed: string;

function bytesOf({ start, head, body, length, isBelieved }: Spoken): Buffer {
  const lines = [start, 'host: gateway', ...head.map(([name, value]) => `${name}: ${value}`)];
  if (isBelieved) lines.push(`authorization: Bearer ${believed}`);
  if (length !== null || body.length > 0) lines.push(`content-length: ${length ?? body.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

function expectSound(text: string): void {
  expect(statusesIn(text).filter((status) => !EXPECTED.has(status))).toEqual([]);
  expect(text).not.toMatch(OURS);
}

async function expectAlive(): Promise<void> {
  const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY);
  expect(answer.body.data).toEqual({ viewer: { agency: 'DEU.police' } });
  expect(logged.filter(({ event }) => event !== 'subgraph unreachable')).toEqual([]);
}

describe('bytes that are no request', () => {
  it(
    'get a status that is meant, and nothing of ours',
    async () => {
      const property = fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        expectSound(await exchangeBytes(mesh.url, Buffer.from(bytes), 'half-close'));
      });
      await fc.assert(property, { numRuns: 40, seed: 8 });
      await expectAlive();
    },
    FUZZ_WITHIN_MS,
  );

  it(
    'pipelined, cut short or half closed neither stop the gateway nor alarm anybody',
    async () => {
      const endings = fc.constantFrom<Ending>('close', 'half-close', 'reset');
      const property = fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 3 }),
        endings,
        mostly<number | null>(fc.constant(null), fc.nat(400)),
        async (requests, ending, cut) => {
          const bytes = Buffer.concat(requests.map(bytesOf));
          expectSound(await exchangeBytes(mesh.url, cut === null ? bytes : bytes.subarray(0, cut), ending, 150));
        },
      );
      await fc.assert(property, { numRuns: 500, seed: 8 });
      await expectAlive();
    },
    FUZZ_WITHIN_MS,
  );
});

describe('requests of a token that is believed', () => {
  const said = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .record(
        {
          query: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(QUERY, 'mutation { __typename }', '{a', '')),
          operationName: fc.oneof(fc.string(), fc.constant(null), fc.integer()),
          variables: fc.jsonValue({ maxDepth: 3 }),
          extensions: fc.jsonValue({ maxDepth: 3 }),
          documentId: fc.oneof(fc.string(), fc.constant(`sha256:${'0'.repeat(64)}`)),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  );

  it(
    'are answered with a code of docs/errors.md or with data, and each has its entry',
    async () => {
      const headers = {
        authorization: `Bearer ${mesh.tokenOf('deu.police', 'THREAT_PREVENTION')}`,
        'content-type': 'application/json',
      };
      const property = fc.asyncProperty(said, fc.boolean(), async (text, byGet) => {
        const target = `/graphql?${new URLSearchParams({ query: text, variables: text })}`;
        const answer = await sendRaw(mesh.url, byGet ? { method: 'GET', target, headers } : { body: text, headers });
        expect(answer.status).not.toBe(500);
        expect(EXPECTED).toContain(answer.status);
        expect(answer.text.replaceAll(JSON.stringify(text).slice(1, -1), '')).not.toMatch(/node_modules|\.[jt]s:\d+/);
        const codes = (answer.body.errors ?? []).map(({ extensions }) => extensions.code);
        for (const code of codes) expect(Object.keys(ERRORS)).toContain(code);
        const { kind } = await mesh.ledger.entryOf(answer);
        expect(kind).toBe(answer.body.data === undefined ? 'REFUSED' : 'READ');
      });
      await fc.assert(property, { numRuns: 200, seed: 8 });
      await expectAlive();
    },
    FUZZ_WITHIN_MS,
  );
});
