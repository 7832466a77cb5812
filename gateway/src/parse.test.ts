import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_TOKENS_MAX, parseRequest } from './parse.js';

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const refusal = (code: string) => expect.objectContaining({ code });

describe('parsing a request', () => {
  it('reads query, operation name and variables', () => {
    const parsed = parseRequest(
      bytes({ query: 'query Q { a }', operationName: 'Q', variables: { x: 1 } }),
      'application/json',
    );
    expect(parsed).toMatchObject({ text: 'query Q { a }', operationName: 'Q', variables: { x: 1 } });
  });

  it.each([
    ['no JSON', Buffer.from('{'), 'application/json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json'],
    ['a list, which would be a batch', bytes([{ query: '{a}' }]), 'application/json'],
    ['no query', bytes({ variables: {} }), 'application/json'],
    ['variables that are a list', bytes({ query: '{a}', variables: [] }), 'application/json'],
    ['a form, which a browser sends without asking', bytes({ query: '{a}' }), 'text/plain'],
    ['no content type', bytes({ query: '{a}' }), undefined],
  ])('refuses %s as REQUEST_MALFORMED', (_name, body, contentType) => {
    expect(() => parseRequest(body, contentType)).toThrow(refusal('REQUEST_MALFORMED'));
  });

  it('refuses a document that does not parse, and one of too many tokens, each with its own code', () => {
    expect(() => parseRequest(bytes({ query: '{ a' }), 'application/json')).toThrow(refusal('DOCUMENT_INVALID'));
    const long = `{ ${'a '.repeat(DOCUMENT_TOKENS_MAX)} }`;
    expect(() => parseRequest(bytes({ query: long }), 'application/json')).toThrow(refusal('LIMIT_EXCEEDED'));
  });
});
