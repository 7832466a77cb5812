import { PART_PLACES } from '../search/search-table.js';
import type { SearchWord } from '../search/search-words.js';
import { kindSql, listedSql, type SearchedKind, wordSql } from './search-sql.js';
import type { SqlText } from './sql-text.js';

/** Rows of lists that are read of a word, and of a beginning by who sees much; of one that has more it is not known where it stands. */
const LISTS_MAX = 20_000;
const LISTS_BEGUN_MAX = 1_000;

/** The handlings whose lists are read, where they are not all that are seen: those of lower numbers, or those of a rare word. */
export interface Within {
  readonly below?: number;
  readonly rare?: RareWord;
}

/** A word, and all handlings under which it stands: the lists of other words are read under those alone. */
export interface RareWord {
  readonly word: SearchWord;
  readonly handlings: readonly number[];
}

/** Who sees few handlings reads their lists alone, and as many as a word has. */
export const listsMaxOf = ({ isPrefix }: SearchWord, sql: SqlText): number =>
  isPrefix && sql.few(true) === null ? LISTS_BEGUN_MAX : LISTS_MAX;

/** The lists of each word as `w0`, `w1` …, and as `x` the places at which all of them stand; null where no field of any kind is readable. */
export function listsSql(
  kinds: readonly SearchedKind[],
  words: readonly SearchWord[],
  sql: SqlText,
  within: Within = {},
): string | null {
  const lists = words.map((word) => listSql(kinds, word, sql, within));
  const known = lists.filter((list) => list !== null);
  if (known.length < lists.length || known.length === 0) return null;
  const together = (of: string): string => known.map((_, at) => `w${at}.${of}`).join(' & ');
  const joined = known.slice(1).map((_, at) => `join w${at + 1} using (type, handling_id, part)`);
  return `with ${known.map((list, at) => `w${at} as materialized (${list})`).join(', ')}, x as materialized (
    select type, handling_id, part, ${together('places')} as places, ${together('whole')} as whole from w0 ${joined.join(' ')})`;
}

/** Where a word stands that the viewer may read there: by kind, handling and part a bit for each place. A list is what its rows turned over. */
function listSql(
  kinds: readonly SearchedKind[],
  word: SearchWord,
  sql: SqlText,
  { below, rare }: Within,
): string | null {
  const [only, ...others] = kinds;
  const readable = only !== undefined && others.length === 0 ? kindSql(only, sql) : listedSql(kinds, sql);
  if (readable === null) return null;
  const few = rare === undefined || rare.word === word ? sql.few(word.isPrefix) : rare.handlings;
  const sparse = few === null ? '' : ` and t.handling_id = any(${sql.value(few, 'int4[]')})`;
  const first = below === undefined ? '' : ` and t.handling_id < ${sql.value(below, 'int4')}`;
  const whole = word.isPrefix ? `filter (where l.token = ${sql.value(word.text, 'text')})` : '';
  const bits = `bit(${PART_PLACES})`;
  return `select l.type, l.handling_id, l.part, bit_or(l.places) as places, coalesce(bit_or(l.places) ${whole}, B'0'::${bits}) as whole, count(*) as lists
    from (select t.type, t.token, t.handling_id, t.part, bit_xor(t.places::${bits}) as places from search_list t
      where ${wordSql('t', word, sql)} and ${readable}${sparse}${first} group by t.token, t.handling_id, t.type, t.part, t.field limit ${listsMaxOf(word, sql) + 1}) l group by 1, 2, 3`;
}
