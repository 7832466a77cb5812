import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import type { Answer } from './answer.js';
import { codesOf } from './answer.js';

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const bodyOf = (query: string, ...members: readonly string[]): string =>
  `{${[`"query":${JSON.stringify(query)}`, ...members].join(',')}}`;

/** Every place of a request where a caller's input can hold itself: body from depth. */
const PLACES: Readonly<Record<string, (depth: number) => string>> = {
  'a variable that nothing declares': (depth) => bodyOf('{viewer{agency}}', `"variables":{"x":${lists(depth)}}`),
  'objects in a variable': (depth) => bodyOf('{viewer{agency}}', `"variables":{"x":${objects(depth)}}`),
  'a declared variable': (depth) =>
    bodyOf('query($f: MissionFilter){missions(first:0,filter:$f){totalCount}}', `"variables":{"f":${objects(depth)}}`),
  'a variable of a document that does not parse': (depth) => bodyOf('{', `"variables":{"x":${lists(depth)}}`),
  'a variable of a mutation': (depth) => bodyOf('mutation{x}', `"variables":{"x":${lists(depth)}}`),
  extensions: (depth) => bodyOf('{viewer{agency}}', `"extensions":{"x":${lists(depth)}}`),
  'the operation name': (depth) => bodyOf('{viewer{agency}}', `"operationName":${lists(depth)}`),
  'the query itself': (depth) => `{"query":${lists(depth)}}`,
  'the whole body': lists,
  'a literal list': (depth) => bodyOf(`{missions(filter:${lists(depth)}){totalCount}}`),
  'a literal object': (depth) => bodyOf(`{missions(filter:${'{x:'.repeat(depth)}1${'}'.repeat(depth)}){totalCount}}`),
  'a literal that never ends': (depth) => bodyOf(`{missions(filter:${'['.repeat(depth)}`),
  selections: (depth) => bodyOf(`${'{viewer'.repeat(depth)}${'}'.repeat(depth)}`),
  'inline fragments': (depth) => bodyOf(`{viewer{${'...{'.repeat(depth)}agency${'}'.repeat(depth)}}}`),
  'the type of a variable': (depth) => bodyOf(`query($x:${'['.repeat(depth)}Int${']'.repeat(depth)}){viewer{agency}}`),
  'an introspection': (depth) => bodyOf(`{__schema{types{${'ofType{'.repeat(depth)}name${'}'.repeat(depth)}}}}`),
  'chained fragments': (depth) =>
    bodyOf(
      `{viewer{...F0}}${Array.from({ length: Math.min(depth, 9_000) }, (_, n) => `fragment F${n} on Viewer{...F${n + 1}}`).join('')}`,
    ),
};

describe('input that nests without end', () => {
  let mesh: Mesh;
  let token: string;
  const alarms: unknown[] = [];
  beforeAll(async () => {
    mesh = await startMesh({ log: (line) => alarms.push(line) });
    token = mesh.tokenOf('ury.observer', 'TRAINING');
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function send(body: string): Promise<Answer> {
    const response = await fetch(`${mesh.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token}`,
      },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) };
  }

  it.each(Object.keys(PLACES))(
    'in %s is refused by its limit before anything is fetched, and recorded',
    async (place) => {
      for (const depth of [4_125, 20_000]) {
        const before = mesh.requestsToAll();
        const answer = await send(PLACES[place]?.(depth) ?? '');

        expect([...new Set(codesOf(answer))]).toEqual(['LIMIT_EXCEEDED']);
        expect([400, 413]).toContain(answer.status);
        expect(answer.body.errors?.[0]?.message).toMatch(/(more|deeper|longer) than \d+/);
        expect(await mesh.ledger.entryOf(answer)).toMatchObject({
          kind: 'REFUSED',
          actor: { agency: 'URY.observer' },
          basis: { purpose: 'TRAINING' },
        });
        expect(mesh.requestsToAll()).toBe(before);
      }
      expect(alarms).toEqual([]);
    },
  );

  it('of any depth, anywhere, is answered or refused, never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(PLACES)),
        fc.oneof(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 1, max: 30_000 })),
        async (place, depth) => {
          const answer = await send(place(depth));
          expect([200, 400, 413]).toContain(answer.status);
          expect(await mesh.ledger.leafOf(answer)).toContain('URY.observer');
          expect(alarms).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('within the limit changes nothing of an answer', async () => {
    const plain = await send(bodyOf('{viewer{agency}}'));
    const nested = await send(bodyOf('{viewer{agency}}', `"variables":{"x":${lists(60)}}`));
    expect(nested.status).toBe(200);
    expect(nested.body.data).toEqual(plain.body.data);
  });
});
