import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import type { ConnectionSpec } from './connection-spec.js';
import { kindSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** Places that are looked at for one word of a search; a word with more of them is common, and rows are walked instead. */
const RARE_MAX = 2_000;

interface Found {
  readonly count: number;
  readonly places: readonly string[] | null;
  readonly handlings: readonly number[] | null;
}

/** The rows in which the rarest word of a search stands. */
export interface RareRows {
  /** The id of each with its handling: the word stands there under that one alone, and need not be asked for again. */
  readonly places: readonly string[];
  readonly handlings: readonly HandlingNumber[];
  readonly word: SearchWord | null;
  /** Whether those are all of them: of a word that is common they are the first. */
  readonly isWhole: boolean;
}

const NO_ROWS: RareRows = { places: [], handlings: [], word: null, isWhole: true };

/** Tests that the row `t` is one of them; `isFound` where rows are found otherwise, and it is no way to find them. */
export function rareSql({ places }: RareRows, isFound: boolean, sql: SqlText): string[] {
  const place = `(t.id || ' ' || t.handling_id) = any(${sql.value(places, 'text[]')})`;
  if (isFound) return [place];
  const ids = places.map((each) => each.slice(0, each.indexOf(' ')));
  return [`t.id = any(${sql.value(ids, 'text[]')})`, place];
}

/**
 * The rows that hold the rarest word of a search in a field that the viewer may read. The database cannot choose by itself whether to look
 * at those or to walk all: it takes every row for hidden, whoever looks.
 */
export async function rowsOfRareWord(
  context: CallContext,
  spec: ConnectionSpec<object>,
  words: readonly SearchWord[],
  most = RARE_MAX,
): Promise<RareRows> {
  const sql = new SqlText(context.masks);
  const readable = kindSql({ name: spec.told.type, fields: spec.searched }, sql);
  if (readable === null || words.length === 0) return NO_ROWS;
  const few = sql.few(true);
  const sparse = few === null ? '' : ` and t.handling_id = any(${sql.value(few, 'int4[]')})`;
  const each = words.map((word) => {
    const places = `select t.record_id, t.handling_id, row_number() over (order by t.token, t.record_id) as place from search_token t
      where ${wordSql('t', word, sql)} and ${readable}${sparse} order by t.token, t.record_id limit ${most + 1}`;
    const first = `filter (where x.place <= ${most})`;
    return `select count(*)::int as count, array_agg(distinct x.record_id || ' ' || x.handling_id) ${first} as places, array_agg(distinct x.handling_id) ${first} as handlings
      from (${places}) x`;
  });
  const found = await context.read((manager) => manager.query<Found[]>(each.join(' union all '), sql.values));
  const [rarest] = found.map((of, at) => ({ ...of, at })).toSorted((a, b) => a.count - b.count);
  if (rarest === undefined) return NO_ROWS;
  const handlings = (rarest.handlings ?? []).map((each) => parseHandlingNumber(each));
  return { places: rarest.places ?? [], handlings, word: words[rarest.at] ?? null, isWhole: rarest.count <= most };
}
