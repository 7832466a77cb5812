import { type ClassType, getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { InternalError } from '../../errors.js';
import type { Link } from '../tables/link.js';
import { nameOf } from '../tables/sql-name.js';
import { columnNameOf } from './column-name.js';
import { isElsewhere } from './elsewhere.js';
import type { LinkLine } from './record.js';

/** The table that a class is declared with. */
export function tableOf(entity: ClassType<object>): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name;
  return nameOf(table ?? refuse(`\`${entity.name}\` has no table`));
}

/** The name in the schema of the type that a class is declared as. */
export function typeNameOf(entity: ClassType<object>): string {
  const type = getMetadataStorage().objectTypes.find(({ target }) => target === entity);
  return type?.name ?? refuse(`\`${entity.name}\` is no object type`);
}

/** A link in names of the database, which follow from the names of the two types. */
export function linkNamesOf(table: string, { to, isMany, through, property, isFiltered }: LinkLine): Link {
  const target = to();
  if (isElsewhere(target)) {
    // To find rows by it would tell that there is what it leads to.
    if (isMany || isFiltered)
      refuse(`\`${property}\` leads to another service: it is one link, and rows are not found by it`);
    return { to: null, column: `${columnNameOf(property)}_id` };
  }
  if (!isMany) return { to: tableOf(target), column: `${columnNameOf(property)}_id` };
  const other = columnNameOf(typeNameOf(target));
  return { to: tableOf(target), through: through ?? `${table}_${other}`, holder: `${table}_id`, target: `${other}_id` };
}

function refuse(message: string): never {
  throw new InternalError('INTERNAL', message);
}
