import type { DeclaredColumn, DeclaredPairs, DeclaredTable } from '../tables/declared-table.js';
import { columnNameOf } from './column-name.js';
import { linkNamesOf, tableOf } from './names-of.js';
import type { Line, RecordDeclaration } from './record.js';

const PLAIN = {
  isList: false,
  isNullable: false,
  isUnique: false,
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
  const { name, table, prefix, rules, lines } = record;
  const indexed = lines.flatMap((line) => {
    if (line.what === 'value' && line.isOrdered) return [columnNameOf(line.property)];
    return line.what === 'link' && !line.isMany ? [`${columnNameOf(line.property)}_id`] : [];
  });
  return {
    name: table,
    type: name,
    ...uses,
    prefix,
    rules,
    columns: [...OWN, ...lines.flatMap((line) => columnsOf(line))],
    indexed,
    pairs: lines.flatMap((line) => pairsOf(table, line, linked.includes(line.property))),
  };
}

function columnsOf(line: Line): DeclaredColumn[] {
  const name = columnNameOf(line.property);
  switch (line.what) {
    case 'value':
      return [{ ...line.kind, name, isNullable: line.isNullable, isUnique: line.isUnique, refersTo: null }];
    case 'kept':
      return [{ ...line.kind, name, isNullable: line.isNullable, isUnique: false, refersTo: null }];
    case 'belongs':
      return [{ ...PLAIN, name, type: 'text', isUnique: true, refersTo: tableOf(line.to()) }];
    case 'link':
      // Refers to no table: a link may be older than the news of its row, and is hidden until then.
      return line.isMany ? [] : [{ ...PLAIN, name: `${name}_id`, type: 'text', isNullable: true }];
    case 'made':
      return [];
  }
}

function pairsOf(table: string, line: Line, isWritten: boolean): DeclaredPairs[] {
  if (line.what !== 'link' || !line.isMany) return [];
  const names = linkNamesOf(table, line);
  return 'through' in names ? [{ name: names.through, holder: names.holder, target: names.target, isWritten }] : [];
}
