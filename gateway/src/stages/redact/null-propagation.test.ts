import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';
import { answer } from '../../testkit/redaction-fixture.js';

const TYPES = ['A', 'B', 'C'] as const;
const FIELDS = ['a', 'b', 'c', 'd'] as const;
const LEAVES = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Colour'] as const;
const DEPTH_MAX = 2;

const wrapped = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    name,
    `${name}!`,
    `[${name}]`,
    `[${name}!]`,
    `[${name}]!`,
    `[${name}!]!`,
    `[[${name}!]!]`,
    `[[${name}]]!`,
  );

const anyType: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...LEAVES), fc.constantFrom(...TYPES)).chain(wrapped);
const anyFields = fc.tuple(anyType, anyType, anyType, anyType);

/** Schemas in which each of three object types has four fields of any type. */
const anySchema = fc.tuple(anyFields, anyFields, anyFields, anyFields).map(([query, ...types]) =>
  buildSchema(
    [query, ...types]
      .map(
        (fields, index) =>
          `type ${['Query', ...TYPES][index]} { ${fields.map((type, at) => `${FIELDS[at]}: ${type}`).join(' ')} }`,
      )
      .concat('enum Colour { RED GREEN }')
      .join('\n'),
  ),
);

/** Every field of a type, each twice, down to a depth at which only leaves are asked for. */
function selectAll(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const below = objectIn(field.type);
    if (below !== null && depth === DEPTH_MAX) return [];
    const selection = below === null ? '' : selectAll(below, depth + 1);
    return [`${field.name}${selection}`, `again_${field.name}: ${field.name}${selection}`];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

function objectIn(type: GraphQLOutputType): GraphQLObjectType | null {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return objectIn(nullable.ofType);
  return isObjectType(nullable) ? nullable : null;
}

const GOOD: Readonly<Record<string, unknown>> = {
  Int: 7,
  String: 'x',
  Boolean: true,
  Float: 1.5,
  ID: 'id',
  Colour: 'RED',
};

/** Values of a type, with nulls and unknown enum values in any place, allowed or not. */
function valueIn(type: GraphQLOutputType, depth: number, pick: () => number): unknown {
  const nullable = getNullableType(type);
  const choice = pick();
  if (choice === 0) return null;
  if (isListType(nullable)) return Array.from({ length: choice % 3 }, () => valueIn(nullable.ofType, depth, pick));
  if (isObjectType(nullable)) return depth > DEPTH_MAX ? null : objectOf(nullable, depth, pick);
  return choice === 1 && nullable.toString() === 'Colour' ? 'BLUE' : GOOD[nullable.toString()];
}

function objectOf(type: GraphQLObjectType, depth: number, pick: () => number): object {
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, valueIn(field.type, depth + 1, pick)]),
  );
}

/** Numbers from 0 to 11, from a seed: one number in twelve makes a null. */
function pickFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % 12;
  };
}

describe('with everything allowed', () => {
  it('data, and the places of errors, are those that graphql-js gives', () => {
    let [withErrors, withData] = [0, 0];
    fc.assert(
      fc.property(anySchema, fc.integer(), (schema, seed) => {
        const query = schema.getQueryType();
        if (!query) throw new Error('no query type');
        const data = objectOf(query, 0, pickFrom(seed));
        const document = selectAll(query, 0);
        const expected = executeSync({ schema, document: parse(document), rootValue: data });
        const actual = answer(document, data, { schema, context: { errorsMax: Number.POSITIVE_INFINITY } });

        expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
        expect(actual.errors.map((error) => error.path)).toEqual((expected.errors ?? []).map((error) => error.path));
        if (expected.errors) withErrors++;
        if (expected.errors && expected.data) withData++;
      }),
      { numRuns: 200, endOnFailure: true },
    );
    // Else the property would hold of nothing.
    expect(withErrors).toBeGreaterThan(100);
    expect(withData).toBeGreaterThan(30);
  });
});

/** The places of a non-null type at which an answer has null. */
function nullsAt(type: GraphQLOutputType, value: unknown, path: readonly (string | number)[]): (string | number)[][] {
  if (isNonNullType(type)) return value === null ? [[...path]] : nullsAt(type.ofType, value, path);
  if (value === null || value === undefined) return [];
  if (isListType(type)) return (value as unknown[]).flatMap((item, at) => nullsAt(type.ofType, item, [...path, at]));
  if (!isObjectType(type)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const field = type.getFields()[key.replace('again_', '')];
    return field ? nullsAt(field.type, item, [...path, key]) : [];
  });
}

describe('with errors that do not propagate', () => {
  it('data is what a schema without non-null types gives, and each null that may not be has its error', () => {
    let kept = 0;
    fc.assert(
      fc.property(anySchema, fc.integer(), (schema, seed) => {
        const query = schema.getQueryType();
        if (!query) throw new Error('no query type');
        const data = objectOf(query, 0, pickFrom(seed));
        const document = selectAll(query, 0);
        const nullable = buildSchema(printSchema(schema).replaceAll('!', ''));
        const expected = executeSync({ schema: nullable, document: parse(document), rootValue: data });
        const context = { errorsMax: Number.POSITIVE_INFINITY, onError: 'NULL' } as const;
        const actual = answer(document, data, { schema, context });

        expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
        const told = new Set(actual.errors.map(({ path }) => JSON.stringify(path)));
        const nulls = nullsAt(query, actual.data, []);
        expect(nulls.filter((path) => !told.has(JSON.stringify(path)))).toEqual([]);
        kept += nulls.length;
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('or that end the answer, there is the first error and nothing else, and nothing is counted as given', () => {
    const schema = buildSchema('type Query { a: Int b: Int! c: [Int!] }');
    const asked = (data: object) => answer('{ a b c }', data, { schema, context: { onError: 'HALT' } });
    expect(asked({ a: 1, b: 2, c: [3] })).toMatchObject({ data: { a: 1, b: 2, c: [3] }, errors: [] });
    const halted = asked({ a: 1, b: 'x', c: [null] });
    expect(halted).toMatchObject({ data: null, errors: [{ path: ['b'] }], withheld: [] });
    expect(halted.errors).toHaveLength(1);
    expect(halted.tally.filter(({ letter }) => letter === 'A')).toEqual([]);
    // One error that takes nothing else with it ends the answer all the same.
    expect(asked({ a: 'x', b: 2, c: [] })).toMatchObject({ data: null, errors: [{ path: ['a'] }] });
  });
});
