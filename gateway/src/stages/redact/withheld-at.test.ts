import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answer, toldOf, withhold } from '../../testkit/redaction-fixture.js';
import type { AnswerPath } from './places.js';
import type { WithheldItem } from './redacted.js';

interface Response {
  readonly data: unknown;
  readonly extensions: { readonly withheld: readonly WithheldItem[] };
}

// What docs/clients.md gives to those who build pages.
const { withheldAt } = (await import(
  new URL('../../../../docs/examples/withheld-at.mjs', import.meta.url).pathname
)) as {
  withheldAt(response: Response, path: AnswerPath): WithheldItem | null;
};

const DOCUMENT = '{ posts { edges { node { plan kind } } } again: posts { edges { node { plan } } } }';
/** Under handling 2 the plan is withheld, under 1 it may be read. */
const DENIALS = { 'Post.plan @ 2': withhold('INVIOLABILITY', 'VCDR-22-1', ['CONSENT']) };

/** An answer as it comes over the wire, to rows told by their handling and whether they have a plan. */
function respond(rows: readonly (readonly [handling: 1 | 2, plan: string | null])[]): Response {
  const edges = rows.map(([handling, plan]) => ({ node: { id: 'p', handling, plan, kind: null }, cursor: 'c' }));
  const answered = answer(DOCUMENT, { posts: { edges } }, { denials: DENIALS });
  const { data, withheld } = JSON.parse(JSON.stringify(toldOf(answered))) as Response & Response['extensions'];
  return { data, extensions: { withheld } };
}

const places = (rows: readonly unknown[], field: string): AnswerPath[] =>
  ['posts', 'again'].flatMap((alias) => rows.map((_, at): AnswerPath => [alias, 'edges', at, 'node', field]));

describe('docs/examples/withheld-at.mjs', () => {
  it('tells withheld from absent and from there, place by place', () => {
    const anyRow = fc.tuple(fc.constantFrom<1 | 2>(1, 2), fc.constantFrom('a plan', null));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 50 }), (rows) => {
        const response = respond(rows);
        for (const path of places(rows, 'plan')) {
          const [handling] = rows[Number(path[2])] ?? [1];
          expect(withheldAt(response, path)?.code ?? null).toBe(handling === 2 ? 'INVIOLABILITY' : null);
        }
        for (const path of places(rows, 'kind')) expect(withheldAt(response, path)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('finds each of more than a hundred places, and takes no value that is there for one', () => {
    const rows = Array.from({ length: 300 }, (_, at) => [at % 3 === 0 ? 1 : 2, 'a plan'] as const);
    const response = respond(rows);
    const [item] = response.extensions.withheld;
    expect(item).toMatchObject({ count: 400, pathsTruncated: true });
    expect(item?.paths.slice(100)).toEqual([
      ['posts', 'edges', '*', 'node', 'plan'],
      ['again', 'edges', '*', 'node', 'plan'],
    ]);
    for (const path of places(rows, 'plan')) {
      expect(withheldAt(response, path)?.coordinate ?? null).toBe(Number(path[2]) % 3 === 0 ? null : 'Post.plan');
    }
  });

  it('says nothing of a place that the answer does not have', () => {
    const response = respond([[2, 'a plan']]);
    for (const path of [
      [],
      ['other'],
      ['posts', 'edges', 1, 'node', 'plan'],
      ['posts', 'edges', '*', 'node', 'plan'],
    ]) {
      expect(withheldAt(response, path)).toBeNull();
    }
    expect(withheldAt({ data: null, extensions: { withheld: [] } }, ['posts'])).toBeNull();
  });
});
