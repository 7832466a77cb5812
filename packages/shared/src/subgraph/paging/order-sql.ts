import { ClientError } from '../../errors.js';
import type { OrderDirection } from '../../schema/order-direction.js';
import type { MapPoint } from '../../schema/place-conditions.js';
import type { ReaderLanguage } from '../../schema/reader-language.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { Column } from './declared-columns.js';
import { distanceSql } from './geo-sql.js';
import { checkPoint } from './map-cover.js';
import type { SqlText } from './sql-text.js';

/** One item of an order, as the caller asked for it. */
export interface OrderItem {
  readonly field: string;
  readonly direction: OrderDirection;
  /** Of a place, the point that it is near to or far from. */
  readonly from: MapPoint | null;
  /** Of a text, the language in whose alphabet it is put in order; null for the order that is for all. */
  readonly language: ReaderLanguage | null;
}

/** The position of a row in an order: its keys as text, and its id. */
export interface Position {
  readonly keys: readonly (string | null)[];
  readonly id: string;
}

/** Rows on one side of a position, and the row there as well where that is asked for. */
export interface Bound {
  readonly position: Position;
  readonly side: 'after' | 'before';
  readonly isIncluded: boolean;
}

/**
 * Whether rows of a part of a page have a value in the first field of the order: they are read apart, each by an index of their own.
 * Some may have one and some not where there are so few that they are put in order in memory.
 */
export type Leading = 'value' | 'none' | 'closed' | 'mixed';

/** What rows are ordered by: a column or, by a place, how far it is from a point. */
export interface OrderColumn extends Pick<Column, 'type' | 'nullable' | 'guard'> {
  /** SQL of the stored column: whether there is a value can be told by it. */
  readonly stored: string;
  /** Writes what rows are ordered by. */
  readonly write: (sql: SqlText) => string;
}

/** The column behind an item of an order. */
export function orderColumnOf(spec: ConnectionSpec<object>, { field, from, language }: OrderItem): OrderColumn {
  const place = from === null ? undefined : spec.placeOf(field);
  if (from !== null && place !== undefined) {
    const write = (sql: SqlText): string => distanceSql(place, from, sql);
    return { stored: place.cell, write, type: 'float8', nullable: true, guard: place.guard };
  }
  const { sql: stored, type, nullable, guard } = spec.columnOf(field);
  const collation = spec.collationOf(field, language);
  const ordered = collation === null ? stored : `${stored} collate "${collation}"`;
  return { stored, write: () => ordered, type, nullable, guard };
}

interface OrderKey {
  readonly item: OrderItem;
  readonly column: OrderColumn;
  /** The value as the viewer may read it. */
  readonly sql: string;
  readonly mayBeNull: boolean;
}

/** Reads `orderBy`: exactly one field in each item (the schema says so by `@oneOf`), and no field twice, which bounds the list. */
export function parseOrder(
  orderBy: readonly object[] | null | undefined,
  language: ReaderLanguage | null = null,
): OrderItem[] {
  const items = (orderBy ?? []).map((item, index): OrderItem => {
    const [named, second] = Object.entries(item).filter(([, direction]) => direction != null);
    if (named === undefined) return refuse('no field in one item of an order', index);
    if (second !== undefined) return refuse(`\`${named[0]}\` and \`${second[0]}\` in one item of an order`, index);
    return { field: named[0], ...wayOf(named[1], `orderBy.${index}.${named[0]}`), language };
  });
  const seen = new Set<string>();
  for (const [index, { field }] of items.entries()) {
    if (seen.has(field)) refuse(`\`${field}\` twice in an order`, index);
    seen.add(field);
  }
  return items;
}

/** The way of an order: up or down the values of a field or, by a place, away from a point. */
function wayOf(value: unknown, argument: string): Pick<OrderItem, 'direction' | 'from'> {
  if (typeof value !== 'object') return { direction: value as OrderDirection, from: null };
  const from = value as MapPoint;
  checkPoint(from, argument);
  return { direction: 'ASC', from };
}

function refuse(message: string, index: number): never {
  throw new ClientError('INPUT_INVALID', message, `orderBy.${index}`);
}

/** SQL of the order of rows `x` that were selected with their keys: nulls come last in both directions, and `id` goes with the first key. */
export function orderOfSelected(items: readonly OrderItem[], backward: boolean, of = 'x'): string {
  const keys = items.map(({ direction }, index) => {
    const isAscending = (direction === 'ASC') !== backward;
    return `${of}.k${index} ${isAscending ? 'asc' : 'desc'} nulls ${backward ? 'first' : 'last'}`;
  });
  return [...keys, `${of}.id ${isIdAscending(items, backward) ? 'asc' : 'desc'}`].join(', ');
}

/** Ties go the way of the first key, so that one index serves both directions. */
const isIdAscending = ([leading]: readonly OrderItem[], backward: boolean): boolean =>
  ((leading?.direction ?? 'ASC') === 'ASC') !== backward;

/** Whether rows of a part can lie within a bound: those without a value come after all that have one. */
export function reaches(leading: Leading, { position, side }: Bound): boolean {
  const [value] = position.keys;
  if (value === undefined || leading === 'mixed') return true;
  const hasValue = leading === 'value';
  return hasValue === (value !== null) || (side === 'before') === hasValue;
}

