import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import type { ConnectionSpec } from './connection-spec.js';
import { filterSql, linkSql } from './filter-sql.js';
import { OrderSql, type Position } from './order-sql.js';
import type { PageWindow } from './page-window.js';
import { rowsOfRareWord } from './rare-word.js';
import { searchSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** The rows of a page by their positions. */
export interface Slice {
  readonly positions: readonly Position[];
  /** Handlings of those rows and of the further one. */
  readonly handlings: readonly HandlingNumber[];
  /** A further row on the side that the page grows to. */
  readonly more: boolean;
}

/** How many rows there are, and their distinct handlings. */
export interface Count {
  readonly rows: number;
  readonly handlings: readonly HandlingNumber[];
}

/** What the same page is asked of: rows that one statement reads for many parents at once. */
export interface PageQuestion {
  readonly spec: ConnectionSpec<object>;
  readonly filter: object | null;
  readonly window: PageWindow;
  /** The forward link to the parents; null at the root, where there is one parent and no link. */
  readonly link: string | null;
}

/** A row of a statement. */
export type Row = Readonly<Record<string, string | number | null>> & {
  readonly handlings?: readonly HandlingNumber[] | null;
};

/** The statements behind a page. Row level security has already removed what the viewer must not see. */
export class PageStatements {
  #rare: Promise<readonly string[] | null> | null = null;

  constructor(
    readonly context: CallContext,
    readonly question: PageQuestion,
  ) {
    // Refuses a bad filter even when only a part is asked for that would not run it.
    this.#tests(new SqlText(context.masks), null);
  }

  /** The page of each parent. */
  async slices(parents: readonly string[]): Promise<Slice[]> {
    const { spec, window } = this.question;
    const { size, backward, after, before } = window;
    const rare = await this.#rareRows();
    const sql = new SqlText(this.context.masks);
    const order = new OrderSql(spec, window.order, sql);
    const tests = this.#tests(sql, rare);
    if (after !== null) tests.push(order.beyond(after, 'after'));
    if (before !== null) tests.push(order.beyond(before, 'before'));
    const read = (further: readonly string[]): string =>
      `select t.id, t.handling_id${order.selected} from ${spec.table} t ${whereOf([...further, ...tests])}
         order by ${order.orderBy(backward)} limit ${size + 1}`;
    const few = order.keyCount === 0 ? this.#fewHandlings(sql) : null;
    // By id the few handlings are walked side by side, each by its own index, instead of all rows for the few among them.
    const page =
      few === null
        ? read(this.#sparse(sql))
        : `select t.* from ${few} h(id) cross join lateral (${read(['t.handling_id = h.id'])}) t
             order by ${order.orderBy(backward)} limit ${size + 1}`;
    const rows = await this.#rows(
      sql,
      `select p.place, x.id, x.handling_id${order.asText} from ${parentsSql(parents, sql)} cross join lateral (${page}) x
         order by p.place, ${order.orderBySelected(backward)}`,
    );
    return parents.map((_, place) =>
      sliceOf(
        rows.filter((row) => row.place === place),
        window,
        order.keyCount,
      ),
    );
  }

  /** How many rows each parent has, whatever the page. */
  async counts(parents: readonly string[]): Promise<Count[]> {
    const rare = await this.#rareRows();
    const sql = new SqlText(this.context.masks);
    const counted = `select count(*)::int as count, array_agg(distinct t.handling_id) as handlings
       from ${this.question.spec.table} t ${whereOf([...this.#sparse(sql), ...this.#tests(sql, rare)])}`;
    const rows = await this.#rows(
      sql,
      `select p.place, x.count, x.handlings from ${parentsSql(parents, sql)} cross join lateral (${counted}) x`,
    );
    const counts = new Map(
      rows.map((row): [unknown, Count] => [row.place, { rows: Number(row.count), handlings: row.handlings ?? [] }]),
    );
    return parents.map((_, place) => counts.get(place) ?? { rows: 0, handlings: [] });
  }

  /** The handling of the nearest row that a parent has at a position or on its other side; null when there is none. */
  async handlingBeside(parent: string, position: Position, side: 'after' | 'before'): Promise<HandlingNumber | null> {
    const { spec, window } = this.question;
    const rare = await this.#rareRows();
    const sql = new SqlText(this.context.masks);
    const order = new OrderSql(spec, window.order, sql);
    const tests = [...this.#tests(sql, rare), `not ${order.beyond(position, side)}`];
    const nearest = `select t.handling_id from ${spec.table} t ${whereOf(tests)} order by ${order.orderBy(side === 'after')} limit 1`;
    const rows = await this.#rows(
      sql,
      `select x.handling_id from ${parentsSql([parent], sql)} cross join lateral (${nearest}) x`,
    );
    const [beside] = rows;
    return beside === undefined ? null : parseHandlingNumber(Number(beside.handling_id));
  }

  /** Which rows `t` of one parent `p` are meant. */
  async whereSql(sql: SqlText): Promise<string> {
    const rare = await this.#rareRows();
    return whereOf([...this.#sparse(sql), ...this.#tests(sql, rare)]);
  }

  /** Runs a statement over the rows of one parent for each of them. */
  async ofParents(parents: readonly string[], columns: string, text: string, sql: SqlText): Promise<Row[][]> {
    const selected = columns.replaceAll(/\w+/g, 'x.$&');
    const all = `select p.place, ${selected} from ${parentsSql(parents, sql)} cross join lateral (${text}) x`;
    const rows = await this.#rows(sql, all);
    return parents.map((_, place) => rows.filter((row) => row.place === place));
  }

  /** The handlings of a viewer who sees few, as rows; null of one who sees many, and where a link leads to few rows anyway. */
  #fewHandlings(sql: SqlText): string | null {
    const few = this.question.link === null ? this.context.masks.fewVisible() : null;
    return few === null ? null : `unnest(${sql.value(few, 'int4[]')})`;
  }

  /** What each visible row passes, so that it narrows nothing but the search. */
  #sparse(sql: SqlText): readonly string[] {
    const few = this.#fewHandlings(sql);
    return few === null ? [] : [`t.handling_id in (select ${few})`];
  }

  #rareRows(): Promise<readonly string[] | null> {
    const { spec, window } = this.question;
    this.#rare ??= window.words.length === 0 ? Promise.resolve(null) : rowsOfRareWord(this.context, spec, window.words);
    return this.#rare;
  }

  #tests(sql: SqlText, rare: readonly string[] | null): string[] {
    const { spec, filter, link, window } = this.question;
    const linked = link === null ? [] : [linkSql(spec, link, 'p.id', sql)];
    return [...linked, ...filterSql(spec, filter, sql), ...searchSql(spec, window.words, rare, sql)];
  }

  #rows(sql: SqlText, text: string): Promise<Row[]> {
    return this.context.read((manager) => manager.query<Row[]>(text, sql.values));
  }
}

function parentsSql(parents: readonly string[], sql: SqlText): string {
  const ids = sql.value(parents, 'text[]');
  return `(select id, (ordinality - 1)::int as place from unnest(${ids}) with ordinality u(id, ordinality)) p`;
}

function sliceOf(rows: readonly Row[], { size, backward }: PageWindow, keyCount: number): Slice {
  const positions = rows.slice(0, size).map((row) => ({
    id: String(row.id),
    keys: Array.from({ length: keyCount }, (_, index) => textOrNull(row[`k${index}`])),
  }));
  return {
    positions: backward ? positions.reverse() : positions,
    handlings: rows.map((row) => parseHandlingNumber(Number(row.handling_id))),
    more: rows.length > size,
  };
}

function textOrNull(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function whereOf(tests: readonly string[]): string {
  return tests.length === 0 ? '' : `where ${tests.join(' and ')}`;
}
