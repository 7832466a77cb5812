import {
  type DeclaredCell,
  type DeclaredColumn,
  type DeclaredPairs,
  type DeclaredTable,
  READERS_COLLATION,
} from '../tables/declared-table.js';
import { cellColumnOf } from '../tables/map-cells.js';
import { type ColumnUses, foundColumns } from '../tables/row-indexes.js';
import { columnNameOf } from './column-name.js';
import { isForReaders } from './lines.js';
import { linkNamesOf, tableOf } from './names-of.js';
import type { Line, RecordDeclaration, ValueLine } from './record.js';

const PLAIN = {
  isList: false,
  isNullable: false,
  isUnique: false,
  collation: null,
  length: null,
  words: null,
  rule: null,
  refersTo: null,
} as const;

const OWN: readonly DeclaredColumn[] = [
  { ...PLAIN, name: 'id', type: 'text' },
  { ...PLAIN, name: 'handling_id', type: 'integer', refersTo: 'handling' },
];

/** What happens to rows of a record beside reading. */
export type Uses = Pick<DeclaredTable, 'isTold' | 'isWritten' | 'changed'>;

const READ_ALONE: Uses = { isTold: false, isWritten: false, changed: [] };

/** The column of a line that holds one value. */
export function columnOf({ what, property }: Line): string {
  return what === 'link' ? `${columnNameOf(property)}_id` : columnNameOf(property);
}

/** The table that a record needs: what its migrations are printed from, and compared with. */
export function declaredTableOf(
  record: RecordDeclaration,
  uses: Uses = READ_ALONE,
  linked: readonly string[] = [],
): DeclaredTable {
  const { name, table, prefix, rules, hasOwnIndexes, languages, lines } = record;
  const columns = [...OWN, ...lines.flatMap((line) => columnsOf(line))];
  const found = new Set(lines.filter(isFoundBy).map(columnOf));
  return {
    name: table,
    type: name,
    ...uses,
    isSearched: lines.some((line) => 'isSearched' in line && line.isSearched),
    prefix,
    rules,
    columns,
    isCounted: true,
    found: hasOwnIndexes
      ? null
      : foundColumns(
          columns.filter(({ name: column }) => found.has(column)),
          usesOf(lines.filter(isFoundBy)),
        ),
    pairs: lines.flatMap((line) => pairsOf(table, line, linked.includes(line.property))),
    cells: lines.flatMap((line) => cellsOf(line)),
    languages,
  };
}

function usesOf(lines: readonly Line[]): ColumnUses {
  const of = (holds: (line: Line) => boolean): ReadonlySet<string> => new Set(lines.filter(holds).map(columnOf));
  return {
    ids: of((line) => line.what === 'link'),
    ordered: of((line) => line.what === 'value' && line.isOrdered),
    counted: of((line) => line.what === 'value' && line.isFiltered && line.isGrouped),
  };
}

/** Whether rows are found or ordered by a line, or reached through it. */
function isFoundBy(line: Line): boolean {
  return line.what === 'value' ? line.isFiltered || line.isOrdered : line.what === 'link' && !line.isMany;
}

function columnsOf(line: Line): DeclaredColumn[] {
  const name = columnNameOf(line.property);
  switch (line.what) {
    case 'value':
      return [
        {
          ...line.kind,
          name,
          isNullable: line.isNullable,
          isUnique: line.isUnique,
          collation: collationOf(line),
          refersTo: null,
        },
      ];
    case 'kept':
      return [{ ...line.kind, name, isNullable: line.isNullable, isUnique: false, collation: null, refersTo: null }];
    case 'belongs':
      return [{ ...PLAIN, name, type: 'text', refersTo: tableOf(line.to()) }];
    case 'link':
      // Refers to no table: a link may be older than the news of its row, and is hidden until then.
      return line.isMany ? [] : [{ ...PLAIN, name: `${name}_id`, type: 'text', isNullable: true }];
    case 'made':
      return [];
  }
}

function collationOf(line: ValueLine): DeclaredColumn['collation'] {
  return isForReaders(line) ? READERS_COLLATION : null;
}

function cellsOf(line: Line): DeclaredCell[] {
  if (line.what !== 'made' || line.place === null) return [];
  const { latitude, longitude } = line.place;
  return [
    {
      name: cellColumnOf(columnNameOf(line.property)),
      latitude: columnNameOf(latitude),
      longitude: columnNameOf(longitude),
    },
  ];
}

function pairsOf(table: string, line: Line, isWritten: boolean): DeclaredPairs[] {
  if (line.what !== 'link' || !line.isMany) return [];
  const names = linkNamesOf(table, line);
  return 'through' in names ? [{ name: names.through, holder: names.holder, target: names.target, isWritten }] : [];
}
