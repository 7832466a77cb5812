import { listedDigestOf } from '@chancery/shared/subjects/listed-operations';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testRequest } from '../../testkit/test-request.js';
import { BODY_NESTING_MAX, SEARCH_BYTES_MAX } from '../limit/limits.js';
import { readRequest } from './read-request.js';

const read = (search: string, body = new Uint8Array()) => readRequest(testRequest({ method: 'GET', search, body }));
const form = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const code = (expected: string, status = 400) => expect.objectContaining({ code: expected, status });

describe('a GET', () => {
  it('says in its target what a POST says in its body', () => {
    const values = {
      query: 'query Q { a }',
      operationName: 'Q',
      variables: '{"x":"+ é&="}',
      extensions: '{"basis":true}',
    };
    expect(read(form(values))).toEqual({
      text: 'query Q { a }',
      digest: null,
      operationName: 'Q',
      variables: { x: '+ é&=' },
      tellsBasis: true,
      onError: 'PROPAGATE',
      resume: null,
    });
  });

  it('reads whatever a form can hold as it was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.jsonValue({ maxDepth: 3 }), (query, x) => {
        const { text, variables } = read(form({ query, variables: JSON.stringify({ x }) }));
        expect({ text, variables }).toEqual({ text: query, variables: { x: JSON.parse(JSON.stringify(x)) } });
      }),
      { numRuns: 200 },
    );
  });

  it("takes what is empty for left out, and leaves alone what is nobody's", () => {
    expect(read('query=%7Ba%7D&variables=&extensions=&operationName=&_=1&&x')).toMatchObject({
      text: '{a}',
      variables: {},
    });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no query', 'variables={}'],
    ['one name twice', 'query={a}&query={b}'],
    ['one name twice in its variables', 'query={a}&variables={"n":1,"n":2}'],
    ['variables that are no JSON', 'query={a}&variables={'],
    ['variables that are a list', 'query={a}&variables=[]'],
    ['extensions that are a text', 'query={a}&extensions="x"'],
    ['a behaviour that there is not', 'query={a}&onError=NO_PROPAGATE'],
    ['half a letter', 'query=%E2%82'],
    ['a percent sign', 'query=%'],
  ])('is refused with %s', (_what, search) => {
    expect(() => read(search)).toThrow(code('REQUEST_MALFORMED'));
  });

  it('is refused with a body, which whoever stands before us might have read', () => {
    expect(() => read('query={a}', Buffer.from('{}'))).toThrow(code('REQUEST_MALFORMED'));
  });

  it('is refused beyond its length, and where its JSON nests', () => {
    expect(() => read(`query={a}&x=${'x'.repeat(SEARCH_BYTES_MAX)}`)).toThrow(code('LIMIT_EXCEEDED', 414));
    const deep = `{"x":${'['.repeat(BODY_NESTING_MAX)}${']'.repeat(BODY_NESTING_MAX)}}`;
    for (const name of ['variables', 'extensions']) {
      expect(() => read(`query={a}&${name}=${deep}`)).toThrow(code('LIMIT_EXCEEDED'));
    }
  });

  it('never fails but with a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        try {
          read(`query={a}&${search}`);
        } catch (error) {
          expect(error).toEqual(code('REQUEST_MALFORMED'));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document that is named by its digest', () => {
  const digest = listedDigestOf('{a}');
  const persisted = (version: unknown, sha256Hash: unknown) =>
    JSON.stringify({ persistedQuery: { version, sha256Hash } });

  it('is named by the extension of persisted queries, or by its id', () => {
    expect(read(form({ extensions: persisted(1, digest) }))).toMatchObject({ text: null, digest });
    expect(read(form({ documentId: `sha256:${digest}` }))).toMatchObject({ text: null, digest });
    expect(read(form({ query: '{a}', extensions: persisted(1, digest) }))).toMatchObject({ text: '{a}', digest });
  });

  it.each([
    ['a digest of another text', { query: '{b}', documentId: `sha256:${digest}` }],
    ['a digest of another version', { extensions: persisted(2, digest) }],
    ['a digest that is none', { extensions: persisted(1, 'x') }],
    ['an id that is none', { documentId: digest }],
  ])('is refused with %s', (_what, values) => {
    expect(() => read(form(values as Record<string, string>))).toThrow(code('REQUEST_MALFORMED'));
  });
});
