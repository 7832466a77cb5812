import { Arg, type ClassType, Ctx, createUnionType, Int, Query, Resolver } from 'type-graphql';
import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX, SEARCH_LENGTH_MAX } from '../../schema/connection-args.js';
import { createConnectionType } from '../../schema/connection-types.js';
import { Category } from '../../schema/decorators.js';
import { defineEnum } from '../../schema/define-enum.js';
import { type SearchedType, searchAll } from '../paging/search-page.js';
import type { CallContext } from '../reading/call-context.js';
import { columnNameOf } from '../record/column-name.js';
import { typeNameOf } from '../record/names-of.js';
import { searchedFieldsOf } from '../search/searched-fields.js';
import type { Aggregate } from './aggregate.js';
import { addMethod } from './resolver-method.js';

/** The root field that searches all records of a service at once; null for a service of which none is searched. */
export function searchRoot(service: string, aggregates: readonly Aggregate[]): ClassType<object> | null {
  const searched = aggregates.filter(({ declared }) => searchedFieldsOf(declared).length > 0);
  if (searched.length === 0) return null;
  const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}Record`;
  const union = createUnionType({
    name,
    description: `A record of ${service} that is found by words.`,
    types: () => searched.map(({ record }) => record) as [ClassType<object>, ...ClassType<object>[]],
    resolveType: (row: object) => typeNameOf(row.constructor as ClassType<object>),
  });
  const types = new Map(
    searched.map(({ declared, rows }): [string, SearchedType] => {
      const fields = searchedFieldsOf(declared);
      return [wordOf(declared.name), { name: declared.name, fields, load: rows.load }];
    }),
  );
  const kinds = defineEnum(`${name}Type`, `A kind of record of ${service}.`, [...types.keys()]);
  // A union stands where a class does, and nobody makes one of it.
  const connection = createConnectionType(() => union as unknown as ClassType<object>, textsOf(name, service));
  class Search {}
  Resolver()(Search);
  addMethod(Search, {
    name: `${service}Search`,
    answer: (
      context: CallContext,
      text: string,
      asked: readonly string[] | null,
      first: number | null,
      after: string | null,
    ) => searchAll(context, chosen(types, asked), { text, first, after }),
    parameters: [
      Ctx(),
      open(
        'text',
        () => String,
        `Words, at most ${SEARCH_LENGTH_MAX} characters: each must stand in the record, the last may be the beginning of one.`,
      ),
      open('types', () => [kinds], 'The kinds of record to search; all when left out.', true),
      (...place) =>
        Arg('first', () => Int, {
          nullable: true,
          description: `Items from the beginning, 0 to ${PAGE_MAX}; ${PAGE_DEFAULT} when left out.`,
        })(...place),
      (...place) => Arg('after', () => String, { nullable: true, description: 'Items after this cursor.' })(...place),
    ],
    decorators: [
      Query(() => connection, {
        nullable: true,
        description: `Records of ${service} that hold some words in fields that this caller may read: whole words before beginnings.`,
      }),
      Category('EXISTENCE'),
    ],
  });
  return Search;
}

/** The name of a type among the words of a vocabulary: `CaseStudy` is `CASE_STUDY`. */
const wordOf = (type: string): string => columnNameOf(type).toUpperCase();

function open(name: string, type: () => object, description: string, nullable = false) {
  return (prototype: object, method: string, index: number): void => {
    Arg(name, type as Parameters<typeof Arg>[1] & (() => object), { nullable, description })(prototype, method, index);
    Category('EXISTENCE')(prototype, method, index);
  };
}

function chosen(types: ReadonlyMap<string, SearchedType>, asked: readonly string[] | null): readonly SearchedType[] {
  if (asked === null || asked === undefined) return [...types.values()];
  const all = [...new Set(asked)].sort().flatMap((each) => types.get(each) ?? []);
  if (all.length > 0) return all;
  throw new ClientError('INPUT_INVALID', 'no kind of record to search', 'types');
}

const textsOf = (node: string, service: string) => ({
  node,
  page: `A page of records of ${service}.`,
  edge: 'A record in a page.',
  element: 'The record.',
  total: 'Records that are found and that this caller sees.',
});
