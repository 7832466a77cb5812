import type { CallContext } from '../reading/call-context.js';
import type { SearchWord } from '../search/search-words.js';
import type { ConnectionSpec } from './connection-spec.js';
import { kindSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

/** Words of rows that are looked through for one word of a search; a word with more of them is common, and rows are walked instead. */
const RARE_MAX = 2_000;

interface Found {
  readonly count: number;
  readonly ids: readonly string[] | null;
}

/**
 * The rows that hold the rarest word of a search in a field that the viewer may read, where it is a rare one; null where all words are
 * common. The database cannot choose between the two by itself: it takes every row for hidden, whoever looks.
 */
export async function rowsOfRareWord(
  context: CallContext,
  spec: ConnectionSpec<object>,
  words: readonly SearchWord[],
): Promise<readonly string[] | null> {
  const sql = new SqlText(context.masks);
  const readable = kindSql({ name: spec.told.type, fields: spec.searched }, sql);
  if (readable === null || words.length === 0) return null;
  const few = sql.few(true);
  const sparse = few === null ? '' : ` and t.handling_id = any(${sql.value(few, 'int4[]')})`;
  const each = words.map((word) => {
    const tokens = `select t.record_id from search_token t where ${wordSql('t', word, sql)} and ${readable}${sparse} limit ${RARE_MAX + 1}`;
    return `select count(*)::int as count, array_agg(distinct x.record_id) as ids from (${tokens}) x`;
  });
  const found = await context.read((manager) => manager.query<Found[]>(each.join(' union all '), sql.values));
  const [rarest] = found.filter(({ count }) => count <= RARE_MAX).sort((a, b) => a.count - b.count);
  return rarest === undefined ? null : (rarest.ids ?? []);
}
