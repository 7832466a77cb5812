import type { GeoCircle } from '../../schema/place-conditions.js';
import type { SearchWord } from '../search/search-words.js';
import type { ConnectionSpec } from './connection-spec.js';
import { filterSql, fixedSql, isWide, linkSql, readOf } from './filter-sql.js';
import { circleSql } from './geo-sql.js';
import {
  type Bound,
  type Leading,
  type OrderItem,
  OrderSql,
  orderColumnOf,
  orderOfSelected,
  reaches,
} from './order-sql.js';
import { type RareRows, rareSql } from './rare-word.js';
import { searchSql } from './search-sql.js';
import type { SqlText } from './sql-text.js';

/** Which rows are read: those that pass a filter, have some words, and lead to the row `p` by a forward link where there is one. */
export interface RowQuestion {
  readonly spec: ConnectionSpec<object>;
  readonly filter: object | null;
  readonly words: readonly SearchWord[];
  /** The rows that hold some of the words, where they are to be looked at and no others. */
  readonly rare: RareRows | null;
  readonly link: string | null;
  /** Tests of every row, whatever its caller asks: of what the connection itself is of. */
  readonly fixed: object | null;
}

/** In which order, from where, and how many. */
export interface Reading {
  readonly order: readonly OrderItem[];
  readonly backward: boolean;
  readonly bounds: readonly Bound[];
  readonly limit: number;
  /** The circle that the rows lie in, where they are looked for near a point: then no others are read. */
  readonly near?: GeoCircle;
}

/** The rows of a question among those that the viewer sees: under other handlings nothing that it tests can be read, so none passes. */
export function rowsAsked({ spec, filter, link, fixed }: RowQuestion, sql: SqlText): SqlText {
  const read = [...readOf(spec, filter), ...readOf(spec, fixed), ...(link === null ? [] : [spec.columnOf(link).guard])];
  return sql.about(read.reduce((rows, guard) => sql.readable(rows, guard), sql.rows));
}

/** Rows in whose words is looked where all words of a search are common; of more it is not said whether they have them. */
export const WALKED_MAX = 10_000;

/** Tests of a question. */
export function testsOf(question: RowQuestion, sql: SqlText): string[] {
  return [...rowTestsOf(question, sql), ...wordTestsOf(question, sql)];
}

/** Tests that are asked of the row itself. */
function rowTestsOf(question: RowQuestion, sql: SqlText): string[] {
  const { spec, filter, link, fixed, rare } = question;
  const linked = link === null ? [] : [linkSql(spec, link, 'p.id', sql)];
  const having = rare === null ? [] : rareSql(rare, fewOf(question, sql) !== null, sql);
  return [...having, ...linked, ...fixedSql(spec, fixed, sql), ...filterSql(spec, filter, sql)];
}

/** Tests for which the words of a row `t` are looked up. */
function wordTestsOf({ spec, words, rare }: RowQuestion, sql: SqlText): string[] {
  const others = words.filter((word) => rare?.words.includes(word) !== true);
  return searchSql(spec, others, sql);
}

/**
 * SQL of some rows in an order, with their keys. Rows that have a value in the first key, rows that have none and rows of which the
 * viewer may not read it are read apart, each in the order of an index, and put together: in one statement over a value that is null by
 * its mask no index would serve. Null when there can be no row.
 */
export function pageSql(question: RowQuestion, reading: Reading, sql: SqlText, stage: Stage = 'all'): string | null {
  const asked = rowsAsked(question, sql);
  const parts = partsOf(question, reading, asked)
    .filter(([leading]) => stage === 'all' || (leading === 'value') === (stage === 'values'))
    .flatMap(([leading, part]) => partSql(question, reading, leading, part));
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only ?? null;
  return `select u.* from (${parts.map((part) => `(${part})`).join(' union all ')}) u
    order by ${orderOfSelected(reading.order, reading.backward, 'u')} limit ${reading.limit}`;
}

/** Rows that have a value in the first key stand on one side of all that have none: a page that those fill needs no look at the others. */
export type Stage = 'all' | 'values' | 'others';

/** In which stages a page is read, one after another until it is full. */
export function stagesOf(question: RowQuestion, reading: Reading, sql: SqlText): readonly Stage[] {
  const parts = partsOf(question, reading, rowsAsked(question, sql)).map(([leading]) => leading);
  if (!parts.includes('value') || parts.every((leading) => leading === 'value')) return ['all'];
  return reading.backward ? ['others', 'values'] : ['values', 'others'];
}

