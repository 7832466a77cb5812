import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { DOCUMENT_NESTING_MAX, DOCUMENT_TOKENS_MAX } from '../limit/limits.js';
import { parseDocument } from './parse.js';

const refused = (code: string, message: string, line: number, column: number) =>
  expect.objectContaining({ code, issues: [{ message, locations: [{ line, column }] }] });

/** Everything in a document that holds itself, by its opening and its closing. */
const NESTING: readonly (readonly [name: string, head: string, open: string, close: string, tail: string])[] = [
  ['lists', '{a(x:', '[', ']', ')}'],
  ['objects', '{a(x:', '{y:', '}', ')}'],
  ['selections', '{a', '{a', '}', '}'],
  ['inline fragments', '{a', '{...', '}', '}'],
  ['types of variables', 'query($v:', '[', ']', '){a}'],
  ['directives with lists', '{a @d(x:', '[', ']', ')}'],
  ['brackets never closed', '{a(x:', '[', '', ''],
  ['braces never closed', '', '{a', '', ''],
];

describe('parsing a document', () => {
  it('reads what graphql-js reads', () => {
    const text = 'query Q($a: [Int!]) { a(x: { y: [1, "]]]]"] }) { b } # }}}}\n }';
    expect(parseDocument(text)).toEqual(parse(text));
  });

  it('says of a syntax error what graphql-js says, and where', () => {
    expect(() => parseDocument('{\n  a {\n}')).toThrow(
      refused('DOCUMENT_INVALID', 'Syntax Error: Expected Name, found "}".', 3, 1),
    );
    expect(() => parseDocument('{ a ? }')).toThrow(
      refused('DOCUMENT_INVALID', 'Syntax Error: Unexpected character: "?".', 1, 5),
    );
    // The first thing wrong, although the lexer would stumble later on.
    expect(() => parseDocument('{ ) ? }')).toThrow(
      refused('DOCUMENT_INVALID', 'Syntax Error: Expected Name, found ")".', 1, 3),
    );
  });

  it('counts tokens, and points at the first that is too many', () => {
    const names = (count: number): string => `{${'a '.repeat(count)}}`;
    expect(() => parseDocument(names(DOCUMENT_TOKENS_MAX - 2))).not.toThrow();
    const column = 2 + 2 * (DOCUMENT_TOKENS_MAX - 1);
    expect(() => parseDocument(names(DOCUMENT_TOKENS_MAX - 1))).toThrow(
      refused('LIMIT_EXCEEDED', 'the document has more than 2000 tokens', 1, column),
    );
  });

  it.each(NESTING)('refuses %s nested without end before the parser sees them', (_, head, open, close, tail) => {
    for (const depth of [DOCUMENT_NESTING_MAX + 1, 500, 20_000]) {
      const text = `${head}${open.repeat(depth)}${close.repeat(depth)}${tail}`;
      expect(() => parseDocument(text)).toThrow(
        expect.objectContaining({
          code: 'LIMIT_EXCEEDED',
          message: expect.stringMatching(/nests deeper than 64 levels|more than 2000 tokens/),
        }),
      );
    }
  });

  it('takes brackets in texts and comments for what they are', () => {
    const brackets = '['.repeat(1_000);
    expect(() => parseDocument(`{ a(x: "${brackets}") # ${brackets}\n }`)).not.toThrow();
    expect(() => parseDocument(`{ a(x: """${brackets}""") }`)).not.toThrow();
  });
});
