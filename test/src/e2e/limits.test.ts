import { existsSync } from 'node:fs';
import {
  BODY_BYTES_MAX,
  BODY_NESTING_MAX,
  CONNECTION,
  DEPTH_MAX,
  DOCUMENT_NESTING_MAX,
  DOCUMENT_TOKENS_MAX,
  LIMITS,
  REPEATS_MAX,
  SEARCH_BYTES_MAX,
} from '@chancery/gateway/limit/limits';
import { FILTER_LEVELS_MAX, FILTER_TESTS_MAX } from '@chancery/shared/schema/combined-filter';
import { CURSOR_LENGTH_MAX, IN_MAX, PAGE_MAX, SEARCH_WORDS_MAX } from '@chancery/shared/schema/connection-args';
import { TOKEN_BYTES_MAX } from '@chancery/shared/subjects/unverified-token';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type RawRequest, sendRaw } from '../testkit/send-raw.js';
import { codesOf } from './answer.js';

let mesh: Mesh;
beforeAll(async () => {
  mesh = await startMesh();
}, MESH_STARTS_WITHIN_MS);
afterAll(() => mesh.close());

const repeat = (count: number, item: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => item(at)).join(' ');
const query = (text: string, variables: object = {}): RawRequest => ({
  body: JSON.stringify({ query: text, variables }),
});
const BELOW = DEPTH_MAX - (DEPTH_MAX % 4);
/** Levels of fields below a post. */
const below = (levels: number): string =>
  levels === 0 ? 'id' : `${['warnings', 'edges', 'node', 'missions'][(BELOW - levels) % 4]} { ${below(levels - 1)} }`;
const deep = `{ missions { edges { node { ${below(BELOW)} } } } }`;
const wide = `{ ${repeat(41, (at) => `a${at}: viewer { ...F }`)} } fragment F on Viewer { ${repeat(50, (at) => `b${at}: agency`)} }`;
const compared = `{ ${repeat(90, (at) => `...F${at}`)} } ${repeat(90, (at) => `fragment F${at} on Query { ${repeat(9, () => 'viewer { agency }')} }`)}`;
const pages =
  '{ missions(first: 100) { edges { node { warnings(first: 100) { edges { node { missions { id } } } } } } } }';

