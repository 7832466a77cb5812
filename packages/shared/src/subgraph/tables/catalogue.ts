import { withConnection } from '../../postgres/connect.js';

/** A column as the database has it. */
export interface CatalogueColumn {
  readonly type: string;
  readonly isList: boolean;
  readonly isNullable: boolean;
  readonly length: number | null;
  /** Checks of this column alone, by name. */
  readonly checks: Readonly<Record<string, string>>;
}

/** The tables of a database, each with its columns by name. */
export type Catalogue = ReadonlyMap<string, ReadonlyMap<string, CatalogueColumn>>;

/** What a database really holds, whatever its migrations were meant to make. */
export async function readCatalogue(ownerUrl: string): Promise<Catalogue> {
  const { rows } = await withConnection(ownerUrl, (owner) =>
    owner.query<CatalogueColumn & { table: string; name: string }>(
      `select c.relname as table, a.attname as name, a.attndims > 0 as "isList", not a.attnotnull as "isNullable",
         format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as type,
         case when t.typname = 'varchar' then a.atttypmod - 4 end as length,
         (select coalesce(json_object_agg(k.conname, pg_get_constraintdef(k.oid)), '{}') from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    ),
  );
  const catalogue = new Map<string, Map<string, CatalogueColumn>>();
  for (const { table, name, ...column } of rows) {
    const columns = catalogue.get(table) ?? new Map<string, CatalogueColumn>();
    catalogue.set(table, columns.set(name, column));
  }
  return catalogue;
}

/** The words that a check admits, as the database prints it. */
export function wordsOfCheck(check: string): string[] {
  return [...check.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word.replaceAll("''", "'"));
}
