import { serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, isObjectType, parse, print } from 'graphql';
import { parseSchema } from './parse-schema.js';

const SDL = `
  """A dash – and more"""
  type Query {
    fieldNeverNamedElsewhere(argumentNeverNamedElsewhere: Int = 1): TypeNeverNamedElsewhere
  }
  type TypeNeverNamedElsewhere @deprecated(reason: "–") {
    otherFieldNeverNamedElsewhere: String
  }`;

/** Behind the two bytes of the format's version, \`"\` stands before a text of one byte a letter. */
const isNarrow = (text: string): boolean => serialize(text)[2] === '"'.charCodeAt(0);

describe('an SDL with letters beyond ASCII', () => {
  it('is read as it is otherwise', () => {
    expect(print(parseSchema(SDL))).toBe(print(parse(SDL, { noLocation: true })));
  });

  it('gives names and keys of one byte a letter', () => {
    const type = buildASTSchema(parseSchema(SDL), { assumeValidSDL: true }).getType('TypeNeverNamedElsewhere');
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(fields).toEqual(['otherFieldNeverNamedElsewhere']);
    expect(fields.every(isNarrow)).toBe(true);
    expect(isNarrow(JSON.stringify({ otherFieldNeverNamedElsewhere: 1 }))).toBe(true);
  });
});
