import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { Edge, Page } from '../../schema/connection-types.js';
import type { PageInfo } from '../../schema/page-info.js';
import type { CallContext } from '../reading/call-context.js';
import { parseSearch, type SearchWord } from '../search/search-words.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import { kindSql, type SearchedKind, searchedSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** A kind of record that is searched among others. */
export interface SearchedType extends SearchedKind {
  readonly load: (context: CallContext, id: string) => Promise<object | null>;
}

/** What is asked of all kinds of record at once. */
export interface SearchArgs {
  readonly text: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Postings of one word that are looked at: so many records are counted exactly. */
const POSTINGS_MAX = 3_000;
/** The same of the rarest of several words, which are looked for in each record that it stands in. */
const CANDIDATES_MAX = 2_000;

interface Hit {
  readonly type: string;
  readonly id: string;
  readonly handling: HandlingNumber;
  /** How many of the words stand there only as the beginning of longer ones. */
  readonly rank: number;
  /** How often its word stands in it. */
  readonly postings: number;
}

/** The records of some kinds that hold all words of a text in fields that the viewer may read: whole words before beginnings, then by id. */
export function searchAll(context: CallContext, types: readonly SearchedType[], args: SearchArgs): Page<object> {
  const words = parseSearch(args.text, 'text');
  const size = sizeOf(args.first);
  const bound = JSON.stringify([context.viewer.digest, 'search', types.map(({ name }) => name), words]);
  const after = positionOf(context, args.after, bound);
  const search = new Search(context, types, words);
  let found: Promise<readonly Hit[]> | null = null;
  let counted: Promise<Counted> | null = null;
  const hits = () => (found ??= search.hits(after, size));
  const count = () => (counted ??= search.count());
  const cursorOf = ({ rank, id }: Hit): string => context.cursors.seal([rank, id], bound);
  const cursorAt = async (index: 0 | -1): Promise<string | null> => {
    const hit = (await hits()).slice(0, size).at(index);
    return hit === undefined ? null : cursorOf(hit);
  };
  const pageInfo: PageInfo = {
    get hasNextPage() {
      return hits().then((all) => all.length > size);
    },
    // Whoever has a cursor of it has seen what it is of.
    hasPreviousPage: after !== null,
    get startCursor() {
      return cursorAt(0);
    },
    get endCursor() {
      return cursorAt(-1);
    },
    get handlings() {
      return hits().then((all) =>
        oneOfEachKind(
          all.map(({ handling }) => handling),
          context.handlings,
        ),
      );
    },
  };
  const loadEdges = async (): Promise<Edge<object>[]> => {
    const page = (await hits()).slice(0, size);
    const loads = new Map(types.map(({ name, load }) => [name, load]));
    const nodes = await Promise.all(page.map(({ type, id }) => loads.get(type)?.(context, id) ?? null));
    return page.flatMap((hit, index) => {
      const node = nodes[index] ?? null;
      return node === null ? [] : [{ node, cursor: cursorOf(hit) }];
    });
  };
  return {
    pageInfo,
    get isExact() {
      return count().then(({ isExact }) => isExact);
    },
    get edges() {
      return loadEdges();
    },
    get totalCount() {
      return count().then(({ rows }) => rows);
    },
    get handlings() {
      return count().then(({ handlings }) => oneOfEachKind(handlings, context.handlings));
    },
  };
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? PAGE_DEFAULT;
  if (size >= 0 && size <= PAGE_MAX) return size;
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, 'first');
}

type Position = readonly [rank: number, id: string];

function positionOf(context: CallContext, cursor: string | null | undefined, bound: string): Position | null {
  if (cursor === null || cursor === undefined) return null;
  const content = context.cursors.open(cursor, bound);
  // Sealed by ourselves and bound to this search.
  if (Array.isArray(content)) return content as unknown as Position;
  throw new ClientError('INPUT_INVALID', 'not a cursor of this caller and search', 'after');
}

/** What one search finds. Row level security has already removed the words of what the viewer must not see. */
class Search {
  #all: Promise<Intersection> | null = null;

