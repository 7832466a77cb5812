import { type ClassType, getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { columnOf } from '../record/declared-table-of.js';
import { recordOf } from '../record/record.js';
import type { Link } from '../tables/link.js';

/** A type of records whose changes are told, and which fields of it each column stands behind. */
export interface ToldType {
  readonly type: string;
  /** By column, or by the table of a link. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** What is told of an entity: its declaration says which column is behind which field. A column behind no field shows nowhere. */
export function toldTypeOf(entity: ClassType<object>, links: Readonly<Record<string, Link>> = {}): ToldType {
  const type = getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name ?? entity.name;
  const shown = new Set(
    getMetadataStorage()
      .fields.filter(({ target }) => target === entity)
      .map(({ name }) => name),
  );
  const columns = getMetadataArgsStorage()
    .columns.filter(({ target, propertyName }) => target === entity && shown.has(propertyName))
    .map(({ propertyName, options }): [string, string] => [options.name ?? propertyName, propertyName]);
  const linked = Object.entries(links).map(([field, link]): [string, string] => [
    'column' in link ? link.column : link.through,
    field,
  ]);
  const fields = new Map<string, string[]>();
  for (const [column, field] of [...columns, ...linked, ...madeOf(entity)]) {
    fields.set(column, [...(fields.get(column) ?? []), field]);
  }
  return { type, fields };
}

/** Fields that are made of others, behind each column that they are made of. */
function madeOf(entity: ClassType<object>): [string, string][] {
  const { lines = [] } = recordOf(entity) ?? {};
  return lines.flatMap((line) =>
    line.what !== 'made'
      ? []
      : lines
          .filter(({ property }) => line.from.includes(property))
          .map((part): [string, string] => [columnOf(part), line.property]),
  );
}

/** The fields behind which something changed; what no field shows is left out, and so is the handling, which is told apart. */
export function fieldsBehind({ fields }: ToldType, columns: readonly string[]): string[] {
  const changed = columns.flatMap((column) => fields.get(column) ?? []);
  return [...new Set(changed)].filter((field) => field !== 'id' && field !== 'handling');
}
