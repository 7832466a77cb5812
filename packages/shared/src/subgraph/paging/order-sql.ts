import { ClientError } from '../../errors.js';
import type { OrderDirection } from '../../schema/order-direction.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { Column } from './declared-columns.js';
import type { SqlText } from './sql-text.js';

/** One item of an order, as the caller asked for it. */
export interface OrderItem {
  readonly field: string;
  readonly direction: OrderDirection;
}

/** The position of a row in an order: its keys as text, and its id. */
export interface Position {
  readonly keys: readonly (string | null)[];
  readonly id: string;
}

interface OrderKey {
  /** The masked value. */
  readonly sql: string;
  readonly column: Column;
  /** Whether it can be null, by itself or by its mask: where it cannot, an index on the column is an index in this order. */
  readonly nullable: boolean;
  readonly direction: OrderDirection;
}

/** Reads `orderBy`: exactly one field in each item (the schema says so by `@oneOf`), and no field twice, which bounds the list. */
export function parseOrder(orderBy: readonly object[] | null | undefined): OrderItem[] {
  const items = (orderBy ?? []).map((item, index): OrderItem => {
    const [named, second] = Object.entries(item).filter(([, direction]) => direction != null);
    if (named === undefined) return refuse('no field in one item of an order', index);
    if (second !== undefined) return refuse(`\`${named[0]}\` and \`${second[0]}\` in one item of an order`, index);
    return { field: named[0], direction: named[1] as OrderDirection };
  });
  const seen = new Set<string>();
  for (const [index, { field }] of items.entries()) {
    if (seen.has(field)) refuse(`\`${field}\` twice in an order`, index);
    seen.add(field);
  }
  return items;
}

function refuse(message: string, index: number): never {
  throw new ClientError('INPUT_INVALID', message, `orderBy.${index}`);
}

/** SQL of an order. A value that the viewer may not read is null; nulls come last in both directions; `id` breaks ties. */
export class OrderSql {
  readonly #keys: readonly OrderKey[];
  readonly #sql: SqlText;

  constructor(spec: ConnectionSpec<object>, items: readonly OrderItem[], sql: SqlText) {
    this.#sql = sql;
    this.#keys = items.map(({ field, direction }) => {
      const column = spec.columnOf(field);
      const mask = sql.mask(column.guard);
      const value = mask === null ? column.sql : `(case when ${mask} then ${column.sql} end)`;
      return { column, direction, sql: value, nullable: mask !== null || column.nullable };
    });
  }

  /** Select list of the keys: `k0`, `k1` and so on. */
  get selected(): string {
    return this.#keys.map(({ sql }, index) => `, ${sql} as k${index}`).join('');
  }

  /** The same of the rows `x` that were selected so, as text. */
  get asText(): string {
    return this.#keys.map((_, index) => `, x.k${index}::text`).join('');
  }

  get keyCount(): number {
    return this.#keys.length;
  }

  /** The order of the rows `t`. */
  orderBy(backward: boolean): string {
    return this.#ordered(({ sql }) => sql, 't.id', backward);
  }

  /** The same of the rows `x` that were selected from them. */
  orderBySelected(backward: boolean): string {
    return this.#ordered((_, index) => `x.k${index}`, 'x.id', backward);
  }

  #ordered(sqlOf: (key: OrderKey, index: number) => string, id: string, backward: boolean): string {
    const keys = this.#keys.map((key, index) => {
      const isAscending = (key.direction === 'ASC') !== backward;
      const nulls = key.nullable ? ` nulls ${backward ? 'first' : 'last'}` : '';
      return `${sqlOf(key, index)} ${isAscending ? 'asc' : 'desc'}${nulls}`;
    });
    return [...keys, backward ? `${id} desc` : id].join(', ');
  }

  /** Rows strictly after, or before, a position. Never null, so that it can be negated. */
  beyond(position: Position, side: 'after' | 'before'): string {
    const idTest = `t.id ${side === 'after' ? '>' : '<'} ${this.#sql.value(position.id, 'text')}`;
    const [leading] = this.#keys;
    const beyond = this.#keys.reduceRight((rest, key, index) => {
      const value = position.keys[index] ?? null;
      const same = value === null ? `${key.sql} is null` : this.#same(key, value);
      return `(${this.#strictly(key, value, side)} or (${same} and ${rest}))`;
    }, idTest);
    const value = position.keys[0] ?? null;
    // Where an index begins to be read: of a disjunction no index knows.
    if (leading === undefined || leading.nullable || value === null) return beyond;
    const bound = this.#isUpwards(leading, side) ? '>=' : '<=';
    return `(${leading.sql} ${bound} ${this.#at(leading, value)} and ${beyond})`;
  }

  #isUpwards({ direction }: OrderKey, side: 'after' | 'before'): boolean {
    return (direction === 'ASC') === (side === 'after');
  }

  #same(key: OrderKey, value: string): string {
    const test = `${key.sql} = ${this.#at(key, value)}`;
    return key.nullable ? `(${key.sql} is not null and ${test})` : test;
  }

  #strictly(key: OrderKey, value: string | null, side: 'after' | 'before'): string {
    if (value === null) return side === 'after' ? 'false' : `${key.sql} is not null`;
    const operator = this.#isUpwards(key, side) ? '>' : '<';
    if (!key.nullable) return `${key.sql} ${operator} ${this.#at(key, value)}`;
    const moved = `(${key.sql} is not null and ${key.sql} ${operator} ${this.#at(key, value)})`;
    return side === 'after' ? `(${moved} or ${key.sql} is null)` : moved;
  }

  #at(key: OrderKey, value: string): string {
    return this.#sql.value(value, key.column.type);
  }
}
