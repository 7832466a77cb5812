import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { ClientError } from '../../errors.js';
import type { GeoCircle } from '../../schema/place-conditions.js';
import type { CallContext } from '../reading/call-context.js';
import { type Count, countSql, toCount } from './count-sql.js';
import { EXACT_MAX } from './exact-max.js';
import { orderOfSelected, type Position } from './order-sql.js';
import {
  fewOf,
  pageSql,
  type Reading,
  type RowQuestion,
  rowsAsked,
  type Stage,
  stagesOf,
  testsOf,
  WALKED_MAX,
  whereOf,
} from './page-sql.js';
import type { PageWindow } from './page-window.js';
import { RARE_MAX, type RareRows, rowsOfRareWord, rowsOfWords, standingIn } from './rare-word.js';
import { SqlText } from './sql-text.js';
import type { StandingWords } from './standing-words.js';

/** The rows of a page by their positions. */
export interface Slice {
  readonly positions: readonly Position[];
  /** Handlings of those rows and of the further one. */
  readonly handlings: readonly HandlingNumber[];
  /** A further row on the side that the page grows to. */
  readonly more: boolean;
}

/** What the same page is asked of: rows that one statement reads for many parents at once; at the root there is one parent and no link. */
export interface PageQuestion extends RowQuestion {
  readonly window: PageWindow;
}

/** A row of a statement. */
export type Row = Readonly<Record<string, string | number | null>> & {
  readonly handlings?: readonly HandlingNumber[] | null;
};

const NONE: Count = { rows: 0, isExact: true, handlings: [] };
const NOTHING: Slice = { positions: [], handlings: [], more: false };

/** The statements behind a page. Row level security has already removed what the viewer must not see. */
export class PageStatements {
  #rare: Promise<RareRows | null> | null = null;
  #stands: Promise<StandingWords | null> | null = null;

  constructor(
    readonly context: CallContext,
    readonly question: PageQuestion,
  ) {
    // Refuses a bad filter even when only a part is asked for that would not run it.
    testsOf(question, new SqlText(context.masks));
  }

