import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { FIELD_COMPARISONS_MAX, INTROSPECTION_LISTS_MAX } from '../limit/limits.js';
import { chooseOperation, Validator } from './validate.js';

const schema = buildSchema('input In { a: Int f: [Float] } type Query { a(x: In, ids: [ID!]): Query b: Int }');
const check = (text: string) => new Validator(schema).validate(text, parse(text));
const issues = (code: string, ...list: readonly unknown[]) => expect.objectContaining({ code, issues: list });

describe('validating a document', () => {
  it('tells each error in the words of graphql-js, and where', () => {
    expect(() => check('{\n  nope\n  a { no }\n}')).toThrow(
      issues(
        'DOCUMENT_INVALID',
        { message: 'Cannot query field "nope" on type "Query".', locations: [{ line: 2, column: 3 }] },
        { message: 'Cannot query field "no" on type "Query".', locations: [{ line: 3, column: 7 }] },
      ),
    );
  });

  it.each(['1e999', '-1e999', '9'.repeat(400)])(
    'refuses %#, a Float that no double holds, wherever it stands',
    (number) => {
      const texts = [
        `{ a(x: { f: ${number} }) { b } }`,
        `{ a(x: { f: [1, ${number}] }) { b } }`,
        `query ($f: [Float] = [${number}]) { a(x: { f: $f }) { b } }`,
      ];
      for (const text of texts) {
        expect(() => check(text)).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }));
        expect(() => check(text.replace(number, '1.7e308'))).not.toThrow();
      }
    },
  );

  it('gives the same verdict the second time', () => {
    const validator = new Validator(schema);
    for (const _ of [1, 2]) expect(() => validator.validate('{ nope }', parse('{ nope }'))).toThrow('nope');
  });

  it('calls the work that graphql-js gives up on a limit, and names it', () => {
    // 40 fields in each of many spreads: no selection repeats itself, the comparison of all with all does.
    const fragments = Array.from(
      { length: 90 },
      (_, n) => `fragment F${n} on Query { ${Array.from({ length: 9 }, () => 'b').join(' ')} }`,
    );
    const text = `{ ${Array.from({ length: 90 }, (_, n) => `...F${n}`).join(' ')} } ${fragments.join(' ')}`;
    expect(() => check(text)).toThrow(
      issues('LIMIT_EXCEEDED', {
        message: `comparing the fields of the document takes more than ${FIELD_COMPARISONS_MAX} steps`,
      }),
    );
  });

  it('calls a repeated field a limit, whatever the document is otherwise', () => {
    expect(() => check(`{ ${'b '.repeat(700)} }`)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  it('calls an introspection that opens list in list a limit; the ordinary one passes', () => {
    const deep = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect(() => check(deep)).toThrow(
      issues('LIMIT_EXCEEDED', {
        message: 'the introspection lists fields or types inside one another more than 2 times',
        locations: [{ line: 1, column: 3 }],
      }),
    );
    expect(() => check(getIntrospectionQuery())).not.toThrow();
  });
});

it('the limits that graphql-js keeps by itself have the numbers that we tell', () => {
  const rule = (name: string): string =>
    readFileSync(createRequire(import.meta.url).resolve(`graphql/validation/rules/${name}.js`), 'utf8');
  expect(rule('OverlappingFieldsCanBeMergedRule')).toContain(`MAX_COMPLEXITY_BUDGET = ${FIELD_COMPARISONS_MAX};`);
  expect(rule('MaxIntrospectionDepthRule')).toContain(`MAX_LISTS_DEPTH = ${INTROSPECTION_LISTS_MAX + 1};`);
});

describe('choosing an operation', () => {
  it.each([
    ['{ b }', null, null],
    ['query P { b } query Q { b }', 'Q', null],
    ['query P { b } query Q { b }', null, 'the document has 2 operations: name one'],
    ['query P { b }', 'R', 'the document has no operation `R`'],
    ['fragment F on Query { b }', null, 'the document has 0 operations: name one'],
  ])('of `%s` by %p says %p', (text, name, complaint) => {
    const choose = () => chooseOperation(parse(text), name);
    if (complaint === null) expect(choose().kind).toBe('OperationDefinition');
    else expect(choose).toThrow(issues('DOCUMENT_INVALID', { message: complaint }));
  });
});

describe('coercing variables', () => {
  it('says which is not valid, and where it is declared', () => {
    const document = parse('query (\n  $x: In) { a(x: $x) { b } }');
    const operation = chooseOperation(document, null);
    expect(() => new Validator(schema).coerce({ document, operation }, { x: { a: 'one' } })).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        argument: 'variables',
        issues: [{ message: expect.stringContaining('"one"'), locations: [{ line: 2, column: 3 }] }],
      }),
    );
  });
});