  constructor(
    readonly context: CallContext,
    readonly types: readonly SearchedType[],
    readonly words: readonly SearchWord[],
  ) {}

  /** The hits behind a position, and one more than the page has. */
  async hits(after: Position | null, size: number): Promise<readonly Hit[]> {
    const [only, second] = this.words;
    if (only !== undefined && second === undefined) return this.#hitsOf(only, after, size);
    const { hits } = await this.#intersection();
    const beyond = after === null ? hits : hits.filter((hit) => compare(hit, after) > 0);
    return beyond.slice(0, size + 1);
  }

  async count(): Promise<Counted> {
    const [only, second] = this.words;
    if (only !== undefined && second === undefined) return this.#countOf(only);
    const { hits, isExact } = await this.#intersection();
    return { rows: hits.length, isExact, handlings: [...new Set(hits.map(({ handling }) => handling))] };
  }

  /** Of one word, in the order of an index: whole words come before longer ones. */
  async #hitsOf(word: SearchWord, after: Position | null, size: number): Promise<readonly Hit[]> {
    const sql = new SqlText(this.context.masks);
    // All whole words are of one rank, so a page is the next records in the order of the index, each as often as it has fields.
    const [most, from] = word.isPrefix ? [POSTINGS_MAX, null] : [(size + 1) * fieldsIn(this.types), after?.[1] ?? null];
    const postings = postingsSql(this.types, word, most, sql, from);
    if (postings === null) return [];
    const beyond =
      after === null ? '' : `where (x.rank, x.id) > (${sql.value(after[0], 'int4')}, ${sql.value(after[1], 'text')})`;
    return this.#rows(`select * from (${hitsSql(postings)}) x ${beyond} order by x.rank, x.id limit ${size + 1}`, sql);
  }

  async #countOf(word: SearchWord): Promise<Counted> {
    const sql = new SqlText(this.context.masks);
    const postings = postingsSql(this.types, word, POSTINGS_MAX + 1, sql);
    if (postings === null) return NOTHING_FOUND;
    const text = `select count(*)::int as rows, coalesce(sum(x.postings), 0)::int as postings, coalesce(array_agg(distinct x.handling), '{}') as handlings
      from (${hitsSql(postings)}) x`;
    const [row] = await this.context.read((manager) =>
      manager.query<{ rows: number; postings: number; handlings: HandlingNumber[] }[]>(text, sql.values),
    );
    if (row === undefined) return NOTHING_FOUND;
    const isExact = row.postings <= POSTINGS_MAX;
    return { rows: Math.min(row.rows, POSTINGS_MAX), isExact, handlings: row.handlings };
  }

  /** Of several words: the records of the rarest that have all the others. */
  #intersection(): Promise<Intersection> {
    this.#all ??= this.#intersect();
    return this.#all;
  }

  async #intersect(): Promise<Intersection> {
    const [rarest, ...others] = await this.#byRarity();
    if (rarest === undefined) return { hits: [], isExact: true };
    const sql = new SqlText(this.context.masks);
    const postings = postingsSql(this.types, rarest, CANDIDATES_MAX + 1, sql);
    if (postings === null) return { hits: [], isExact: true };
    const found = await this.#rows(hitsSql(postings), sql);
    const isExact = found.reduce((sum, { postings: many }) => sum + many, 0) <= CANDIDATES_MAX;
    let hits: readonly Hit[] = found;
    for (const word of others) hits = await this.#having(hits, word);
    return { hits: hits.toSorted((a, b) => compare(a, [b.rank, b.id])), isExact };
  }

  /** The words, of which the least records have one first. */
  async #byRarity(): Promise<readonly SearchWord[]> {
    const sql = new SqlText(this.context.masks);
    const each = this.words.map((word) => postingsSql(this.types, word, CANDIDATES_MAX + 1, sql));
    const known = each.filter((postings) => postings !== null);
    if (known.length < this.words.length || known.length === 0) return [];
    const text = known.map((postings, at) => `select ${at} as at, count(*)::int as many from (${postings}) x`);
    const counts = await this.context.read((manager) =>
      manager.query<{ at: number; many: number }[]>(text.join(' union all '), sql.values),
    );
    return counts.toSorted((a, b) => a.many - b.many || a.at - b.at).flatMap(({ at }) => this.words[at] ?? []);
  }

  /** Those of some records that have a further word, with what it adds to their ranks. */
  async #having(hits: readonly Hit[], word: SearchWord): Promise<readonly Hit[]> {
    const sql = new SqlText(this.context.masks);
    const ids = hits.map(({ id }) => id);
    const postings = postingsOfSql(this.types, word, ids, sql);
    if (postings === null || ids.length === 0) return [];
    const having = new Map((await this.#rows(hitsSql(postings), sql)).map((hit) => [hit.id, hit.rank]));
    return hits.flatMap((hit) => {
      const rank = having.get(hit.id);
      return rank === undefined ? [] : [{ ...hit, rank: hit.rank + rank }];
    });
  }

  async #rows(text: string, sql: SqlText): Promise<readonly Hit[]> {
    const rows = await this.context.read((manager) => manager.query<Hit[]>(text, sql.values));
    return rows.map((row) => ({ ...row, handling: parseHandlingNumber(row.handling) }));
  }
}

