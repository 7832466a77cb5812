import type { QueryRunner } from 'typeorm';
import type { FoundColumns } from './declared-table.js';
import { ASKED, indexName, SYNTHETIC } from './row-indexes.js';
import { nameOf } from './sql-name.js';

/** Columns of a table that have an index for their order, and one for the counts of their values. */
export type OrderedColumns = Pick<FoundColumns, 'ordered' | 'counted'>;

/** The name of the index that rows are read from in the order of a column. */
export const alongName = (table: string, column: string): string => indexName(table, `along_${column}`);

/** The name of the index that rows are counted in by the value of a column. */
export const amongName = (table: string, column: string): string => indexName(table, `among_${column}`);

/** One by value and handling and nothing else: equal entries are kept as one. */
export const amongSql = (table: string, column: string): string =>
  `create index if not exists ${amongName(table, column)} on ${nameOf(table)} (${nameOf(column)}, ${ASKED})`;

/**
 * Makes the indexes of the orders and counts of a table whose rows are found by indexes already; columns are named with a space between. Of
 * each column that rows are ordered by, in the place of its own, one that keeps all others beside: what a filter tests as well is tested in
 * it, and no row is looked at that does not pass. Of each that holds one of few values, one by value and handling and nothing else: equal
 * entries are kept as one, so that a hundred thousand rows of a value are some hundred pages.
 */
export async function indexOrders(
  runner: QueryRunner,
  table: string,
  beside: string,
  ordered: string,
  counted = '',
): Promise<void> {
  const name = nameOf(table);
  const [others, orders, counts] = [beside, ordered, counted].map(listOf);
  const along = (orders ?? []).map((column) => {
    const kept = ['handling_id', 'withdrawn_at', SYNTHETIC, ...(others ?? []).filter((each) => each !== column)];
    return `create index ${alongName(table, column)} on ${name} (${nameOf(column)}, id) include (${kept.map(nameOf).join(', ')})`;
  });
  const among = (counts ?? []).map((column) => amongSql(table, column));
  const replaced = (orders ?? []).map((column) => `drop index if exists ${indexName(table, `at_${column}`)}`);
  await runner.query([...replaced, ...along, ...among].join('; '));
}

/** The way back: an order is an index of its column and the id. */
export async function endOrders(runner: QueryRunner, table: string, ordered: string, counted = ''): Promise<void> {
  const [orders, counts] = [ordered, counted].map(listOf);
  const dropped = [
    ...(orders ?? []).map((column) => alongName(table, column)),
    ...(counts ?? []).map((column) => amongName(table, column)),
  ];
  const made = (orders ?? []).map(
    (column) =>
      `create index ${indexName(table, `at_${column}`)} on ${nameOf(table)} (${nameOf(column)}, id) include (${ASKED})`,
  );
  await runner.query([...dropped.map((index) => `drop index ${index}`), ...made].join('; '));
}

const listOf = (list: string): string[] => list.split(' ').filter((column) => column !== '');
