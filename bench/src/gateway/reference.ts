import { buildASTSchema, execute, parse } from 'graphql';
import { marketSchema } from './world/plain-schema.js';
import { QUERIES, type QueryName } from './world/queries.js';
import { wholeMarket } from './world/resolvers.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The true answer to a query, by graphql-js over the whole market: no gateway had a part in it. */
export async function referenceFor(query: QueryName): Promise<Json> {
  const { data, errors } = await execute({
    schema: buildASTSchema(marketSchema()),
    document: parse(QUERIES[query]),
    rootValue: wholeMarket(),
  });
  if (errors) throw new RangeError(errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}

/** How an answer compares with the true one. */
export interface Comparison {
  readonly values: number;
  /** Null where the true answer has a value. */
  readonly missing: number;
  /** Another value, or one too many. */
  readonly wrong: number;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compares value by value; the order of members is nobody's concern. */
export function compareAnswers(found: Json | undefined, expected: Json): Comparison {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return found === null ? lost(expected) : WRONG;
    if (found.length !== expected.length) return WRONG;
    return sum(expected.map((item, index) => compareAnswers(found[index], item)));
  }
  if (isObject(expected)) {
    if (!isObject(found)) return found === null ? lost(expected) : WRONG;
    if (Object.keys(found).length !== Object.keys(expected).length) return WRONG;
    return sum(Object.entries(expected).map(([key, item]) => compareAnswers(found[key], item)));
  }
  if (found === expected) return { values: 1, missing: 0, wrong: 0 };
  return found === null ? { values: 1, missing: 1, wrong: 0 } : WRONG;
}

const WRONG: Comparison = { values: 1, missing: 0, wrong: 1 };

function lost(expected: Json): Comparison {
  const { values } = compareAnswers(expected, expected);
  return { values, missing: values, wrong: 0 };
}

function sum(all: readonly Comparison[]): Comparison {
  return all.reduce(
    (one, other) => ({
      values: one.values + other.values,
      missing: one.missing + other.missing,
      wrong: one.wrong + other.wrong,
    }),
    { values: 0, missing: 0, wrong: 0 },
  );
}

/** The `data` of an answer's text. */
export function dataOf(body: string): Json {
  const read: { readonly data?: Json } = JSON.parse(body);
  return read.data ?? null;
}

/** How many values the extensions of an answer say are withheld. */
export function toldWithheld(body: string): number {
  const read: { readonly extensions?: { readonly withheld?: readonly { readonly count: number }[] } } =
    JSON.parse(body);
  return (read.extensions?.withheld ?? []).reduce((total, { count }) => total + count, 0);
}
