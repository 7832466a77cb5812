import type { QueryRunner } from 'typeorm';
import type { FoundColumns } from './declared-table.js';
import { ASKED, indexName, SYNTHETIC } from './row-indexes.js';
import { nameOf } from './sql-name.js';

/** Names of the indexes of a table that orders and counts are read from. */
export function orderIndexNames(
  table: string,
  { ordered, counted }: Pick<FoundColumns, 'ordered' | 'counted'>,
): string[] {
  return [
    ...ordered.map((column) => indexName(table, `along_${column}`)),
    ...counted.map((column) => indexName(table, `among_${column}`)),
  ];
}

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
    return `create index ${indexName(table, `along_${column}`)} on ${name} (${nameOf(column)}, id) include (${kept.map(nameOf).join(', ')})`;
  });
  const among = (counts ?? []).map(
    (column) => `create index ${indexName(table, `among_${column}`)} on ${name} (${nameOf(column)}, ${ASKED})`,
  );
  const replaced = (orders ?? []).map((column) => `drop index if exists ${indexName(table, `at_${column}`)}`);
  await runner.query([...replaced, ...along, ...among].join('; '));
}

/** The way back: an order is an index of its column and the id. */
export async function endOrders(runner: QueryRunner, table: string, ordered: string, counted = ''): Promise<void> {
  const [orders, counts] = [ordered, counted].map(listOf);
  const dropped = orderIndexNames(table, { ordered: orders ?? [], counted: counts ?? [] });
  const made = (orders ?? []).map(
    (column) =>
      `create index ${indexName(table, `at_${column}`)} on ${nameOf(table)} (${nameOf(column)}, id) include (${ASKED})`,
  );
  await runner.query([...dropped.map((index) => `drop index ${index}`), ...made].join('; '));
}

const listOf = (list: string): string[] => list.split(' ').filter((column) => column !== '');
