import type { ClassType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { declaredTableOf } from '../record/declared-table-of.js';
import { type Labelled, recordOf } from '../record/record.js';
import { columnTypeSql } from '../tables/column-sql.js';
import { idInTime, randomIdWith } from '../tables/random-id.js';
import { nameOf } from '../tables/sql-name.js';
import type { HandlingTable } from '../visibility/handling-table.js';
import { type ImportedRow, storedRow } from './import-records.js';
import type { ImportClient } from './import-transaction.js';

/** Rows of one statement: a page of what is followed may have a hundred times as many. */
const BATCH = 2_000;

/** Rows of a record that are only ever added. */
export interface Appended<T extends Labelled> {
  readonly record: ClassType<T>;
  /** Who brings them. */
  readonly importedBy: string;
  readonly rows: readonly ImportedRow<T>[];
  /** When a row was recorded, where rows are added in the order of that: their ids then begin with its minute (`idInTime`). */
  readonly at?: (row: ImportedRow<T>) => Date | undefined;
  /** What is done of a row that there is already, in SQL; left out, there may be none. It keeps the id that it has. */
  readonly onConflict?: string;
}

/** Makes sure that the handlings of rows have their integers: before the transaction that adds the rows, for it would hold up commands. */
export async function allotEach(
  handlings: HandlingTable,
  rows: readonly { readonly handling: string }[],
): Promise<void> {
  for (const text of new Set(rows.map(({ handling }) => handling))) await handlings.allot(parseHandling(text));
}

/** Adds rows, whose handlings have been allotted; gives the ids of those that are new, in the order of all. */
export async function appendRecords<T extends Labelled>(
  client: ImportClient,
  handlings: HandlingTable,
  { record, importedBy, rows, at, onConflict = '' }: Appended<T>,
): Promise<string[]> {
  const declared = recordOf(record);
  if (declared === undefined) throw new InternalError('INTERNAL', `\`${record.name}\` is no record`);
  const { name, columns } = declaredTableOf(declared);
  const ids = rows.map((row) => idOf(declared.prefix, at?.(row)));
  const stored = rows.map((row, place) => storedRow(declared, row, ids[place], handlings.idOf(row.handling)));
  const all = columns.map((column) => nameOf(column.name)).join(', ');
  const types = columns.map((column) => `${nameOf(column.name)} ${columnTypeSql(column)}`).join(', ');
  for (let start = 0; start < stored.length; start += BATCH) {
    // Read once, so that it is not made into a binary form first: of `jsonb` that takes ten microseconds a row more.
    await client.query(
      `insert into ${nameOf(name)} as t (${all}, imported_by)
       select ${all}, $2 from json_to_recordset($1::json) r(${types}) ${onConflict}`,
      [JSON.stringify(stored.slice(start, start + BATCH)), importedBy],
    );
  }
  return ids;
}

const idOf = (prefix: string, at: Date | undefined): string =>
  at === undefined ? randomIdWith(prefix) : idInTime(prefix, at);
