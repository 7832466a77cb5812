import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import { PART_PLACES } from '../search/search-table.js';
import type { SearchWord } from '../search/search-words.js';
import { kindSql, listedSql, type SearchedKind, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** Rows of lists that are read of a word, and of a beginning by who sees much; of one that has more it is not known where it stands. */
const LISTS_MAX = 20_000;
const LISTS_BEGUN_MAX = 1_000;
/** What a look costs in buffers: at the records of one handling, and at so many entries of an index. */
const [HANDLING_BUFFERS, ENTRIES_A_BUFFER] = [5, 70];
const DEAR_BUFFERS = 400;
/** More entries than are likely to be needed are read at once. */
const SPARE = 1.5;

/** Records of one kind in which all words of a search stand. */
export interface StandingRecords {
  readonly type: string;
  readonly rows: number;
  /** Those of them where each word stands whole. */
  readonly whole: number;
  readonly handlings: readonly HandlingNumber[];
}

/** A record in which all words stand. */
export interface StandingRecord {
  readonly type: string;
  readonly id: string;
  readonly handling: HandlingNumber;
}

interface Summed {
  readonly word: number | null;
  readonly type: string | null;
  readonly rows: number;
  readonly whole: number;
  readonly lists: number;
  readonly handlings: readonly number[] | null;
}

/** Which of the records are asked for: each word stands there whole, the last only as the beginning of longer ones, or either. */
export type Standing = 'whole' | 'begun' | 'any';

/** From where, and how many, in the order of ids. */
export interface StandingPage {
  readonly standing: Standing;
  readonly after: string | null;
  readonly limit: number;
}

const PLACES: Readonly<Record<Standing, string>> = {
  whole: 'x.whole',
  begun: '(x.places & ~x.whole)',
  any: 'x.places',
};

/** Where the words of a search stand together, by the lists that are kept of them: no record is looked at for it. */
export class StandingWords {
  private constructor(
    readonly context: CallContext,
    readonly kinds: readonly SearchedKind[],
    readonly words: readonly SearchWord[],
    readonly records: readonly StandingRecords[],
    /** The word that is to be gone through, as the least records have it whole, and how many those are; null where the only one is a beginning. */
    readonly rarest: { readonly word: SearchWord; readonly rows: number } | null,
  ) {}

  /** Null where one of the words has too many lists. */
  static async find(
    context: CallContext,
    kinds: readonly SearchedKind[],
    words: readonly SearchWord[],
  ): Promise<StandingWords | null> {
    const sql = new SqlText(context.masks);
    const lists = listsSql(kinds, words, sql);
    if (lists === null || words.length === 0) return new StandingWords(context, kinds, words, [], null);
    const ofWords = words.map(
      (_, at) =>
        `select ${at} as word, null::text as type, sum(bit_count(places))::int as rows, sum(bit_count(whole))::int as whole,
           sum(lists)::int as lists, null::int[] as handlings from w${at}`,
    );
    const text = `${lists} select null::int as word, type, sum(bit_count(places))::int as rows, sum(bit_count(whole))::int as whole,
        0 as lists, array_agg(distinct handling_id) as handlings from x where bit_count(places) > 0 group by type
      union all ${ofWords.join(' union all ')}`;
    const found = await context.read((manager) => manager.query<Summed[]>(text, sql.values));
    const isTooMany = ({ word: at, lists: many }: Summed): boolean => {
      const word = at === null ? undefined : words[at];
      return word !== undefined && many > listsMaxOf(word, sql);
    };
    if (found.some(isTooMany)) return null;
    const rarest = found
      .flatMap(({ word: at, whole }) => {
        const word = at === null ? undefined : words[at];
        return word === undefined || word.isPrefix ? [] : [{ word, rows: whole }];
      })
      .toSorted((a, b) => a.rows - b.rows)[0];
    const records = found.flatMap(({ type, rows, whole, handlings }) =>
      type === null ? [] : [{ type, rows, whole, handlings: (handlings ?? []).map((id) => parseHandlingNumber(id)) }],
    );
    return new StandingWords(context, kinds, words, records, rarest ?? null);
  }

  get rows(): number {
    return this.records.reduce((sum, { rows }) => sum + rows, 0);
  }

  get handlings(): readonly HandlingNumber[] {
    return [...new Set(this.records.flatMap(({ handlings }) => handlings))];
  }

  /** How many records stand so. */
  count(standing: Standing): number {
    return this.records.reduce((sum, of) => sum + countOf(of, standing), 0);
  }

  /** Whether they are found by their places alone: no word can be gone through in their order. */
  isByPlace({ standing, limit }: Pick<StandingPage, 'standing' | 'limit'>): boolean {
    const { rarest } = this;
    const word = standing === 'whole' ? (this.words[0] ?? null) : (rarest?.word ?? null);
    if (word === null) return true;
    return this.handlings.length * HANDLING_BUFFERS <= this.#entries(standing, limit) / this.#share / ENTRIES_A_BUFFER;
  }

  /** Whether it costs much to find them by their places, and there is another way: that of who sees much. */
  get isDearByPlace(): boolean {
    const isOther = new SqlText(this.context.masks).few(true) === null;
    return isOther && this.handlings.length * HANDLING_BUFFERS > DEAR_BUFFERS;
  }

  /** The first records in the order of ids behind one. */
  async page(asked: StandingPage): Promise<readonly StandingRecord[]> {
    if (this.count(asked.standing) === 0 || asked.limit === 0) return [];
    if (this.isByPlace(asked)) return this.#byPlace(asked);
    const all = this.#all(asked.standing);
    for (let entries = this.#entries(asked.standing, asked.limit); ; entries *= 4) {
      const found = await this.#byWord(asked, entries);
      if (found.length === asked.limit || entries >= all) return found.slice(0, asked.limit);
    }
  }

  get #share(): number {
    const { masks } = this.context;
    return Math.max(1, masks.seen().count) / Math.max(1, masks.known());
  }

  /** Entries of the word that is gone through, of which each record has one for each field at most. */
  #all(standing: Standing): number {
    const fields = Math.max(...this.kinds.map((kind) => kind.fields.length));
    return this.#walked(standing).rows * fields;
  }

  #walked(standing: Standing): { readonly word: SearchWord; readonly rows: number } {
    const [first] = this.words;
    if (this.rarest !== null) return this.rarest;
    // Of one beginning alone those where it stands whole are gone through as a whole word.
    return { word: { text: first?.text ?? '', isPrefix: false }, rows: this.count(standing) };
  }

  #entries(standing: Standing, limit: number): number {
    const hits = Math.max(1, this.count(standing));
    return Math.ceil(Math.min(this.#all(standing), ((limit * this.#all(standing)) / hits) * SPARE));
  }

  async #byPlace({ standing, after, limit }: StandingPage): Promise<readonly StandingRecord[]> {
    const sql = new SqlText(this.context.masks);
    const behind = after === null ? '' : `where f.record_id > ${sql.value(after, 'text')}`;
    const lists = listsSql(this.kinds, this.words, sql);
    return this.#records(
      `${lists} select f.type, f.record_id as id, f.handling_id as handling from x cross join lateral (
          select p.type, p.record_id, p.handling_id from search_place p
           where p.type = x.type and p.handling_id = x.handling_id and p.place >= x.part * ${PART_PLACES} and p.place < (x.part + 1) * ${PART_PLACES}
             and substring(${PLACES[standing]}, p.place % ${PART_PLACES} + 1, 1) = B'1' offset 0) f ${behind}
        order by f.record_id limit ${limit}`,
      sql,
    );
  }

  /** Among the first entries of a word in the order of ids. */
  async #byWord({ standing, after, limit }: StandingPage, entries: number): Promise<readonly StandingRecord[]> {
    const sql = new SqlText(this.context.masks);
    const { word } = this.#walked(standing);
    const behind = after === null ? '' : ` and t.record_id > ${sql.value(after, 'text')}`;
    const found = new Set(this.records.filter((of) => countOf(of, standing) > 0).map(({ type }) => type));
    const parts = this.kinds.flatMap((kind) => {
      const readable = found.has(kind.name) ? kindSql(kind, sql) : null;
      if (readable === null) return [];
      return `(select t.type, t.token, t.record_id, t.handling_id, t.place from search_token t
        where ${readable} and ${wordSql('t', word, sql)}${behind} order by t.token, t.record_id limit ${entries})`;
    });
    const lists = listsSql(this.kinds, this.words, sql);
    return this.#records(
      `${lists} select distinct e.type, e.record_id as id, e.handling_id as handling from (
          select u.* from (${parts.join(' union all ')}) u order by u.token, u.record_id limit ${entries}) e
         join x on x.type = e.type and x.handling_id = e.handling_id and x.part = e.place / ${PART_PLACES}
        where substring(${PLACES[standing]}, e.place % ${PART_PLACES} + 1, 1) = B'1' order by id limit ${limit}`,
      sql,
    );
  }

  async #records(text: string, sql: SqlText): Promise<readonly StandingRecord[]> {
    const rows = await this.context.read((manager) => manager.query<StandingRecord[]>(text, sql.values));
    return rows.map((row) => ({ ...row, handling: parseHandlingNumber(row.handling) }));
  }
}

