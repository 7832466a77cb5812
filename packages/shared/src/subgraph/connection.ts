import type { ConnectionArgs } from '../schema/connection-args.js';
import type { Edge, Page } from '../schema/connection-types.js';
import type { PageInfo } from '../schema/page-info.js';
import type { CallContext } from './call-context.js';
import type { ConnectionScope, ConnectionSpec } from './connection-spec.js';
import { filterSql, scopeSql } from './filter-sql.js';
import { OrderSql, type Position } from './order-sql.js';
import { cursorOf, type PageWindow, parseWindow } from './page-window.js';
import { SqlText } from './sql-text.js';

interface Slice {
  readonly positions: readonly Position[];
  /** A further row on the side that the page grows to. */
  readonly more: boolean;
}

/** The page of a connection that the arguments ask for; row level security has already removed what the viewer must not see. */
export function connect<T>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  args: ConnectionArgs,
  scope: ConnectionScope | null = null,
): Page<T> {
  const query = new PageQuery(context, spec, args, scope, parseWindow(context, spec, args, scope));
  // Refuses a bad filter even when only a part is asked for that would not run it.
  query.check();
  return new LazyPage(context, spec, query);
}

/** The statements behind one page. */
class PageQuery {
  constructor(
    readonly context: CallContext,
    readonly spec: ConnectionSpec<unknown>,
    readonly args: ConnectionArgs,
    readonly scope: ConnectionScope | null,
    readonly window: PageWindow,
  ) {}

  check(): void {
    this.#where(this.#begin());
  }

  async slice(): Promise<Slice> {
    const { size, backward, after, before } = this.window;
    const sql = this.#begin();
    const order = this.#order(sql);
    const tests = [
      ...this.#where(sql),
      ...(after === null ? [] : [order.beyond(after, 'after')]),
      ...(before === null ? [] : [order.beyond(before, 'before')]),
    ];
    const text = `select t.id${order.selected} from ${this.spec.table} t ${whereOf(tests)}
      order by ${order.orderBy(backward)} limit ${size + 1}`;
    const rows = await this.#rows<Record<string, string | null>>(text, sql);
    const positions = rows.slice(0, size).map((row) => toPosition(row, order.keyCount));
    return { positions: backward ? positions.reverse() : positions, more: rows.length > size };
  }

  /** Whether rows stand at a position or on its far side. */
  async existsBeside(position: Position | null, side: 'after' | 'before'): Promise<boolean> {
    if (position === null) return false;
    const sql = this.#begin();
    const tests = [...this.#where(sql), `not ${this.#order(sql).beyond(position, side)}`];
    const rows = await this.#rows(`select from ${this.spec.table} t ${whereOf(tests)} limit 1`, sql);
    return rows.length > 0;
  }

  async count(): Promise<number> {
    const sql = this.#begin();
    const text = `select count(*)::int as count from ${this.spec.table} t ${whereOf(this.#where(sql))}`;
    const [row] = await this.#rows<{ count: number }>(text, sql);
    return row?.count ?? 0;
  }

  #begin(): SqlText {
    return new SqlText(this.context.masks);
  }

  // Only where it is used: PostgreSQL refuses a statement with a parameter that its text does not mention.
  #order(sql: SqlText): OrderSql {
    return new OrderSql(this.spec, this.window.order, sql);
  }

  #where(sql: SqlText): string[] {
    const scoped = this.scope === null ? [] : [scopeSql(this.spec, this.scope.field, this.scope.id, sql)];
    return [...scoped, ...filterSql(this.spec, this.args.filter, sql)];
  }

  #rows<Row>(text: string, sql: SqlText): Promise<Row[]> {
    return this.context.read((manager) => manager.query<Row[]>(text, sql.values));
  }
}

/** Runs each statement when its part is asked for, and once. */
class LazyPage<T> implements Page<T> {
  readonly isExact = true;
  readonly #context: CallContext;
  readonly #spec: ConnectionSpec<T>;
  readonly #query: PageQuery;
  #slice: Promise<Slice> | null = null;

  constructor(context: CallContext, spec: ConnectionSpec<T>, query: PageQuery) {
    this.#context = context;
    this.#spec = spec;
    this.#query = query;
  }

  get edges(): Promise<readonly Edge<T>[]> {
    return this.#loadEdges();
  }

  get totalCount(): Promise<number> {
    return this.#query.count();
  }

  get pageInfo(): PageInfo {
    const query = this.#query;
    const { backward, after, before } = query.window;
    const slice = () => this.#slicedOnce();
    const cursorAt = async (index: 0 | -1): Promise<string | null> => {
      const position = (await slice()).positions.at(index);
      return position === undefined ? null : cursorOf(this.#context, query.window, position);
    };
    return {
      get hasNextPage() {
        return slice().then(({ more }) => (!backward && more) || query.existsBeside(before, 'before'));
      },
      get hasPreviousPage() {
        return slice().then(({ more }) => (backward && more) || query.existsBeside(after, 'after'));
      },
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(-1);
      },
    };
  }

  #slicedOnce(): Promise<Slice> {
    this.#slice ??= this.#query.slice();
    return this.#slice;
  }

  async #loadEdges(): Promise<readonly Edge<T>[]> {
    const { positions } = await this.#slicedOnce();
    const nodes = await Promise.all(positions.map(({ id }) => this.#spec.load(this.#context, id)));
    return positions.flatMap((position, index) => {
      const node = nodes[index] ?? null;
      return node === null ? [] : [{ node, cursor: cursorOf(this.#context, this.#query.window, position) }];
    });
  }
}

function whereOf(tests: readonly string[]): string {
  return tests.length === 0 ? '' : `where ${tests.join(' and ')}`;
}

function toPosition(row: Record<string, string | null>, keyCount: number): Position {
  return { id: row.id ?? '', keys: Array.from({ length: keyCount }, (_, index) => row[`k${index}`] ?? null) };
}
