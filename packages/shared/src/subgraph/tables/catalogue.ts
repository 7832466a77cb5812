import { withConnection } from '../../postgres/connect.js';

/** A column as the database has it. */
export interface CatalogueColumn {
  readonly type: string;
  readonly isList: boolean;
  readonly isNullable: boolean;
  readonly length: number | null;
  /** Null for that of the database. */
  readonly collation: string | null;
  /** Whether the login role of requests may change it. */
  readonly isChanged: boolean;
  /** Checks of this column alone, by name. */
  readonly checks: Readonly<Record<string, string>>;
}

/** A table as the database has it. */
export interface CatalogueTable {
  readonly columns: ReadonlyMap<string, CatalogueColumn>;
  /** Names of its policies of row level security, which count only while it is forced. */
  readonly policies: readonly string[];
  readonly isForced: boolean;
  readonly triggers: readonly string[];
  readonly indexes: readonly string[];
}

/** The tables of a database, by name. */
export type Catalogue = ReadonlyMap<string, CatalogueTable>;

type ColumnRow = CatalogueColumn & Omit<CatalogueTable, 'columns'> & { readonly table: string; readonly name: string };

/** What a database really holds, whatever its migrations were meant to make. */
export async function readCatalogue(ownerUrl: string): Promise<Catalogue> {
  const { rows } = await withConnection(ownerUrl, (owner) =>
    owner.query<ColumnRow>(
      `select c.relname as table, a.attname as name, a.attndims > 0 as "isList", not a.attnotnull as "isNullable",
         format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as type,
         coalesce(has_column_privilege((select r.oid from pg_roles r where r.rolname = current_database() || '_service'),
           c.oid, a.attnum, 'update'), false) as "isChanged",
         (select l.collname from pg_collation l where l.oid = a.attcollation and l.collname <> 'default') as collation,
         case when t.typname = 'varchar' then a.atttypmod - 4 end as length,
         (select coalesce(json_object_agg(k.conname, pg_get_constraintdef(k.oid)), '{}') from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks,
         c.relforcerowsecurity as "isForced",
         array(select polname::text from pg_policy p where p.polrelid = c.oid) as policies,
         array(select tgname::text from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) as triggers,
         array(select x.relname::text from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid) as indexes
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    ),
  );
  const catalogue = new Map<string, CatalogueTable & { readonly columns: Map<string, CatalogueColumn> }>();
  for (const { table, name, policies, isForced, triggers, indexes, ...column } of rows) {
    const known = catalogue.get(table) ?? { policies, isForced, triggers, indexes, columns: new Map() };
    known.columns.set(name, column);
    catalogue.set(table, known);
  }
  return catalogue;
}

/** The words that a check admits, as the database prints it. */
export function wordsOfCheck(check: string): string[] {
  return [...check.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word.replaceAll("''", "'"));
}
