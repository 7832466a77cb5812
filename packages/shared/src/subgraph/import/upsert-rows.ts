import { columnTypeSql } from '../tables/column-sql.js';
import type { DeclaredPairs, DeclaredTable } from '../tables/declared-table.js';
import { nameOf } from '../tables/sql-name.js';
import type { ImportClient } from './import-transaction.js';

/** Ids of two rows that are linked. */
export interface Pair {
  readonly holder: string;
  readonly target: string;
}

/** A row that a command has changed is whose command that was: in a table that none changes, every row is as it was brought. */
export const UNCHANGED = `coalesce((to_jsonb(t) ->> 'record_version')::integer, 1) = 1`;

/** Adds rows and changes those that are there, by id; returns the ids of those that differ from before. Rows are by column; what a command has changed stays. */
export async function upsertRows(
  client: ImportClient,
  { name, columns }: DeclaredTable,
  rows: readonly object[],
  importedBy: string,
): Promise<readonly string[]> {
  const all = columns.map((column) => nameOf(column.name));
  const changing = all.filter((column) => column !== 'id');
  const list = (prefix: string): string => changing.map((column) => `${prefix}.${column}`).join(', ');
  const { rows: written } = await client.query<{ id: string }>(
    `insert into ${nameOf(name)} as t (${all.join(', ')}, imported_by)
     select ${all.join(', ')}, $2 from jsonb_to_recordset($1::jsonb)
       r(${columns.map((column) => `${nameOf(column.name)} ${columnTypeSql(column)}`).join(', ')})
     on conflict (id) do update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${list('t')}) is distinct from (${list('excluded')}) and ${UNCHANGED}
     returning id`,
    [JSON.stringify(rows), importedBy],
  );
  return written.map(({ id }) => id);
}

/** Makes the links of some rows these and no others; returns how many differ from before. */
export async function replacePairs(
  client: ImportClient,
  { name, holder, target }: DeclaredPairs,
  holders: readonly string[],
  pairs: readonly Pair[],
): Promise<number> {
  const [table, from, to] = [name, holder, target].map(nameOf);
  const wanted = 'jsonb_to_recordset($1::jsonb) r(holder text, target text)';
  const removed = await client.query(
    `delete from ${table} l where l.${from} = any($2)
        and not exists (select from ${wanted} where r.holder = l.${from} and r.target = l.${to})`,
    [JSON.stringify(pairs), holders],
  );
  const added = await client.query(
    `insert into ${table} (${from}, ${to}) select holder, target from ${wanted} on conflict do nothing`,
    [JSON.stringify(pairs)],
  );
  return (removed.rowCount ?? 0) + (added.rowCount ?? 0);
}