interface Intersection {
  readonly hits: readonly Hit[];
  readonly isExact: boolean;
}

interface Counted extends Omit<Intersection, 'hits'> {
  readonly rows: number;
  readonly handlings: readonly HandlingNumber[];
}

const NOTHING_FOUND: Counted = { rows: 0, isExact: true, handlings: [] };

function compare({ rank, id }: Hit, [otherRank, otherId]: Position): number {
  if (rank !== otherRank) return rank - otherRank;
  return id < otherId ? -1 : Number(id > otherId);
}

/** Records from their postings. */
const hitsSql = (postings: string): string =>
  `select p.type, p.record_id as id, p.handling_id as handling, min(p.rank)::int as rank, count(*)::int as postings
     from (${postings}) p group by p.type, p.record_id, p.handling_id`;

/**
 * The first postings of a word that the viewer may read, and no more of them: a word that stands everywhere is not gone through. Of each
 * kind of record they come in the order of an index, and nothing is joined that would lose it. Null where there is no field to find it in.
 */
function postingsSql(
  types: readonly SearchedType[],
  word: SearchWord,
  most: number,
  sql: SqlText,
  after: string | null = null,
): string | null {
  const behind = after === null ? '' : ` and t.record_id > ${sql.value(after, 'text')}`;
  const parts = types.flatMap((type) => {
    const readable = kindSql(type, sql);
    if (readable === null) return [];
    return `(select t.type, t.record_id, t.handling_id, t.token, ${rankSql(word, sql)} as rank from search_token t
      where ${readable} and ${wordSql('t', word, sql)}${behind}${sparseSql(sql)} order by t.token, t.record_id limit ${most})`;
  });
  if (parts.length === 0) return null;
  return `select o.* from (${parts.join(' union all ')}) o order by o.token, o.record_id, o.type limit ${most}`;
}

/** The postings of a word in some records. */
function postingsOfSql(
  types: readonly SearchedType[],
  word: SearchWord,
  ids: readonly string[],
  sql: SqlText,
): string | null {
  const readable = searchedSql(types, sql);
  if (readable === null) return null;
  return `select t.type, t.record_id, t.handling_id, ${rankSql(word, sql)} as rank from search_token t
    where t.record_id = any(${sql.value(ids, 'text[]')}) and ${wordSql('t', word, sql)} and ${readable}`;
}

/** The most fields that any of the kinds has. */
const fieldsIn = (types: readonly SearchedType[]): number => Math.max(...types.map(({ fields }) => fields.length));

/** Whether it stands there only as the beginning of a longer word. */
const rankSql = ({ text, isPrefix }: SearchWord, sql: SqlText): string =>
  isPrefix ? `case when t.token = ${sql.value(text, 'text')} then 0 else 1 end` : '0';

/** Who sees little finds the words by what it sees. */
function sparseSql(sql: SqlText): string {
  const few = sql.few(true);
  return few === null ? '' : ` and t.handling_id = any(${sql.value(few, 'int4[]')})`;
}