/** What passes each limit of a request: the request, and the code or, where no GraphQL is spoken, the status. */
const PASSED: Readonly<Record<string, [RawRequest, number, string | null]>> = {
  'head of a request': [{ headers: { 'x-long': 'x'.repeat(CONNECTION.headBytesMax) } }, 431, null],
  token: [{ headers: { authorization: `Bearer ${'x'.repeat(TOKEN_BYTES_MAX)}` } }, 401, 'TOKEN_MALFORMED'],
  body: [{ body: ' '.repeat(BODY_BYTES_MAX + 1) }, 413, 'LIMIT_EXCEEDED'],
  'query of the target of a GET': [
    { method: 'GET', target: `/graphql?query=${'x'.repeat(SEARCH_BYTES_MAX)}` },
    414,
    'LIMIT_EXCEEDED',
  ],
  'requests in one body': [{ body: '[{"query":"{ viewer { agency } }"}]' }, 400, 'BATCH_NOT_SUPPORTED'],
  'lists and objects of the body, or of `variables` of a GET, inside one another': [
    { body: `{"query":"{a}","variables":{"x":${'['.repeat(BODY_NESTING_MAX)}` },
    400,
    'LIMIT_EXCEEDED',
  ],
  'tokens of the document': [query(`{ ${repeat(DOCUMENT_TOKENS_MAX, (at) => `a${at}`)} }`), 400, 'LIMIT_EXCEEDED'],
  'brackets of the document inside one another': [query('{a'.repeat(DOCUMENT_NESTING_MAX + 1)), 400, 'LIMIT_EXCEEDED'],
  'the same field, alias or fragment in one selection': [
    query(`{ viewer { ${repeat(REPEATS_MAX + 1, () => 'agency')} } }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  'comparisons of fields with one another': [query(compared), 400, 'LIMIT_EXCEEDED'],
  'lists of an introspection inside one another': [
    query('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'),
    400,
    'LIMIT_EXCEEDED',
  ],
  'levels of fields': [query(deep), 400, 'LIMIT_EXCEEDED'],
  'fields selected, fragments written out': [query(wide), 400, 'LIMIT_EXCEEDED'],
  'objects by the page sizes, multiplied along each path': [query(pages), 400, 'LIMIT_EXCEEDED'],
  'the same of an introspection': [
    query(`{ __schema { types { name fields { name ${repeat(100, (at) => `a${at}: args { name }`)} } } } }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  '`first`, `last`': [query(`{ missions(first: ${PAGE_MAX + 1}) { totalCount } }`), 400, 'INPUT_INVALID'],
  'values of one `in`': [
    query('query ($x: [String!]) { missions(filter: { city: { in: $x } }) { totalCount } }', {
      x: Array(IN_MAX + 1).fill('x'),
    }),
    400,
    'INPUT_INVALID',
  ],
  'filters inside one another': [
    query(
      `{ missions(filter: ${'{ not: '.repeat(FILTER_LEVELS_MAX)}{}${' }'.repeat(FILTER_LEVELS_MAX)}) { totalCount } }`,
    ),
    400,
    'INPUT_INVALID',
  ],
  'tests of one filter, parts counted': [
    query('query ($x: [MissionFilter!]) { missions(filter: { or: $x }) { totalCount } }', {
      x: Array(FILTER_TESTS_MAX / 2 + 1).fill({ city: { eq: 'x' } }),
    }),
    400,
    'INPUT_INVALID',
  ],
  '`search`': [
    query(
      `{ missions(search: "${Array.from({ length: SEARCH_WORDS_MAX + 1 }, (_, at) => `w${at}`).join(' ')}") { totalCount } }`,
    ),
    400,
    'INPUT_INVALID',
  ],
  '`ids` of `nodes`': [
    query('query ($x: [ID!]!) { nodes(ids: $x) { id } }', { x: Array(PAGE_MAX + 1).fill('mis_x') }),
    400,
    'INPUT_INVALID',
  ],
  '`explain`, `canShare`, `sight`, `maySee`, `recordHistory`, `receipt` and `namedPerson` of one request': [
    query(
      `query ($id: ID!) { ${repeat(11, (at) => `a${at}: explain(id: $id, coordinate: "EXISTENCE", asOf: "20${at + 10}-01-01T00:00:00Z") { allowed }`)} }`,
      { id: 'mis_x' },
    ),
    400,
    'INPUT_INVALID',
  ],
  'rows of a page of `sight`, of `maySee` and of `recordHistory`': [
    {
      headers: { 'chancery-reason': 'a test' },
      ...query('query ($id: ID!) { sight(id: $id, coordinate: "EXISTENCE", first: 101) { endCursor } }', {
        id: 'mis_x',
      }),
    },
    400,
    'INPUT_INVALID',
  ],
  'names that `namedPerson` tries': [
    {
      headers: { 'chancery-reason': 'a test' },
      ...query(
        'query ($x: [String!]!) { namedPerson(pseudonym: "a:0123456789abcdef", issuer: "i", subjects: $x) { subject } }',
        {
          x: Array(501).fill('one'),
        },
      ),
    },
    400,
    'INPUT_INVALID',
  ],
  'items of `orderBy`': [
    query('{ missions(orderBy: [{ city: ASC }, { city: DESC }]) { totalCount } }'),
    400,
    'INPUT_INVALID',
  ],
  cursor: [query(`{ missions(after: "${'x'.repeat(CURSOR_LENGTH_MAX + 1)}") { totalCount } }`), 400, 'INPUT_INVALID'],
  'wait for `Chancery-Snapshot-At-Least`': [
    { headers: { 'chancery-snapshot-at-least': '999' }, ...query('{ viewer { agency } }') },
    503,
    'SNAPSHOT_NOT_REACHED',
  ],
};

/** Limits that no single request passes, and the tests that hold them. */
const HELD_IN: Readonly<Record<string, string>> = {
  'time to send the head': 'gateway/src/stages/receive/http-server.test.ts',
  'time to send the whole request': 'gateway/src/stages/receive/http-server.test.ts',
  'time without a byte in either direction': 'gateway/src/stages/receive/http-server.test.ts',
  'time to take an answer': 'gateway/src/stages/receive/http-server.test.ts',
  'requests at once of one subject': 'test/src/e2e/admission.test.ts',
  'requests at once of one agency': 'test/src/e2e/admission.test.ts',
  'requests at once of all': 'gateway/src/stages/admit/admission.test.ts',
  'values of the answer': 'gateway/src/stages/redact/answer-budget.test.ts',
  'values of an introspection': 'gateway/src/stages/redact/answer-budget.test.ts',
  'bytes of the answer': 'gateway/src/stages/redact/answer-budget.test.ts',
  'time of one call of a service': 'test/src/e2e/failing-subgraph.test.ts',
  'time of the services together': 'test/src/e2e/failing-subgraph.test.ts',
  'errors told of one document': 'gateway/src/stages/read/validate.test.ts',
  'errors told beside data': 'gateway/src/stages/redact/failures.test.ts',
  'paths that `explain` tells': 'packages/policy/src/paths/find-paths.test.ts',
  'decisions made to find paths': 'packages/policy/src/paths/find-paths.test.ts',
  '`evaluations` of one AuthZEN request': 'test/src/e2e/authzen.test.ts',
  '`page.limit` of an AuthZEN search': 'test/src/e2e/authzen.test.ts',
  'instants of a timeline': 'packages/policy/src/dated/timeline.test.ts',
  'exact paths of one item of `withheld`': 'gateway/src/stages/redact/path-patterns.test.ts',
  'body read on to answer 413': 'gateway/src/stages/receive/http-server.test.ts',
};

/** The schema coordinate at which each of these is passed. */
const PASSED_AT: Readonly<Record<string, string>> = {
  'the same field, alias or fragment in one selection': 'Viewer.agency',
  'levels of fields': 'Mission.id',
  'fields selected, fragments written out': 'Viewer.agency',
  'objects by the page sizes, multiplied along each path': 'Warning.missions',
  'the same of an introspection': '__Field.args',
  '`first`, `last`': 'Query.missions(first:)',
  'values of one `in`': 'Query.missions(filter:)',
  '`ids` of `nodes`': 'Query.nodes(ids:)',
  'items of `orderBy`': 'Query.missions(orderBy:)',
  cursor: 'Query.missions(after:)',
};

describe('each limit of docs/clients.md', () => {
  it('is passed here, or held by a test of its own', () => {
    expect([...Object.keys(PASSED), ...Object.keys(HELD_IN)].sort()).toEqual(LIMITS.map(({ what }) => what).sort());
    for (const file of Object.values(HELD_IN))
      expect(existsSync(new URL(`../../../${file}`, import.meta.url))).toBe(true);
  });

  it.each(Object.entries(PASSED))('is told by its code: %s', async (what, [{ headers, ...request }, status, code]) => {
    const answer = await sendRaw(mesh.url, {
      ...request,
      headers: {
        authorization: `Bearer ${mesh.tokenOf('deu.police', 'THREAT_PREVENTION')}`,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
    });
    // What a service refuses is a part of an answer.
    expect([status, 200]).toContain(answer.status);
    expect(answer.status === 200 && code !== 'INPUT_INVALID').toBe(false);
    if (code === null) return;
    expect([...new Set(codesOf(answer))]).toEqual([code]);
    expect(LIMITS.find((row) => row.what === what)?.answer).toContain(code);
    const at = PASSED_AT[what];
    if (at !== undefined) expect(answer.body.errors?.[0]?.message).toContain(`\`${at}\``);
    if (code === 'LIMIT_EXCEEDED') expect(answer.body.errors?.[0]?.message).toMatch(/\d/);
  });
});
