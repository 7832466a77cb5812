import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import type { Counted, Hit, Position } from './search-hit.js';
import { kindSql, type SearchedKind, searchedSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** Postings of the beginning that are counted, and among how many of them a page is looked for. */
const POSTINGS_MAX = 3_000;
const PAGED_MAX = 2_000;
/** The same of the rarest of several words, which are looked for in each record that it stands in. */
const CANDIDATES_MAX = 2_000;

interface Found extends Hit {
  /** How often its word stands in it. */
  readonly postings: number;
}

interface Intersection {
  readonly hits: readonly Hit[];
  readonly isExact: boolean;
}

const NOTHING_FOUND: Counted = { rows: 0, isExact: true, handlings: [] };

/** A search of which a word, mostly the beginning that is the last, has so many lists that they are not read: it is looked for in the first records alone. */
export class CommonWords {
  #all: Promise<Intersection> | null = null;

  constructor(
    readonly context: CallContext,
    readonly kinds: readonly SearchedKind[],
    readonly words: readonly SearchWord[],
  ) {}

  /** The first hits behind a position. */
  async hits(after: Position | null, limit: number): Promise<readonly Hit[]> {
    const [only, second] = this.words;
    if (only !== undefined && second === undefined) return this.#hitsOf(only, after, limit);
    const { hits } = await this.#intersection();
    const beyond = after === null ? hits : hits.filter((hit) => compare(hit, after) > 0);
    return beyond.slice(0, limit);
  }

  async count(): Promise<Counted> {
    const [only, second] = this.words;
    if (only !== undefined && second === undefined) return this.#countOf(only);
    const { hits, isExact } = await this.#intersection();
    return { rows: hits.length, isExact, handlings: [...new Set(hits.map(({ handling }) => handling))] };
  }

  async #hitsOf(word: SearchWord, after: Position | null, limit: number): Promise<readonly Hit[]> {
    const sql = new SqlText(this.context.masks);
    // All whole words are of one rank, so a page is the next records in the order of the index, each as often as it has fields.
    const fields = Math.max(...this.kinds.map((kind) => kind.fields.length));
    const [most, from] = word.isPrefix ? [PAGED_MAX, null] : [limit * fields, after?.[1] ?? null];
    const postings = postingsSql(this.kinds, word, most, sql, from);
    if (postings === null) return [];
    const beyond =
      after === null ? '' : `where (x.rank, x.id) > (${sql.value(after[0], 'int4')}, ${sql.value(after[1], 'text')})`;
    return this.#rows(`select * from (${hitsSql(postings)}) x ${beyond} order by x.rank, x.id limit ${limit}`, sql);
  }

  async #countOf(word: SearchWord): Promise<Counted> {
    const sql = new SqlText(this.context.masks);
    const postings = postingsSql(this.kinds, word, POSTINGS_MAX + 1, sql);
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
    const postings = postingsSql(this.kinds, rarest, CANDIDATES_MAX + 1, sql);
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
    const each = this.words.map((word) => postingsSql(this.kinds, word, CANDIDATES_MAX + 1, sql));
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
    const postings = postingsOfSql(this.kinds, word, ids, sql);
    if (postings === null || ids.length === 0) return [];
    const having = new Map((await this.#rows(hitsSql(postings), sql)).map((hit) => [hit.id, hit.rank]));
    return hits.flatMap((hit) => {
      const rank = having.get(hit.id);
      return rank === undefined ? [] : [{ ...hit, rank: hit.rank + rank }];
    });
  }

  async #rows(text: string, sql: SqlText): Promise<readonly Found[]> {
    const rows = await this.context.read((manager) => manager.query<Found[]>(text, sql.values));
    return rows.map((row) => ({ ...row, handling: parseHandlingNumber(row.handling) }));
  }
}

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
  kinds: readonly SearchedKind[],
  word: SearchWord,
  most: number,
  sql: SqlText,
  after: string | null = null,
): string | null {
  const behind = after === null ? '' : ` and t.record_id > ${sql.value(after, 'text')}`;
  const parts = kinds.flatMap((kind) => {
    const readable = kindSql(kind, sql);
    if (readable === null) return [];
    return `(select t.type, t.record_id, t.handling_id, t.token, ${rankSql(word, sql)} as rank from search_token t
      where ${readable} and ${wordSql('t', word, sql)}${behind} order by t.token, t.record_id limit ${most})`;
  });
  if (parts.length === 0) return null;
  return `select o.* from (${parts.join(' union all ')}) o order by o.token, o.record_id, o.type limit ${most}`;
}

/** The postings of a word in some records. */
function postingsOfSql(
  kinds: readonly SearchedKind[],
  word: SearchWord,
  ids: readonly string[],
  sql: SqlText,
): string | null {
  const readable = searchedSql(kinds, sql);
  if (readable === null) return null;
  return `select t.type, t.record_id, t.handling_id, ${rankSql(word, sql)} as rank from search_token t
    where t.record_id = any(${sql.value(ids, 'text[]')}) and ${wordSql('t', word, sql)} and ${readable}`;
}

/** Whether it stands there only as the beginning of a longer word. */
const rankSql = ({ text, isPrefix }: SearchWord, sql: SqlText): string =>
  isPrefix ? `case when t.token = ${sql.value(text, 'text')} then 0 else 1 end` : '0';
