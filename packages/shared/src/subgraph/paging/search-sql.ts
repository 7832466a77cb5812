import type { SearchWord } from '../search/search-words.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { SqlText } from './sql-text.js';

/** Behind every word that begins so: no word holds this character. */
const LAST = '\u{10ffff}';

/**
 * SQL of a search: each word must stand in some field that the viewer may read on the row `t`. What it may not read has no words
 * there, so that it is neither found nor counted nor ordered by them.
 */
export function searchSql(spec: ConnectionSpec<object>, words: readonly SearchWord[], sql: SqlText): string[] {
  if (words.length === 0) return [];
  const readable = readableSql(spec, sql);
  if (readable === null) return ['false'];
  const type = sql.value(spec.told.type, 'text');
  return words.map(
    (word) => `exists (select from search_token s where s.record_id = t.id and s.type = ${type}
      and s.handling_id = t.handling_id and ${wordSql(word, sql)} and ${readable})`,
  );
}

/** That the word of the row `s` is the one searched for, or begins with it. */
export function wordSql({ text, isPrefix }: SearchWord, sql: SqlText): string {
  if (!isPrefix) return `s.token = ${sql.value(text, 'text')}`;
  return `s.token >= ${sql.value(text, 'text')} and s.token < ${sql.value(text + LAST, 'text')}`;
}

/** That the word of the row `s` is of a field that may be read on the row `t`; null where no field is readable on any row. */
function readableSql(spec: ConnectionSpec<object>, sql: SqlText): string | null {
  const byMask = new Map<string, string[]>();
  for (const { field, guards } of spec.searched) {
    const masks = [...new Set(guards.map((guard) => sql.mask(guard)))].filter((mask) => mask !== null);
    if (masks.includes('false')) continue;
    const mask = masks.join(' and ');
    byMask.set(mask, [...(byMask.get(mask) ?? []), field]);
  }
  const tests = [...byMask].map(([mask, fields]) => {
    const among = `s.field = any(${sql.value(fields, 'text[]')})`;
    return mask === '' ? among : `(${among} and ${mask})`;
  });
  return tests.length === 0 ? null : `(${tests.join(' or ')})`;
}
