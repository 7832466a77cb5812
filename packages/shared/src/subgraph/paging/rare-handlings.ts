import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import type { RareWord } from './lists-sql.js';
import { listedSql, type SearchedKind, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/**
 * Handlings of a word that stands under few: the lists of other words are read under those alone. Among several kinds of record there is no other
 * way that costs less, and who sees much meets more of them on a page.
 */
const RARE_HANDLINGS = 100;
const RARE_HANDLINGS_MAX = 1_200;

interface Found {
  readonly at: number;
  readonly handlings: readonly number[] | null;
}

/** The handlings under which the rarest of several whole words stands; null where each stands under many. */
export async function findRareWord(
  context: CallContext,
  kinds: readonly SearchedKind[],
  words: readonly SearchWord[],
): Promise<RareWord | null> {
  const whole = words.filter(({ isPrefix }) => !isPrefix);
  if (words.length < 2 || whole.length === 0) return null;
  const sql = new SqlText(context.masks);
  const share = context.masks.seen().count / Math.max(1, context.masks.known());
  const most = Math.max(RARE_HANDLINGS, kinds.length > 1 ? Math.floor(RARE_HANDLINGS_MAX * share) : 0);
  const each = whole.map((word) => handlingsOfWordSql(kinds, word, sql, most + 1));
  const texts = each.filter((text) => text !== null);
  if (texts.length < each.length) return null;
  const text = texts.map((of, at) => `select ${at} as at, o.handlings from (${of}) o`).join(' union all ');
  const found = await context.read((manager) => manager.query<Found[]>(text, sql.values));
  const [rarest] = whole
    .map((word, at) => ({ word, handlings: found.find((of) => of.at === at)?.handlings ?? [] }))
    .toSorted((a, b) => a.handlings.length - b.handlings.length);
  if (rarest === undefined || rarest.handlings.length > most) return null;
  return { ...rarest, handlings: [...new Set(rarest.handlings)] };
}

/** SQL of the handlings of a word's lists, so many at most. */
function handlingsOfWordSql(
  kinds: readonly SearchedKind[],
  word: SearchWord,
  sql: SqlText,
  most: number,
): string | null {
  const readable = listedSql(kinds, sql);
  if (readable === null) return null;
  return `select array_agg(l.handling_id) as handlings from (
    select t.handling_id from search_list t where ${wordSql('t', word, sql)} and ${readable} limit ${most}) l`;
}
