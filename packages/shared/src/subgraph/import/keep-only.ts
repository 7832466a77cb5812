import { nameOf } from '../tables/sql-name.js';
import type { ImportClient } from './import-transaction.js';
import { UNCHANGED } from './upsert-rows.js';

/** What an import holds of a table. */
export interface Kept {
  readonly table: string;
  /** Which import: it touches no row that another one, or somebody, has written. */
  readonly importedBy: string;
  /** Column by which the import knows its rows. */
  readonly key: string;
  readonly keys: readonly string[];
}

/** How many rows an import has made or changed, taken away and brought back. */
export interface Imported {
  readonly changed: number;
  readonly withdrawn: number;
  readonly returned: number;
}

/** An import in a line of a report. */
export const sayImported = ({ changed, withdrawn, returned }: Imported): string =>
  `${changed} new or changed, ${withdrawn} withdrawn, ${returned} back`;

/** Ids of rows that an import has taken away, and of those that it has brought back. */
export interface Standing {
  readonly withdrawn: readonly string[];
  readonly returned: readonly string[];
}

/**
 * Withdraws what an import brought and no longer holds, and brings back what it holds again, under its old id. Nothing is ever
 * deleted: who saw a row must be able to tell later what it was.
 */
export async function keepOnly(client: ImportClient, { table, importedBy, key, keys }: Kept): Promise<Standing> {
  const [name, column] = [nameOf(table), nameOf(key)];
  // The list itself, which is hashed: a table made of it would be read once for each row.
  const isKept = `coalesce(t.${column} = any($2::text[]), false)`;
  const { rows } = await client.query<{ id: string; what: string }>(
    `with moved as (
       update ${name} t set withdrawn_at = case when ${isKept} then null else now() end
        where imported_by = $1 and (withdrawn_at is null) <> ${isKept} and ${UNCHANGED}
       returning id, case when withdrawn_at is null then 'RETURNED' else 'WITHDRAWN' end as what
     ), noted as (insert into withdrawal (table_name, row_id, what) select $3, id, what from moved)
     select id, what from moved`,
    [importedBy, keys, table],
  );
  const idsOf = (wanted: string): string[] => rows.flatMap(({ id, what }) => (what === wanted ? [id] : []));
  return { withdrawn: idsOf('WITHDRAWN'), returned: idsOf('RETURNED') };
}
