import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { DeclaredColumn, FoundColumns } from './declared-table.js';
import { nameOf } from './sql-name.js';

/** What PostgreSQL lets an entry of an index be, less what stands around the values, and how many columns, less those that every index has. */
const ENTRY_BYTES_MAX = 2_400;
const BESIDE_MAX = 28;
const NAME_MAX = 63;
const CHARACTER_BYTES = 4;
const VALUE_BYTES = 30;

/** What row level security asks of every row: with it beside the values a look at the row itself is spared. */
export const ASKED = 'handling_id, withdrawn_at';

/**
 * The flag of what was made for exercises, which every record has. No index is in its order, for half of the rows are no search; the one that
 * counts it says that no row has a value.
 */
export const SYNTHETIC = 'synthetic';

/** What columns hold and are for, by their names. */
export interface ColumnUses {
  readonly ids: ReadonlySet<string>;
  readonly ordered: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
}

/** How rows are found by columns. */
export function foundColumns(columns: readonly DeclaredColumn[], uses: ColumnUses): FoundColumns {
  const bytesOf = (column: DeclaredColumn): number => (uses.ids.has(column.name) ? VALUE_BYTES : bytesMaxOf(column));
  const listed = columns.filter(({ name }) => name !== SYNTHETIC);
  const fits = listed.filter((column) => bytesOf(column) <= ENTRY_BYTES_MAX);
  const beside = new Set<string>();
  let bytes = 3 * VALUE_BYTES;
  for (const column of fits.toSorted((a, b) => bytesOf(a) - bytesOf(b))) {
    bytes += bytesOf(column);
    if (bytes <= ENTRY_BYTES_MAX && beside.size < BESIDE_MAX) beside.add(column.name);
  }
  const names = (some: readonly DeclaredColumn[]): string[] => some.map(({ name }) => name);
  return {
    at: names(fits),
    hashed: names(listed.filter((column) => !fits.includes(column))),
    apart: names(fits.filter(({ name }) => !beside.has(name))),
    // Of one that is apart an entry has no room for the others.
    ordered: names(fits.filter(({ name }) => uses.ordered.has(name) && beside.has(name))),
    counted: names(columns.filter((column) => uses.counted.has(column.name) && bytesOf(column) <= ENTRY_BYTES_MAX)),
  };
}

/** The most that a value can take of an entry. */
function bytesMaxOf({ type, length, words }: DeclaredColumn): number {
  if (words !== null) return Math.max(...words.map((word) => word.length)) + 1;
  if (type !== 'text' && type !== 'varchar') return VALUE_BYTES;
  return length === null ? Number.POSITIVE_INFINITY : length * CHARACTER_BYTES + 1;
}

/** Names of the indexes of a table, but for those of its orders. */
export function indexNames(
  table: string,
  { at, hashed, ordered = [] }: Pick<FoundColumns, 'at' | 'hashed'> & Partial<FoundColumns>,
): string[] {
  const columns = [...at, ...hashed].filter((column) => !ordered.includes(column));
  const names = columns.map((column) => indexName(table, `at_${column}`));
  return [indexName(table, 'of_handling'), indexName(table, 'in_order'), ...names];
}

/**
 * Makes the indexes of a table whose rows are bound and can be withdrawn; columns are named with a space between. One for each column
 * and the id: rows in its order, both ways. One of the id, and one of the handlings, that keep the columns beside: by that of the
 * handlings who sees little reads its own rows alone, whatever it asks, and by the other whoever asks for alternatives or a denial.
 */
export async function indexRows(
  runner: QueryRunner,
  table: string,
  at: string,
  hashed = '',
  apart = '',
): Promise<void> {
  const name = nameOf(table);
  const [values, hashes, outside] = [at, hashed, apart].map((list) =>
    list.split(' ').filter((column) => column !== ''),
  );
  const beside = ['withdrawn_at', SYNTHETIC, ...(values ?? []).filter((column) => !outside?.includes(column))].map(
    nameOf,
  );
  const [ofHandling, inOrder] = [indexName(table, 'of_handling'), indexName(table, 'in_order')];
  const columns = [...(values ?? []), ...(hashes ?? [])];
  const made = columns.map((column) => {
    const of = hashes?.includes(column)
      ? `using hash (${nameOf(column)})`
      : `(${nameOf(column)}, id) include (${ASKED})`;
    return `create index if not exists ${indexName(table, `at_${column}`)} on ${name} ${of}`;
  });
  // What tables had before: rows by a column and the id, and nothing beside.
  const before = ['handling', ...columns].map((column) => nameOf(`${table}_by_${column}`.slice(0, NAME_MAX)));
  // In one go: some nine hundred indexes are made of a service's whole list of tables.
  const statements = [
    `drop index if exists ${[ofHandling, inOrder, ...before].join(', ')}`,
    `create index ${ofHandling} on ${name} (handling_id, id) include (${beside.join(', ')})`,
    `create index ${inOrder} on ${name} (id) include (handling_id, ${beside.join(', ')})`,
    ...made,
  ];
  await runner.query(statements.join('; '));
}

/** The way back: rows are found by their handlings and ids. */
export async function endIndexes(runner: QueryRunner, table: string, at: string, hashed = ''): Promise<void> {
  const lists = [at, hashed].map((list) => list.split(' ').filter((column) => column !== ''));
  const names = indexNames(table, { at: lists[0] ?? [], hashed: lists[1] ?? [] });
  for (const index of names) await runner.query(`drop index if exists ${index}`);
  await runner.query(`create index ${nameOf(table)}_by_handling on ${nameOf(table)} (handling_id, id)`);
}

export function indexName(table: string, what: string): string {
  const name = nameOf(`${table}_${what}`);
  if (name.length <= NAME_MAX) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, NAME_MAX - digest.length - 1)}_${digest}`;
}