  /** The page of each parent. */
  async slices(parents: readonly string[]): Promise<Slice[]> {
    const { window } = this.question;
    const { size, backward, after, before, order } = window;
    const rows = await this.#read(parents, {
      order,
      backward,
      bounds: [
        ...(after === null ? [] : [{ position: after, side: 'after', isIncluded: false } as const]),
        ...(before === null ? [] : [{ position: before, side: 'before', isIncluded: false } as const]),
      ],
      limit: size + 1,
    });
    return parents.map((_, place) =>
      sliceOf(
        rows.filter((row) => row.place === place),
        window,
      ),
    );
  }

  /** How many rows each parent has, whatever the page. */
  async counts(parents: readonly string[]): Promise<Count[]> {
    const standing = this.#isOfWords ? await this.#standing() : null;
    if (standing !== null) {
      const count = { rows: standing.rows, isExact: standing.rows <= EXACT_MAX, handlings: standing.handlings };
      return count.isExact ? parents.map(() => count) : this.#cut(parents.map(() => count));
    }
    const rare = await this.#rareRows();
    // Of one common beginning and no further test it is known already in which rows it stands first.
    if (this.#isOfWords && this.question.words.length === 1 && rare?.isWhole === false) {
      return parents.map(() => ({ rows: rare.places.length, isExact: false, handlings: rare.handlings }));
    }
    // Of words that all are common the rows are looked through that come first, and no further.
    const sql = new SqlText(this.context.masks);
    const counted = countSql({ ...this.question, rare }, sql);
    if (counted === null) return parents.map(() => NONE);
    const rows = await this.#rows(
      sql,
      `select p.place, x.count, x.handlings from ${parentsSql(parents, sql)} cross join lateral (${counted.text}) x`,
    );
    const counts = new Map(rows.map((row): [unknown, Count] => [row.place, toCount(row, counted.isBounded)]));
    const all = parents.map((_, place) => counts.get(place) ?? NONE);
    if (rare?.isWhole === false) return all.map((count) => ({ ...count, isExact: false }));
    return all.every(({ isExact }) => isExact) ? all : this.#cut(all);
  }

  /** Which of too many rows were counted says nothing that is meant: they are told of as all the rows that the viewer sees. */
  async #cut(counts: readonly Count[]): Promise<Count[]> {
    const sql = new SqlText(this.context.masks);
    const every = countSql(
      { spec: this.question.spec, filter: null, words: [], rare: null, link: null, fixed: null },
      sql,
    );
    const [row] = every === null ? [] : await this.#rows(sql, every.text);
    const { handlings } = toCount(row ?? {}, false);
    return counts.map((count) => (count.isExact ? count : { rows: EXACT_MAX, isExact: false, handlings }));
  }

  /** The handling of the nearest row that a parent has at a position or on its other side; null when there is none. */
  async handlingBeside(parent: string, position: Position, side: 'after' | 'before'): Promise<HandlingNumber | null> {
    const [beside] = await this.#read([parent], {
      order: this.question.window.order,
      backward: side === 'after',
      bounds: [{ position, side: side === 'after' ? 'before' : 'after', isIncluded: true }],
      limit: 1,
    });
    return beside === undefined ? null : parseHandlingNumber(Number(beside.handling_id));
  }

  /** Which rows `t` of one parent `p` are meant. */
  async whereSql(sql: SqlText): Promise<string> {
    const question = await this.#withRare();
    const few = fewOf(question, sql);
    const among = few === null ? sql.among() : [`t.handling_id = any(${sql.value(few, 'int4[]')})`];
    return whereOf([...among, ...testsOf(question, sql)]);
  }

  /** Runs a statement over the rows of one parent for each of them. */
  async ofParents(parents: readonly string[], columns: string, text: string, sql: SqlText): Promise<Row[][]> {
    const selected = columns.replaceAll(/\w+/g, 'x.$&');
    const all = `select p.place, ${selected} from ${parentsSql(parents, sql)} cross join lateral (${text}) x`;
    const rows = await this.#rows(sql, all);
    return parents.map((_, place) => rows.filter((row) => row.place === place));
  }

  /** The question, with the rows that have the words, where they are few. */
  async #withRare(): Promise<RowQuestion> {
    const standing = this.question.words.length === 0 ? null : await this.#standing();
    if (standing !== null && standing.rows > RARE_MAX) return { ...this.question, rare: null };
    const rare = await this.#rareRows();
    return { ...this.question, rare: rare?.isWhole === true ? rare : null };
  }

  /** The first rows that have the words; null where none is searched for. */
  #rareRows(): Promise<RareRows | null> {
    this.#rare ??= this.question.words.length === 0 ? Promise.resolve(null) : this.#firstRows(RARE_MAX);
    return this.#rare;
  }

  async #firstRows(most: number): Promise<RareRows> {
    const { spec, words } = this.question;
    const standing = await this.#standing();
    return standing === null ? rowsOfRareWord(this.context, spec, words, most) : rowsOfWords(standing, most);
  }

  #standing(): Promise<StandingWords | null> {
    const { spec, words } = this.question;
    this.#stands ??= standingIn(this.context, spec, words);
    return this.#stands;
  }

  /**
   * Rows near a point are looked for in circles round it, each wider than the one before, until one holds enough: by the cells of the map,
   * and nothing is put in order that lies far away. Where all is near, or few rows may be read, there is nothing to be spared.
   */
  async #read(parents: readonly string[], reading: Reading): Promise<Row[]> {
    const next = await this.#nextOfWords(reading);
    if (next !== null) return this.#readOnce({ ...this.question, rare: next }, parents, reading);
    const question = await this.#withRare();
    const isFew = fewOf(question, rowsAsked(question, new SqlText(this.context.masks))) !== null;
    for (const near of reading.backward || isFew ? [] : circlesOf(reading)) {
      const rows = await this.#readOnce(question, parents, { ...reading, near });
      if (parents.every((_, at) => rows.filter(({ place }) => place === at).length === reading.limit)) return rows;
    }
    const rows = await this.#readOnce(question, parents, reading);
    const isFull = rows.length === parents.length * reading.limit;
    return isFull || !(await this.#isCut(question, parents, reading)) ? rows : this.#readRare(parents, reading);
  }

  /** The rows of a page that is of words alone and in the order of ids, by the lists of the words; null for any other. */
  async #nextOfWords({ order, backward, bounds, limit }: Reading): Promise<RareRows | null> {
    const [from = null, ...others] = bounds;
    const isNext = from === null || (from.side === 'after' && !from.isIncluded);
    if (!this.#isOfWords || order.length > 0 || backward || others.length > 0 || !isNext) return null;
    const standing = await this.#standing();
    return standing === null ? null : rowsOfWords(standing, limit, from?.position.id);
  }

  /** Whether words are all that its rows are found by. */
  get #isOfWords(): boolean {
    const { filter, fixed, link, words } = this.question;
    return words.length > 0 && filter === null && fixed === null && link === null;
  }

  /** Whether a page may be short because words that all are common were looked for in the first rows alone. */
  async #isCut(question: RowQuestion, parents: readonly string[], reading: Reading): Promise<boolean> {
    if (question.words.length === 0 || question.rare !== null) return false;
    const sql = new SqlText(this.context.masks);
    const all = pageSql({ ...question, words: [] }, { ...reading, limit: WALKED_MAX + 1 }, sql);
    if (all === null) return false;
    const counted = `select count(*)::int as rows from ${parentsSql(parents, sql)} cross join lateral (${all}) x group by p.place`;
    const counts = await this.#rows(sql, counted);
    return counts.some(({ rows }) => Number(rows) > WALKED_MAX);
  }

  /** The page among all rows that have the words; throws INPUT_INVALID where those are too many, too. */
  async #readRare(parents: readonly string[], reading: Reading): Promise<Row[]> {
    const standing = await this.#standing();
    const isTooMany = standing !== null && standing.rows > WALKED_MAX;
    const rare = isTooMany ? null : await this.#firstRows(WALKED_MAX);
    if (rare?.isWhole) return this.#readOnce({ ...this.question, rare }, parents, reading);
    const text = `words that stand in so many rows are looked for in ${WALKED_MAX} of them: say a rarer word, or filter`;
    // The one code whose words the gateway tells; they are the same whatever rows there are.
    throw new ClientError('INPUT_INVALID', text, 'search');
  }

  /** Of one parent it is read in stages; of several each needs another part of it. */
  async #readOnce(question: RowQuestion, parents: readonly string[], reading: Reading): Promise<Row[]> {
    const stages = parents.length > 1 ? ['all' as const] : stagesOf(question, reading, new SqlText(this.context.masks));
    const rows: Row[] = [];
    for (const stage of stages) {
      const limit = reading.limit - rows.length;
      rows.push(...(await this.#readStage(question, parents, { ...reading, limit }, stage)));
      if (parents.length === 1 && rows.length === reading.limit) return rows;
    }
    return rows;
  }

  async #readStage(
    question: RowQuestion,
    parents: readonly string[],
    reading: Reading,
    stage: Stage,
  ): Promise<readonly Row[]> {
    const sql = new SqlText(this.context.masks);
    const page = pageSql(question, reading, sql, stage);
    if (page === null) return [];
    const asText = reading.order.map((_, index) => `, x.k${index}::text`).join('');
    return this.#rows(
      sql,
      `select p.place, x.id, x.handling_id${asText} from ${parentsSql(parents, sql)} cross join lateral (${page}) x
         order by p.place, ${orderOfSelected(reading.order, reading.backward)}`,
    );
  }

  #rows(sql: SqlText, text: string): Promise<Row[]> {
    return this.context.read((manager) => manager.query<Row[]>(text, sql.values));
  }
}

/** Metres of the circles: cells of a wider one are too many to be looked into. */
const CIRCLES = [5_000, 20_000, 80_000, 320_000, 800_000];

/** The circles in which the rows of a page may lie; none for an order by anything but a place, nor where no place comes any more. */
function circlesOf({ order: [first], bounds }: Reading): GeoCircle[] {
  const from = first?.from;
  if (from === null || from === undefined) return [];
  const begins = bounds.filter(({ side }) => side === 'after').map(({ position }) => position.keys[0] ?? null);
  if (begins.includes(null)) return [];
  const nearest = Math.max(0, ...begins.map(Number));
  return CIRCLES.filter((meters) => meters > nearest).map((meters) => ({ ...from, meters }));
}

function parentsSql(parents: readonly string[], sql: SqlText): string {
  const ids = sql.value(parents, 'text[]');
  return `(select id, (ordinality - 1)::int as place from unnest(${ids}) with ordinality u(id, ordinality)) p`;
}

function sliceOf(rows: readonly Row[], { size, backward, order }: PageWindow): Slice {
  if (rows.length === 0) return NOTHING;
  const positions = rows.slice(0, size).map((row) => ({
    id: String(row.id),
    keys: order.map((_, index) => textOrNull(row[`k${index}`])),
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
