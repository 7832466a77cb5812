import { type ClassType, getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { InternalError } from '../../errors.js';
import { isCombined } from '../../schema/combined-filter.js';
import type { Coordinate } from '../../vocabulary.js';
import { CURSOR_CONTENT_MAX } from '../reading/cursor-seal.js';
import { typeNameOf } from '../record/names-of.js';
import { type Link, linkColumn } from '../tables/link.js';
import { nameOf } from '../tables/sql-name.js';

/** PostgreSQL types that filters and orders may compare: their comparisons are LEAKPROOF. */
const COLUMN_TYPES = new Map<unknown, ColumnType>([
  ['text', 'text'],
  ['varchar', 'text'],
  ['integer', 'int4'],
  ['boolean', 'bool'],
  ['date', 'date'],
  ['timestamptz', 'timestamptz'],
  ['double precision', 'float8'],
]);

/** The longest that JSON makes of one character, and of a value that is no text; and the id with what stands around. */
const CHARACTER_BYTES = 6;
const VALUE_BYTES = 40;
const OTHER_BYTES = 100;

export type ColumnType = 'text' | 'int4' | 'date' | 'timestamptz' | 'bool' | 'float8';

/** A value of the row `t`, or values of a list of it, that may be filtered by. */
export interface Column {
  /** SQL of the value, or of one element; constant text. */
  readonly sql: string;
  readonly type: ColumnType;
  /** The stored column, where the value is what another row says of it: what an index is over. */
  readonly stored: string | null;
  /** Whether there are rows without a value. */
  readonly nullable: boolean;
  /** Characters of the longest text; null where the column is of no length, or no text. */
  readonly length: number | null;
  /** From and where of the elements of `t`; null when the row has one value. A condition holds when it holds for any element. */
  readonly elements: string | null;
  /** What must be readable on the row; EXISTENCE for the id, which is as visible as its row. */
  readonly guard: Coordinate;
}

/** Where the columns of a connection are declared. */
export interface DeclaredColumns {
  /** The node: what is a column of its table, and which field it is. */
  readonly entity: ClassType<object>;
  /** Input types that name what rows may be found and ordered by. */
  readonly filter: ClassType<object>;
  readonly order: ClassType<object>;
  /** Fields of the node that are links, which no column of its own holds. */
  readonly links?: Readonly<Record<string, Link>>;
}

/**
 * The columns behind the fields of a filter and an order. Each is the column that the field of that name is declared with,
 * and is guarded by that field: nobody writes down what guards a column, so nobody can write it down wrong. Throws where a
 * field has no column, or one that cannot be compared without telling of rows that are hidden.
 */
export function columnsOf(
  { entity, filter, order, links = {} }: DeclaredColumns,
  /** Fields of the filter that are places, which several columns hold. */
  places: ReadonlyMap<string, unknown> = new Map(),
): ReadonlyMap<string, Column> {
  const ordered = fieldsOf(order).filter((field) => !places.has(field));
  for (const field of ordered) {
    if (Object.hasOwn(links, field)) refuse(`\`${field}\` is a link, which has no order`);
  }
  const tested = fieldsOf(filter).filter((field) => !isCombined(field) && !places.has(field));
  const names = new Set([...tested, ...ordered, ...Object.keys(links)]);
  // Looked up once: the libraries keep the fields of all types in one list.
  const declared = new Set(fieldsOf(entity));
  const missing = [...names].find((field) => !declared.has(field));
  if (missing !== undefined) refuse(`\`${entity.name}\` has no field \`${missing}\``);
  const columns = new Map([...names].map((field) => [field, columnOf(entity, field, links)]));
  assertCursorsFit(entity, ordered, columns);
  return columns;
}

function columnOf(entity: ClassType<object>, field: string, links: Readonly<Record<string, Link>>): Column {
  const guard: Coordinate = field === 'id' ? 'EXISTENCE' : `${typeNameOf(entity)}.${field}`;
  const link = Object.hasOwn(links, field) ? links[field] : undefined;
  if (link !== undefined) return { ...linkColumn(link), type: 'text', length: null, nullable: true, guard };
  const declared = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) => isOf(entity, target) && propertyName === field,
  );
  if (declared === undefined) return refuse(`\`${entity.name}.${field}\` is neither a column nor a link`);
  const { type, array, length, name = field, nullable = false } = declared.options;
  const known = array === true ? undefined : COLUMN_TYPES.get(type);
  if (known === undefined) return refuse(`\`${entity.name}.${field}\` is no column that may be compared`);
  return {
    sql: `t.${nameOf(name)}`,
    type: known,
    stored: null,
    nullable,
    length: lengthOf(length),
    elements: null,
    guard,
  };
}

const lengthOf = (length: string | number | undefined): number | null => (length === undefined ? null : Number(length));

/** A cursor holds every value that the row is ordered by, so the longest of them together must make one that is taken back. */
function assertCursorsFit(
  entity: ClassType<object>,
  ordered: readonly string[],
  columns: ReadonlyMap<string, Column>,
): void {
  let bytes = OTHER_BYTES;
  for (const [field, { type, length, guard }] of columns) {
    if (!ordered.includes(field)) continue;
    if (type === 'text' && length === null && guard !== 'EXISTENCE')
      refuse(`\`${entity.name}.${field}\` has no length, and a cursor would hold it`);
    bytes += length === null ? VALUE_BYTES : length * CHARACTER_BYTES;
  }
  if (bytes > CURSOR_CONTENT_MAX) refuse(`cursors of \`${entity.name}\` could be longer than they may be`);
}

/** Names in the schema of the fields that a class declares, those of its parents too. */
function fieldsOf(type: ClassType<object>): string[] {
  const fields = getMetadataStorage().fields.filter(({ target }) => isOf(type, target));
  // Filters arrive under the names of properties, and are guarded under the names of fields.
  const renamed = fields.find(({ name, schemaName }) => name !== schemaName);
  if (renamed !== undefined) refuse(`\`${type.name}.${renamed.name}\` has another name in the schema`);
  return fields.map(({ name }) => name);
}

const isOf = (type: ClassType<object>, target: unknown): boolean =>
  target === type || (typeof target === 'function' && type.prototype instanceof target);

function refuse(message: string): never {
  throw new InternalError('INTERNAL', message);
}
