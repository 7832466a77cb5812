import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import { PART_PLACES } from '../search/search-table.js';
import type { SearchWord } from '../search/search-words.js';
import { EXACT_MAX } from './exact-max.js';
import { listsMaxOf, listsSql, type Within } from './lists-sql.js';
import { findRareWord } from './rare-handlings.js';
import { kindSql, type SearchedKind, standsSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** What a look costs in buffers: at the records of one handling, and at so many entries of an index. */
const [HANDLING_BUFFERS, ENTRIES_A_BUFFER] = [5, 70];
const DEAR_BUFFERS = 400;
/** More entries than are likely to be needed are read at once. */
const SPARE = 1.5;
/** Handlings under which is looked first, by who sees more: where the words stand in so many records already that none are counted, no further lists are read. */
const LOOKED_FIRST = 1_024;
/** Looks of four buffers each, whether a word stands in a record, that cost less than the lists. */
const LOOKS_MAX = 100;

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
    /** The lists that this was read of, where they are not all. */
    readonly within: Within,
  ) {}

  /** Null where one of the words has too many lists. */
  static async find(
    context: CallContext,
    kinds: readonly SearchedKind[],
    words: readonly SearchWord[],
  ): Promise<StandingWords | null> {
    const { masks } = context;
    if (words.length === 0 || new SqlText(masks).few(false) !== null) {
      return StandingWords.#findIn(context, kinds, words, {});
    }
    const rare = await findRareWord(context, kinds, words);
    if (rare !== null) return StandingWords.#findIn(context, kinds, words, { rare });
    const below = words.some(({ isPrefix }) => isPrefix) ? null : masks.seen().afterMembers(LOOKED_FIRST);
    const first = below === null ? null : await StandingWords.#findIn(context, kinds, words, { below });
    if (first !== null && first.rows > EXACT_MAX) return first;
    return StandingWords.#findIn(context, kinds, words, {});
  }

  /** Under the handlings whose lists are read. */
  static async #findIn(
    context: CallContext,
    kinds: readonly SearchedKind[],
    words: readonly SearchWord[],
    within: Within,
  ): Promise<StandingWords | null> {
    const sql = new SqlText(context.masks);
    const lists = listsSql(kinds, words, sql, within);
    if (lists === null || words.length === 0) return new StandingWords(context, kinds, words, [], null, {});
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
    return new StandingWords(context, kinds, words, recordsIn(found), rarestOf(found, words), within);
  }

  /** Which part of the handlings that are seen was looked at; where it is not all there are more records than are counted. */
  get part(): number {
    return this.within.below === undefined ? 1 : LOOKED_FIRST / this.context.masks.seen().count;
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
    if (this.part < 1) return false;
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
    const looks = this.#looksFor(asked);
    const isLooked = looks !== null && looks * (this.words.length - 1) <= LOOKS_MAX;
    if (!isLooked && this.part < 1) {
      // What was read of a part of the handlings says where the words stand under no others.
      const whole = await StandingWords.#findIn(this.context, this.kinds, this.words, {});
      if (whole !== null) return whole.page(asked);
    }
    const all = this.#all(asked.standing);
    const areLooked = isLooked || this.part < 1;
    for (
      let entries = areLooked && looks !== null ? looks : this.#entries(asked.standing, asked.limit);
      ;
      entries *= 4
    ) {
      const found = await this.#byWord(asked, entries, areLooked);
      if (found.length === asked.limit || entries >= all) return found.slice(0, asked.limit);
    }
  }

  /** In how many records of the rarest word it is looked for the others, until a page is full; null where one is a beginning. */
  #looksFor({ standing, limit }: StandingPage): number | null {
    if (this.rarest === null || this.words.some(({ isPrefix }) => isPrefix)) return null;
    return Math.ceil((limit * this.rarest.rows * SPARE) / Math.max(1, this.count(standing)));
  }

  get #share(): number {
    const { masks } = this.context;
    return Math.max(1, masks.seen().count) / Math.max(1, masks.known());
  }

  /** Entries of the word that is gone through, of which each record has one for each field at most. */
  #all(standing: Standing): number {
    const fields = Math.max(...this.kinds.map((kind) => kind.fields.length));
    return Math.ceil((this.#walked(standing).rows * fields) / this.part);
  }

  #walked(standing: Standing): { readonly word: SearchWord; readonly rows: number } {
    const [first] = this.words;
    if (this.rarest !== null) return this.rarest;
    // Of one beginning alone those where it stands whole are gone through as a whole word.
    return { word: { text: first?.text ?? '', isPrefix: false }, rows: this.count(standing) };
  }

  #entries(standing: Standing, limit: number): number {
    const hits = Math.max(1, this.count(standing) / this.part);
    return Math.ceil(Math.min(this.#all(standing), ((limit * this.#all(standing)) / hits) * SPARE));
  }

  async #byPlace({ standing, after, limit }: StandingPage): Promise<readonly StandingRecord[]> {
    const sql = new SqlText(this.context.masks);
    const behind = after === null ? '' : `where f.record_id > ${sql.value(after, 'text')}`;
    const lists = listsSql(this.kinds, this.words, sql, this.within);
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
  async #byWord(
    { standing, after, limit }: StandingPage,
    entries: number,
    areLooked: boolean,
  ): Promise<readonly StandingRecord[]> {
    const sql = new SqlText(this.context.masks);
    const { word } = this.#walked(standing);
    const others = this.words.filter((other) => other !== word);
    const behind = after === null ? '' : ` and t.record_id > ${sql.value(after, 'text')}`;
    const found = new Set(this.records.filter((of) => countOf(of, standing) > 0).map(({ type }) => type));
    const parts = this.kinds.flatMap((kind) => {
      const readable = this.part < 1 || found.has(kind.name) ? kindSql(kind, sql) : null;
      if (readable === null) return [];
      const part = `(select t.type, t.token, t.record_id, t.handling_id, t.place from search_token t
        where ${readable} and ${wordSql('t', word, sql)}${behind} order by t.token, t.record_id limit ${entries})`;
      if (!areLooked || others.length === 0) return [part];
      // Few are looked at: whether the other words stand there is asked of each, and no list is read.
      return [`(select t.* from ${part} t where ${others.map((other) => standsSql(kind, other, sql)).join(' and ')})`];
    });
    const gone = `select u.* from (${parts.join(' union all ')}) u order by u.token, u.record_id limit ${entries}`;
    if (areLooked) {
      return this.#records(
        `select distinct e.type, e.record_id as id, e.handling_id as handling from (${gone}) e order by id limit ${limit}`,
        sql,
      );
    }
    const lists = listsSql(this.kinds, this.words, sql, this.within);
    return this.#records(
      `${lists} select distinct e.type, e.record_id as id, e.handling_id as handling from (${gone}) e
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

/** The records of each kind in which all words stand. */
const recordsIn = (found: readonly Summed[]): readonly StandingRecords[] =>
  found.flatMap(({ type, rows, whole, handlings }) =>
    type === null ? [] : [{ type, rows, whole, handlings: (handlings ?? []).map((id) => parseHandlingNumber(id)) }],
  );

/** The word that the least records have whole. */
function rarestOf(found: readonly Summed[], words: readonly SearchWord[]): StandingWords['rarest'] {
  const whole = found.flatMap(({ word: at, whole: rows }) => {
    const word = at === null ? undefined : words[at];
    return word === undefined || word.isPrefix ? [] : [{ word, rows }];
  });
  return whole.toSorted((a, b) => a.rows - b.rows)[0] ?? null;
}

const countOf = ({ rows, whole }: StandingRecords, standing: Standing): number =>
  standing === 'whole' ? whole : standing === 'any' ? rows : rows - whole;
