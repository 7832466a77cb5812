import { type Catalogue, type CatalogueColumn, type CatalogueTable, wordsOfCheck } from './catalogue.js';
import { columnTypeSql } from './column-sql.js';
import type { ColumnTypeName, DeclaredCell, DeclaredColumn, DeclaredPairs, DeclaredTable } from './declared-table.js';
import { languageIndexNames } from './language-indexes.js';
import { alongName, amongName, type OrderedColumns } from './order-indexes.js';
import { indexNames } from './row-indexes.js';

/** Where a database is not what records declare. */
export type Difference =
  | { readonly what: 'no table'; readonly table: DeclaredTable }
  | { readonly what: 'no pairs'; readonly table: DeclaredTable; readonly pairs: DeclaredPairs }
  | { readonly what: 'not bound' | 'not told'; readonly table: DeclaredTable; readonly pairs: DeclaredPairs | null }
  | { readonly what: 'not written'; readonly table: DeclaredTable; readonly pairs: DeclaredPairs | null }
  | { readonly what: 'not changed' | 'not searched' | 'not counted'; readonly table: DeclaredTable }
  | { readonly what: 'not indexed'; readonly table: DeclaredTable }
  | { readonly what: 'not in order'; readonly table: DeclaredTable; readonly missing: OrderedColumns }
  | { readonly what: 'not in languages'; readonly table: DeclaredTable }
  | { readonly what: 'no cells'; readonly table: DeclaredTable; readonly cell: DeclaredCell }
  | { readonly what: 'no column'; readonly table: DeclaredTable; readonly column: DeclaredColumn }
  | {
      readonly what: 'type' | 'null' | 'words';
      readonly table: DeclaredTable;
      readonly column: DeclaredColumn;
      readonly found: CatalogueColumn;
    };

/** Names of types as the catalogue prints them, where that is not how they are declared. */
const PRINTED = new Map<string, ColumnTypeName>([
  ['character varying', 'varchar'],
  ['timestamp with time zone', 'timestamptz'],
]);

/** Every difference between records and a database; what the database has beside them is its own. */
export function differencesOf(tables: readonly DeclaredTable[], catalogue: Catalogue): Difference[] {
  return tables.flatMap((table): Difference[] => {
    const found = catalogue.get(table.name);
    if (found === undefined) return [{ what: 'no table', table }];
    return [
      ...table.columns.flatMap((column) => differencesOfColumn(table, column, found.columns.get(column.name))),
      ...table.cells.flatMap((cell) =>
        found.columns.has(cell.name) ? [] : [{ what: 'no cells', table, cell } as const],
      ),
      ...differencesOfRows(table, null, found),
      ...(table.isSearched && !catalogue.has('search_list') ? [{ what: 'not searched', table } as const] : []),
      ...(isChanged(table, found) ? [] : [{ what: 'not changed', table } as const]),
      ...(table.isCounted && !found.triggers.includes('count_insert') ? [{ what: 'not counted', table } as const] : []),
      ...(isIndexed(table, found) ? [] : [{ what: 'not indexed', table } as const]),
      ...notInOrder(table, found),
      ...(isInLanguages(table, found) ? [] : [{ what: 'not in languages', table } as const]),
      ...table.pairs.flatMap((pairs) => differencesOfPairs(table, pairs, catalogue.get(pairs.name))),
    ];
  });
}

/** Whether rows are found by each column that they are to be found by. */
function isIndexed({ name, found }: DeclaredTable, { indexes }: CatalogueTable): boolean {
  return found === null || indexNames(name, found).every((index) => indexes.includes(index));
}

/** The columns whose orders and counts are not read from indexes of their own; of cells that are not there yet their own step makes it. */
function notInOrder(table: DeclaredTable, { indexes, columns }: CatalogueTable): Difference[] {
  const isMissing = (index: string): boolean => !indexes.includes(index);
  const { ordered = [], counted = [] } = table.found ?? {};
  const cells = table.cells.map(({ name }) => name).filter((cell) => columns.has(cell));
  const missing = {
    ordered: ordered.filter((column) => isMissing(alongName(table.name, column))),
    counted: [...counted, ...cells].filter((column) => isMissing(amongName(table.name, column))),
  };
  return missing.ordered.length + missing.counted.length === 0 ? [] : [{ what: 'not in order', table, missing }];
}

/** Whether texts are put in order as readers of each of its languages have it. */
function isInLanguages(table: DeclaredTable, { indexes }: CatalogueTable): boolean {
  return languageIndexNames(table).every((index) => indexes.includes(index));
}

