import type { ClassType } from 'type-graphql';
import type { HandlingNumber } from '../../brands.js';
import { InternalError } from '../../errors.js';
import { columnNameOf } from '../record/column-name.js';
import { declaredTableOf } from '../record/declared-table-of.js';
import { linkNamesOf } from '../record/names-of.js';
import { type Labelled, type LinkLine, type RecordDeclaration, recordOf, type Stored } from '../record/record.js';
import { indexRows } from '../search/index-rows.js';
import { randomIdWith } from '../tables/random-id.js';
import { nameOf } from '../tables/sql-name.js';
import { allotHandlings } from './allot-handlings.js';
import { type ImportClient, statementsOf } from './import-transaction.js';
import { keepOnly, type Standing } from './keep-only.js';
import { type Pair, replacePairs, upsertRows } from './upsert-rows.js';

const BATCH = 2000;

/** A row before it has an id; `handling` is the text of it. Lines that are made of others are no part of it. */
export type ImportedRow<T extends Labelled> = { readonly handling: string } & {
  readonly [P in Exclude<keyof T, 'id' | 'handling'>]?: Stored<T[P]>;
};

/** What an import brings of a record. */
export interface RecordImport<T extends Labelled> {
  readonly record: ClassType<T>;
  /** Which import: it touches no row that another one, or somebody, has written. */
  readonly importedBy: string;
  /** Property by which the import knows its rows. */
  readonly by: keyof T & string;
  readonly rows: readonly ImportedRow<T>[];
  /** Is told how many rows of a long import are in. */
  readonly report?: (done: number) => void;
}

/** What an import has changed, and the id of each of its rows by the key that it knows it by. */
export interface ImportedRecords extends Standing {
  readonly changed: number;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Loads rows of a record: a new one gets an id, a known one keeps it, one that the import no longer holds is withdrawn. Which
 * columns there are follows from the record; a row that leaves one out is refused, for nobody could tell it from a null.
 */
export async function importRecords<T extends Labelled>(
  client: ImportClient,
  { record, importedBy, by, rows, report }: RecordImport<T>,
): Promise<ImportedRecords> {
  const declared = recordOf(record);
  if (declared === undefined) throw new InternalError('INTERNAL', `\`${record.name}\` is no record`);
  const key = columnNameOf(by);
  const ids = await idsOf(client, declared, { importedBy, key, keys: rows.map((row) => keyOf(row, by)) });
  const handlings = await allotHandlings(client, new Set(rows.map(({ handling }) => handling)));
  const table = declaredTableOf(declared);
  const run = statementsOf(client);
  let changed = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const stored = batch.map((row) => storedRow(declared, row, ids.get(keyOf(row, by)), handlings.get(row.handling)));
    const written = await upsertRows(client, table, stored, importedBy);
    await indexRows(run, record, written);
    changed += written.length;
    report?.(start + batch.length);
  }
  const standing = await keepOnly(client, { table: declared.table, importedBy, key, keys: [...ids.keys()] });
  await indexRows(run, record, [...standing.withdrawn, ...standing.returned]);
  for (const line of declared.lines) {
    if (line.what === 'link' && line.isMany) changed += await replaceLinks(client, declared, line, rows, ids, by);
  }
  return { ...standing, changed, ids };
}

const keyOf = (row: object, by: string): string => String(Reflect.get(row, by));

/** The id of each row that is to be: of one that was brought before, its own, even if it was withdrawn since. */
async function idsOf(
  client: ImportClient,
  { table, prefix }: RecordDeclaration,
  { importedBy, key, keys }: { readonly importedBy: string; readonly key: string; readonly keys: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    `select ${nameOf(key)} as key, id from ${nameOf(table)} where imported_by = $1`,
    [importedBy],
  );
  const known = new Map(rows.map((row) => [row.key, row.id]));
  return new Map(keys.map((each) => [each, known.get(each) ?? randomIdWith(prefix)]));
}

/** A row by its columns; one that leaves a line out is refused, for nobody could tell it from a null. */
export function storedRow(
  declared: RecordDeclaration,
  row: object,
  id: string | undefined,
  handling: HandlingNumber | undefined,
): Readonly<Record<string, unknown>> {
  const stored: Record<string, unknown> = { id, handling_id: handling };
  for (const [property, column] of columnsOf(declared)) {
    const value: unknown = Reflect.get(row, property);
    if (value === undefined)
      throw new InternalError('INTERNAL', `a row of \`${declared.name}\` without \`${property}\``);
    stored[column] = value;
  }
  return stored;
}

const known = new WeakMap<RecordDeclaration, readonly (readonly [property: string, column: string])[]>();

/** Properties of a row that are kept in it, each with its column: found out once for all rows. */
function columnsOf(declared: RecordDeclaration): readonly (readonly [property: string, column: string])[] {
  const found = known.get(declared);
  if (found !== undefined) return found;
  const columns = declared.lines.flatMap((line): [string, string][] => {
    const { property } = line;
    if (line.what === 'made' || (line.what === 'link' && line.isMany)) return [];
    return [[property, line.what === 'link' ? `${columnNameOf(property)}_id` : columnNameOf(property)]];
  });
  known.set(declared, columns);
  return columns;
}

function replaceLinks(
  client: ImportClient,
  { name, table }: RecordDeclaration,
  line: LinkLine,
  rows: readonly object[],
  ids: ReadonlyMap<string, string>,
  by: string,
): Promise<number> {
  const pairs = rows.flatMap((row): Pair[] => {
    const targets: unknown = Reflect.get(row, line.property);
    if (!Array.isArray(targets))
      throw new InternalError('INTERNAL', `a row of \`${name}\` without \`${line.property}\``);
    return targets.map((target) => ({ holder: ids.get(keyOf(row, by)) ?? '', target: String(target) }));
  });
  const names = linkNamesOf(table, line);
  return 'through' in names
    ? replacePairs(
        client,
        { name: names.through, holder: names.holder, target: names.target, isWritten: false },
        [...ids.values()],
        pairs,
      )
    : Promise.resolve(0);
}
