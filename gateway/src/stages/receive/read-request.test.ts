import { countMembers } from '@chancery/shared/json-members';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testRequest } from '../../testkit/test-request.js';
import { BODY_BYTES_MAX, BODY_NESTING_MAX } from '../limit/limits.js';
import { parseJson } from './parse-json.js';
import { readRequest } from './read-request.js';
import type { GatewayRequest } from './request.js';

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const request = (body: Uint8Array | null, headers: Partial<GatewayRequest> = {}): GatewayRequest =>
  testRequest({ body, ...headers });
const read = (value: unknown) => readRequest(request(bytes(value)));
const refused = (code: string, status = 400) => expect.objectContaining({ code, status });
const QUERY = { query: '{a}' };

describe('reading a request', () => {
  it('gives query, operation name and variables', () => {
    expect(read({ query: 'query Q { a }', operationName: 'Q', variables: { x: 1 } })).toEqual({
      text: 'query Q { a }',
      digest: null,
      operationName: 'Q',
      variables: { x: 1 },
      tellsBasis: false,
      onError: 'PROPAGATE',
      resume: null,
    });
    expect(read({ ...QUERY, extensions: { x: [] }, unknown: true })).toEqual({
      text: '{a}',
      digest: null,
      operationName: null,
      variables: {},
      tellsBasis: false,
      onError: 'PROPAGATE',
      resume: null,
    });
  });

  it('tells the basis only to whom asks for it by the word true', () => {
    expect(read({ ...QUERY, extensions: { basis: true } }).tellsBasis).toBe(true);
    for (const basis of [1, 'true', {}, null]) {
      expect(read({ ...QUERY, extensions: { basis } }).tellsBasis).toBe(false);
    }
  });

  it('takes an empty operation name for none, as some editors send it', () => {
    expect(read({ ...QUERY, operationName: '' }).operationName).toBeNull();
  });

  it.each([
    ['no JSON', '{'],
    ['no query', { variables: {} }],
    ['variables that are a list', { ...QUERY, variables: [] }],
    ['an operation name that is a list', { ...QUERY, operationName: ['Q'] }],
  ])('refuses %s as REQUEST_MALFORMED', (_name, body) => {
    expect(() => read(body)).toThrow(refused('REQUEST_MALFORMED'));
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => readRequest(request(Buffer.from([0x7b, 0xff, 0x7d])))).toThrow(refused('REQUEST_MALFORMED'));
  });

  it.each<[string, Partial<GatewayRequest>, string | null]>([
    ['a form, which a browser sends without asking', { contentType: ['text/plain'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a type that only begins alike', { contentType: ['application/jsonx'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['no content type', { contentType: [] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a parameter', { contentType: ['Application/JSON ; charset=utf-8'] }, null],
    ['a parameter in quotes', { contentType: ['application/json; charset="UTF-8"; x=y'] }, null],
    ['a name of UTF-8 that clients know', { contentType: ['application/json;charset=UTF8'] }, null],
    ['two charsets', { contentType: ['application/json; charset=utf-8; charset=utf-16'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['another charset', { contentType: ['application/json; charset=utf-16'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['two content types', { contentType: ['application/json', 'text/plain'] }, 'INPUT_INVALID'],
    ['gzip', { contentEncoding: ['gzip'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['br after identity', { contentEncoding: ['identity, br'] }, 'MEDIA_TYPE_UNSUPPORTED'],
    ['identity', { contentEncoding: ['Identity'] }, null],
    ['an empty encoding', { contentEncoding: [''] }, null],
  ])('with %s answers %#', (_name, headers, code) => {
    const attempt = () => readRequest(request(bytes(QUERY), headers));
    if (code === null) expect(attempt().text).toBe('{a}');
    else expect(attempt).toThrow(refused(code, code === 'MEDIA_TYPE_UNSUPPORTED' ? 415 : 400));
  });

  it('says of a body that is too long which limit it passes', () => {
    expect(() => readRequest(request(null))).toThrow(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        status: 413,
        message: `the body is longer than ${BODY_BYTES_MAX} bytes`,
      }),
    );
  });

  it('refuses nesting wherever it stands, before anything parses it', () => {
    const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['[{"a":', '}]'],
    ] as const) {
      for (const depth of [BODY_NESTING_MAX, 4_125, 60_000]) {
        const value = deep(depth, open, close);
        for (const body of [
          `{"query":"{a}","variables":{"x":${value}}}`,
          `{"query":"{a}","extensions":{"x":${value}}}`,
          `{"query":"{a}","operationName":${value}}`,
          `{"query":${value}}`,
          `{"query":"{a}","other":${value}}`,
          value,
          `{"query":"{a}","variables":{"x":${open.repeat(depth)}`,
        ]) {
          if (body === value && depth === BODY_NESTING_MAX && open.length < 6) continue;
          expect(() => read(body)).toThrow(
            expect.objectContaining({ code: 'LIMIT_EXCEEDED', message: 'the body nests deeper than 64 levels' }),
          );
        }
      }
    }
  });
});

describe('the nesting of JSON', () => {
  const nestsDeeper = (json: Uint8Array, max: number): boolean => countMembers(json, max) === null;
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  it('is told from the bytes as from the parsed value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(8), (value, max) => {
        expect(nestsDeeper(Buffer.from(JSON.stringify(value)), max)).toBe(depthOf(value) > max);
        expect(nestsDeeper(Buffer.from(JSON.stringify(value, null, 2)), max)).toBe(depthOf(value) > max);
      }),
    );
  });

  it('is not that of brackets inside texts', () => {
    expect(nestsDeeper(bytes(['[[[[', '\\"[[[', '"]', '\\', '[['] as unknown), 1)).toBe(false);
    expect(nestsDeeper(bytes({ '[[[{"': ['{'] }), 2)).toBe(false);
  });
});

describe('a name that stands twice in one object', () => {
  const twice = [
    '{"query":"{b}","query":"{a}"}',
    '{"query":"{a}","query":"{a}"}',
    '{"query":"{b}","qu\\u0065ry":"{a}"}',
    '{"query":"{a}","variables":{"n":1,"n":2}}',
    '{"query":"{a}","variables":{"f":[{"and":[{"n":1,"n":2}]}]}}',
    '{"query":"{a}","extensions":{"basis":false,"basis":true}}',
    '{"query":"{a}","other":{"__proto__":1,"__proto__":2}}',
  ];

  it('refuses the request, of which another reader may have read another one', () => {
    for (const body of twice) {
      expect(() => read(body)).toThrow(
        expect.objectContaining({ code: 'REQUEST_MALFORMED', message: 'the body has a name twice in one object' }),
      );
    }
  });

  it('is told from names that only look alike, or stand in texts and in other objects', () => {
    const text =
      '{"query":"{a}: {\\"a\\":1}","variables":{"n":{"n":[{"n":1},{"n":2}]},"N":1,"__proto__":{"n":":"},"":[],"x":{}}}';
    expect(read(text).text).toBe('{a}: {"a":1}');
  });

  it('is the only thing that is refused of JSON: what was parsed is what was sent', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(Buffer.from(text))).toEqual({ value: JSON.parse(text) });
        expect(parseJson(Buffer.from(`{"a":${text},"b":1,"a":${text}}`))).toEqual({ fault: 'REPEATED' });
      }),
    );
  });
});

describe('what is wrong with a parameter', () => {
  it('is said in words that can be sent as they stand', () => {
    expect(() => read({ ...QUERY, onError: 'null' })).toThrow(/"PROPAGATE"\|"NULL"\|"HALT"/);
    expect(() => read({ extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } })).toThrow(/64 hex digits/);
  });
});