/** The parts of a page that can have rows. */
function partsOf(question: RowQuestion, reading: Reading, asked: SqlText): [Leading, SqlText][] {
  return partsIn(question, reading, asked).filter(([leading]) =>
    reading.bounds.every((bound) => reaches(leading, bound)),
  );
}

function partsIn(question: RowQuestion, { order: [first], near }: Reading, asked: SqlText): [Leading, SqlText][] {
  const { spec } = question;
  if (asked.rows.isEmpty) return [];
  if (first === undefined) return [['closed', asked]];
  const isFew = (rows: SqlText): boolean => fewOf(question, rows) !== null;
  if (isFew(asked)) return [['mixed', asked]];
  const { guard, nullable } = orderColumnOf(spec, first);
  const open = asked.about(asked.readable(asked.rows, guard));
  const closed = asked.about(asked.rows.without(open.rows));
  if (near !== undefined) return open.rows.isEmpty ? [] : [['value', open]];
  const leading: readonly Leading[] = isFew(open) ? ['mixed'] : nullable ? ['value', 'none'] : ['value'];
  return [
    ...(open.rows.isEmpty ? [] : leading.map((each): [Leading, SqlText] => [each, open])),
    ...(closed.rows.isEmpty ? [] : [['closed', closed] as [Leading, SqlText]]),
  ];
}

/** The handlings of the rows, where they are so few that the rows are found by them. A link leads to few rows, whoever looks. */
export function fewOf({ filter, words, link }: RowQuestion, sql: SqlText): readonly number[] | null {
  return link === null ? sql.few(isWide(filter) || words.length > 0) : null;
}

function partSql(question: RowQuestion, reading: Reading, leading: Leading, sql: SqlText) {
  const { order, backward, bounds, limit } = reading;
  const { spec } = question;
  const ordered = new OrderSql(spec, order, leading, sql);
  const bounded = bounds.flatMap((bound) => ordered.within(bound));
  const tests = [...rowTestsOf(question, sql), ...nearSql(question, reading, sql), ...ordered.tests(), ...bounded];
  const words = wordTestsOf(question, sql);
  const few = fewOf(question, sql);
  const selected = `select t.id, t.handling_id${ordered.selected} from ${spec.table} t`;
  const among = few === null ? sql.among() : [`t.handling_id = any(${sql.value(few, 'int4[]')})`];
  if (few === null) {
    const walked = `${selected} ${whereOf([...among, ...tests])} order by ${ordered.orderBy(backward)}`;
    if (words.length === 0) return [`${walked} limit ${limit}`];
    if (question.rare !== null) {
      return [
        `${selected} ${whereOf([...among, ...tests, ...words])} order by ${ordered.orderBy(backward)} limit ${limit}`,
      ];
    }
    // Looked up row by row, until the page is full: the limit within keeps what that costs from the choice of an index.
    return [
      `select t.* from (${walked} limit ${WALKED_MAX}) t ${whereOf(words)} order by ${ordered.orderBy(backward, true)} limit ${limit}`,
    ];
  }
  const inOrder = (of: string): string => `order by ${ordered.orderOfSelected(backward, of)}`;
  // By `offset 0` the rows are found before they are put in order: no index is walked past the rows of others.
  const found = `(${selected} ${whereOf([...among, ...tests])} offset 0)`;
  if (words.length === 0) return [`select f.* from ${found} f ${inOrder('f')} limit ${limit}`];
  // Words are looked up row by row in the order of the page, until it is full.
  return [
    `select t.* from (select f.* from ${found} f ${inOrder('f')} limit ${WALKED_MAX}) t ${whereOf(words)} ${inOrder('t')} limit ${limit}`,
  ];
}

/** That the places by which rows are ordered lie within the circle that is looked into. */
function nearSql({ spec }: RowQuestion, { order: [first], near }: Reading, sql: SqlText): string[] {
  const place = first === undefined ? undefined : spec.placeOf(first.field);
  return near === undefined || place === undefined ? [] : [circleSql(place, near, sql)];
}

export function whereOf(tests: readonly string[]): string {
  return tests.length === 0 ? '' : `where ${tests.join(' and ')}`;
}
