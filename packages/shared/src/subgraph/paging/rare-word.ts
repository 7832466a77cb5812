import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import type { ConnectionSpec } from './connection-spec.js';
import { kindSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';
import { StandingWords } from './standing-words.js';

/** Rows that are gathered of those that have the words of a search; of more, rows are walked instead. */
export const RARE_MAX = 2_000;

interface Found {
  readonly count: number;
  readonly places: readonly string[] | null;
  readonly handlings: readonly number[] | null;
}

/** Rows in which some words of a search stand, the only ones that have to be looked at for the others. */
export interface RareRows {
  /** The id of each with its handling: the words stand there under that one alone, and need not be asked for again. */
  readonly places: readonly string[];
  readonly handlings: readonly HandlingNumber[];
  readonly words: readonly SearchWord[];
  /** Whether those are all of them: of words that are common they are the first. */
  readonly isWhole: boolean;
}

/** Tests that the row `t` is one of them; `isFound` where rows are found otherwise, and it is no way to find them. */
export function rareSql({ places }: RareRows, isFound: boolean, sql: SqlText): string[] {
  const place = `(t.id || ' ' || t.handling_id) = any(${sql.value(places, 'text[]')})`;
  if (isFound) return [place];
  const ids = places.map((each) => each.slice(0, each.indexOf(' ')));
  return [`t.id = any(${sql.value(ids, 'text[]')})`, place];
}

/** Where the words of a search stand together among the rows of a connection; null where the last is a beginning of too many. */
export function standingIn(
  context: CallContext,
  spec: ConnectionSpec<object>,
  words: readonly SearchWord[],
): Promise<StandingWords | null> {
  return StandingWords.find(context, [{ name: spec.told.type, fields: spec.searched }], words);
}

/** The first rows in which all words stand, behind one where there is one. */
export async function rowsOfWords(
  standing: StandingWords,
  most: number,
  after: string | null = null,
): Promise<RareRows> {
  const records = await standing.page({ standing: 'any', after, limit: most });
  return {
    places: records.map(({ id, handling }) => `${id} ${handling}`),
    handlings: [...new Set(records.map(({ handling }) => handling))],
    words: standing.words,
    isWhole: standing.rows <= most,
  };
}

/**
 * The first rows that hold the rarest word of a search, where the lists of one are too many to be read. The database cannot choose by itself whether
 * to look at those or to walk all: it takes every row for hidden, whoever looks.
 */
export async function rowsOfRareWord(
  context: CallContext,
  spec: ConnectionSpec<object>,
  words: readonly SearchWord[],
  most: number,
): Promise<RareRows> {
  const sql = new SqlText(context.masks);
  const readable = kindSql({ name: spec.told.type, fields: spec.searched }, sql);
  const each = words.map((word) => {
    const places = `select t.record_id, t.handling_id, row_number() over (order by t.token, t.record_id) as place from search_token t
      where ${wordSql('t', word, sql)} and ${readable} order by t.token, t.record_id limit ${most + 1}`;
    const first = `filter (where x.place <= ${most})`;
    return `select count(*)::int as count, array_agg(distinct x.record_id || ' ' || x.handling_id) ${first} as places, array_agg(distinct x.handling_id) ${first} as handlings
      from (${places}) x`;
  });
  const found = await context.read((manager) => manager.query<Found[]>(each.join(' union all '), sql.values));
  const rarest = found.map((of, at) => ({ ...of, at })).toSorted((a, b) => a.count - b.count)[0];
  const word = words[rarest?.at ?? 0];
  return {
    places: rarest?.places ?? [],
    handlings: (rarest?.handlings ?? []).map((id) => parseHandlingNumber(id)),
    words: word === undefined ? [] : [word],
    isWhole: (rarest?.count ?? 0) <= most,
  };
}