const countOf = ({ rows, whole }: StandingRecords, standing: Standing): number =>
  standing === 'whole' ? whole : standing === 'any' ? rows : rows - whole;

/** Who sees few handlings reads their lists alone, and as many as a word has. */
const listsMaxOf = ({ isPrefix }: SearchWord, sql: SqlText): number =>
  isPrefix && sql.few(true) === null ? LISTS_BEGUN_MAX : LISTS_MAX;

/** The lists of each word as `w0`, `w1` …, and as `x` the places at which all of them stand; null where no field of any kind is readable. */
function listsSql(kinds: readonly SearchedKind[], words: readonly SearchWord[], sql: SqlText): string | null {
  const lists = words.map((word) => listSql(kinds, word, sql));
  const known = lists.filter((list) => list !== null);
  if (known.length < lists.length || known.length === 0) return null;
  const together = (of: string): string => known.map((_, at) => `w${at}.${of}`).join(' & ');
  const joined = known.slice(1).map((_, at) => `join w${at + 1} using (type, handling_id, part)`);
  return `with ${known.map((list, at) => `w${at} as materialized (${list})`).join(', ')}, x as materialized (
    select type, handling_id, part, ${together('places')} as places, ${together('whole')} as whole from w0 ${joined.join(' ')})`;
}

/** Where a word stands that the viewer may read there: by kind, handling and part a bit for each place. A list is what its rows turned over. */
function listSql(kinds: readonly SearchedKind[], word: SearchWord, sql: SqlText): string | null {
  const [only, ...others] = kinds;
  const readable = only !== undefined && others.length === 0 ? kindSql(only, sql) : listedSql(kinds, sql);
  if (readable === null) return null;
  const few = sql.few(word.isPrefix);
  const sparse = few === null ? '' : ` and t.handling_id = any(${sql.value(few, 'int4[]')})`;
  const whole = word.isPrefix ? `filter (where l.token = ${sql.value(word.text, 'text')})` : '';
  const bits = `bit(${PART_PLACES})`;
  return `select l.type, l.handling_id, l.part, bit_or(l.places) as places, coalesce(bit_or(l.places) ${whole}, B'0'::${bits}) as whole, count(*) as lists
    from (select t.type, t.token, t.handling_id, t.part, bit_xor(t.places::${bits}) as places from search_list t
      where ${wordSql('t', word, sql)} and ${readable}${sparse} group by t.token, t.handling_id, t.type, t.part, t.field limit ${listsMaxOf(word, sql) + 1}) l group by 1, 2, 3`;
}