/** SQL of an order over rows that are alike in whether the first key has a value. A value that the viewer may not read is null. */
export class OrderSql {
  readonly #keys: readonly OrderKey[];

  constructor(
    readonly spec: ConnectionSpec<object>,
    readonly items: readonly OrderItem[],
    readonly leading: Leading,
    readonly sql: SqlText,
  ) {
    this.#keys = items.map((item, index) => {
      const column = orderColumnOf(spec, item);
      if (index === 0 && leading !== 'mixed') {
        const value = leading === 'value' ? column.write(sql) : `null::${column.type}`;
        return { item, column, sql: value, mayBeNull: leading !== 'value' };
      }
      const mask = sql.mask(column.guard);
      const value = mask === null ? column.write(sql) : `(case when ${mask} then ${column.write(sql)} end)`;
      return { item, column, sql: value, mayBeNull: mask !== null || column.nullable };
    });
  }

  /** Select list of the keys: `k0`, `k1` and so on. */
  get selected(): string {
    return this.#keys.map(({ sql }, index) => `, ${sql} as k${index}`).join('');
  }

  /** What makes rows alike in the first key. */
  tests(): string[] {
    const [first] = this.#keys;
    if (first === undefined || !['value', 'none'].includes(this.leading) || !first.column.nullable) return [];
    return [`${first.column.stored} is ${this.leading === 'value' ? 'not ' : ''}null`];
  }

  /**
   * Order of the rows `t`, or of such as were selected in it with their keys; where a key is never null nothing is said of nulls, and an
   * index on it is an index in this order.
   */
  orderBy(backward: boolean, areSelected = false): string {
    const keys = this.#keys.flatMap(({ item, column, sql, mayBeNull }, index) => {
      const isAscending = (item.direction === 'ASC') !== backward;
      const way = isAscending ? 'asc' : 'desc';
      const key = areSelected ? `t.k${index}` : sql;
      if (index > 0) return [`${key} ${way}${mayBeNull ? ` nulls ${backward ? 'first' : 'last'}` : ''}`];
      // All null or none: how nulls are put is as the index has it. That rows without a value are alike in it the planner does not see.
      if (this.leading === 'closed' || (areSelected && this.leading === 'none')) return [];
      return [`${this.leading === 'none' ? column.stored : key} ${way}`];
    });
    return [...keys, `t.id ${isIdAscending(this.items, backward) ? 'asc' : 'desc'}`].join(', ');
  }

  /** The same of rows that were selected with their keys. */
  orderOfSelected(backward: boolean, of: string): string {
    return orderOfSelected(this.items, backward, of);
  }

  /** Tests that rows lie within a bound that some of them reach. */
  within(bound: Bound): string[] {
    const [first, ...others] = this.#keys;
    const { position, side } = bound;
    if (first === undefined) return [this.#idTest(bound)];
    if (this.leading === 'mixed') return [this.#beyond(this.#keys, 0, bound)];
    const value = position.keys[0] ?? null;
    if ((this.leading === 'value') !== (value !== null)) return [];
    if (value === null) return [this.#beyond(others, 1, bound)];
    const at = this.sql.value(value, first.column.type);
    const up = this.#isUpwards(first.item, side);
    if (others.length > 0) {
      const tied = `(${first.sql} ${up ? '>' : '<'} ${at} or (${first.sql} = ${at} and ${this.#beyond(others, 1, bound)}))`;
      // Where an index begins to be read: of a disjunction no index knows.
      return [`${first.sql} ${up ? '>=' : '<='} ${at}`, tied];
    }
    const operator = `${up ? '>' : '<'}${bound.isIncluded ? '=' : ''}`;
    return [`(${first.sql}, t.id) ${operator} (${at}, ${this.sql.value(position.id, 'text')})`];
  }

  #beyond(keys: readonly OrderKey[], from: number, bound: Bound): string {
    return keys.reduceRight((rest, key, index) => {
      const value = bound.position.keys[from + index] ?? null;
      const same =
        value === null ? `${key.sql} is null` : `(${key.sql} is not null and ${key.sql} = ${this.#at(key, value)})`;
      return `(${this.#strictly(key, value, bound.side)} or (${same} and ${rest}))`;
    }, this.#idTest(bound));
  }

  #idTest({ position, side, isIncluded }: Bound): string {
    const up = isIdAscending(this.items, side === 'before');
    return `t.id ${up ? '>' : '<'}${isIncluded ? '=' : ''} ${this.sql.value(position.id, 'text')}`;
  }

  #isUpwards({ direction }: OrderItem, side: 'after' | 'before'): boolean {
    return (direction === 'ASC') === (side === 'after');
  }

  #strictly(key: OrderKey, value: string | null, side: 'after' | 'before'): string {
    if (value === null) return side === 'after' ? 'false' : `${key.sql} is not null`;
    const moved = `(${key.sql} is not null and ${key.sql} ${this.#isUpwards(key.item, side) ? '>' : '<'} ${this.#at(key, value)})`;
    return side === 'after' ? `(${moved} or ${key.sql} is null)` : moved;
  }

  #at(key: OrderKey, value: string): string {
    return this.sql.value(value, key.column.type);
  }
}