/** Whether commands may change what they are to change. */
function isChanged({ changed }: DeclaredTable, { columns, policies }: CatalogueTable): boolean {
  if (changed.length === 0) return true;
  return policies.includes('changed') && changed.every((name) => columns.get(name)?.isChanged === true);
}

function differencesOfPairs(
  table: DeclaredTable,
  pairs: DeclaredPairs,
  found: CatalogueTable | undefined,
): Difference[] {
  const isThere = found?.columns.has(pairs.holder) === true && found.columns.has(pairs.target);
  return isThere ? differencesOfRows(table, pairs, found) : [{ what: 'no pairs', table, pairs }];
}

/** Whether rows are shown to nobody but who sees them, and whether their changes are told. */
function differencesOfRows(table: DeclaredTable, pairs: DeclaredPairs | null, found: CatalogueTable): Difference[] {
  const isBound = found.isForced && found.policies.includes('visible');
  const isTold = !table.isTold || found.triggers.includes('tell');
  const isWritten = (pairs ?? table).isWritten && !found.policies.includes('written');
  return [
    ...(isBound ? [] : [{ what: 'not bound', table, pairs } as const]),
    ...(isTold ? [] : [{ what: 'not told', table, pairs } as const]),
    ...(isWritten ? [{ what: 'not written', table, pairs } as const] : []),
  ];
}

function differencesOfColumn(
  table: DeclaredTable,
  column: DeclaredColumn,
  found: CatalogueColumn | undefined,
): Difference[] {
  if (found === undefined) return [{ what: 'no column', table, column }];
  const aspects: ['type' | 'null' | 'words', boolean][] = [
    ['type', foundTypeSql(found) === columnTypeSql(column)],
    ['null', found.isNullable === column.isNullable],
    ['words', column.words === null || sameWords(column.words, found)],
  ];
  return aspects.filter(([, agrees]) => !agrees).map(([what]) => ({ what, table, column, found }));
}

/** The type of a column that was found, in words of declarations. */
export function foundTypeSql({ type, ...found }: CatalogueColumn): string {
  const name = PRINTED.get(type) ?? type;
  const ordered = found.collation === null ? '' : ` collate "${found.collation}"`;
  return `${name}${found.length === null ? '' : `(${found.length})`}${found.isList ? '[]' : ''}${ordered}`;
}

/** The check that admits the words of a vocabulary: the one of its column that names words at all. */
export function wordCheckOf({ checks }: CatalogueColumn): { readonly name: string; readonly text: string } | null {
  const found = Object.entries(checks).find(([, text]) => wordsOfCheck(text).length > 0);
  return found === undefined ? null : { name: found[0], text: found[1] };
}

function sameWords(words: readonly string[], found: CatalogueColumn): boolean {
  const check = wordCheckOf(found);
  const admitted = check === null ? [] : wordsOfCheck(check.text);
  return admitted.toSorted().join() === words.toSorted().join();
}

/** A difference in one line. */
export function differenceText(difference: Difference): string {
  const { table } = difference;
  switch (difference.what) {
    case 'no table':
      return `no migration makes ${table.name}`;
    case 'no pairs':
      return `no migration makes ${difference.pairs.name} of ${difference.pairs.holder} and ${difference.pairs.target}`;
    case 'not bound':
      return `${difference.pairs?.name ?? table.name} is not bound to what a viewer sees`;
    case 'not told':
      return `changes of ${difference.pairs?.name ?? table.name} are not told`;
    case 'not written':
      return `no command may add to ${difference.pairs?.name ?? table.name}`;
    case 'not changed':
      return `no command may change ${table.changed.join(', ')} of ${table.name}`;
    case 'not searched':
      return `no migration makes words of ${table.name}`;
    case 'no cells':
      return `no migration makes ${table.name}.${difference.cell.name}`;
    case 'not counted':
      return `nobody counts the rows of ${table.name}`;
    case 'not indexed':
      return `rows of ${table.name} are not found by an index`;
    case 'not in order':
      return `rows of ${table.name} are not read in order, or counted, from an index by ${[...difference.missing.ordered, ...difference.missing.counted].join(', ')}`;
    case 'not in languages':
      return `rows of ${table.name} are not read in the orders of ${table.languages?.join(', ')} from an index`;
    case 'no column':
      return `no migration makes ${table.name}.${difference.column.name}`;
    case 'type':
      return `${table.name}.${difference.column.name} is ${foundTypeSql(difference.found)}, declared is ${columnTypeSql(difference.column)}`;
    case 'null':
      return `${table.name}.${difference.column.name} may ${difference.found.isNullable ? '' : 'not '}be null, declared is the contrary`;
    case 'words':
      return `${table.name}.${difference.column.name} is not held to its words`;
  }
}
