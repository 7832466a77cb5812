import type { DeclaredColumn } from './declared-table.js';
import { nameOf } from './sql-name.js';

type ColumnType = Pick<DeclaredColumn, 'type' | 'length' | 'isList'> & { readonly collation: string | null };

/** The type of a column in SQL. */
export function columnTypeSql({ type, length, isList, collation }: ColumnType): string {
  const ordered = collation === null ? '' : ` collate "${collation}"`;
  return `${type}${length === null ? '' : `(${length})`}${isList ? '[]' : ''}${ordered}`;
}

/** What must hold of the value of a column, in SQL; null where its type says all. */
export function columnRuleSql({ name, words, rule, isList }: DeclaredColumn): string | null {
  const column = nameOf(name);
  if (words !== null) {
    const list = words.map(quoted).join(', ');
    return isList ? `${column} <@ array[${list}]` : `${column} in (${list})`;
  }
  if (rule === null || isList) return null;
  return 'matches' in rule ? `${column} ~ ${quoted(rule.matches)}` : `${column} >= ${rule.least}`;
}

/** A column as a table is made with it. */
export function columnSql(column: DeclaredColumn): string {
  const rule = columnRuleSql(column);
  return [
    `${nameOf(column.name)} ${columnTypeSql(column)}`,
    ...(column.isNullable ? [] : ['not null']),
    ...(column.isUnique ? ['unique'] : []),
    ...(column.refersTo === null ? [] : [`references ${nameOf(column.refersTo)} (id)`]),
    ...(rule === null ? [] : [`check (${rule})`]),
  ].join(' ');
}

/** Text of our own declarations, which never needs more than this. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
