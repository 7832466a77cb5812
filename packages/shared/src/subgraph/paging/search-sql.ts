import type { Coordinate } from '../../vocabulary.js';
import type { SearchWord } from '../search/search-words.js';
import type { SearchedField } from '../search/searched-fields.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { SqlText } from './sql-text.js';

/** Behind every word that begins so: no word holds this character. */
const LAST = '\u{10ffff}';

/**
 * SQL of a search: each word must stand in some field that the viewer may read on the row `t`. What it may not read has no words
 * there, so that it is neither found nor counted nor ordered by them.
 */
export function searchSql(spec: ConnectionSpec<object>, words: readonly SearchWord[], sql: SqlText): string[] {
  const kind = { name: spec.told.type, fields: spec.searched };
  return words.map((word) => standsSql(kind, word, sql, 't.id'));
}

/** SQL of a word that stands in a field of a record, by its id and the handling of the row `t`. */
export function standsSql(kind: SearchedKind, word: SearchWord, sql: SqlText, id = 't.record_id'): string {
  const readable = readableSql(kind.fields, sql);
  if (readable === null) return 'false';
  // One value and no `exists`, which would be made a join, and the join be chosen by a wrong guess of how much is hidden.
  return `(select true from search_token s where s.record_id = ${id} and s.type = ${sql.value(kind.name, 'text')}
      and s.handling_id = t.handling_id and ${wordSql('s', word, sql)} and ${readable} limit 1)`;
}

/** That the word of a row of words is the one searched for, or begins with it. */
export function wordSql(row: 's' | 't', { text, isPrefix }: SearchWord, sql: SqlText): string {
  if (!isPrefix) return `${row}.token = ${sql.value(text, 'text')}`;
  return `${row}.token >= ${sql.value(text, 'text')} and ${row}.token < ${sql.value(text + LAST, 'text')}`;
}

/** A kind of record by whose words rows are found. */
export interface SearchedKind {
  readonly name: string;
  readonly fields: readonly SearchedField[];
}

/** That the row `t` is a word of a field that may be read where it stands; null where no field of any type is readable on any row. */
export function searchedSql(types: readonly SearchedKind[], sql: SqlText): string | null {
  const open = types.flatMap(({ name, fields }) =>
    fields.flatMap(({ field, guards }) => {
      const mask = maskOf(guards, sql);
      return mask === null ? [] : [{ type: name, field, mask }];
    }),
  );
  if (open.length === 0) return null;
  const tests = [...new Set(open.map(({ mask }) => mask))].map((mask) => {
    const fields = open.filter((each) => each.mask === mask);
    const pairs = [fields.map(({ type }) => type), fields.map(({ field }) => field)].map((each) =>
      sql.value(each, 'text[]'),
    );
    const among = `(t.type, t.field) in (select * from unnest(${pairs.join(', ')}))`;
    return mask === '' ? among : `(${among} and ${mask})`;
  });
  const among = sql.value([...new Set(open.map(({ type }) => type))], 'text[]');
  return `t.type = any(${among}) and (${tests.join(' or ')})`;
}

/** The same of a row of a list, by no column that its index has before the word: the lists of a word are read in one go, whatever kinds there are. */
export function listedSql(kinds: readonly SearchedKind[], sql: SqlText): string | null {
  const byMask = new Map<string, string[]>();
  for (const { name, fields } of kinds) {
    for (const { field, guards } of fields) {
      const mask = maskOf(guards, sql);
      if (mask !== null) byMask.set(mask, [...(byMask.get(mask) ?? []), `${name}.${field}`]);
    }
  }
  if (byMask.size === 0) return null;
  const tests = [...byMask].map(([mask, among]) => {
    const test = `(t.type || '.' || t.field) = any(${sql.value(among, 'text[]')})`;
    return mask === '' ? test : `(${test} and ${mask})`;
  });
  return `(${tests.join(' or ')})`;
}

/** That the row `t` is a word of this kind of record, in a field that may be read where it stands; null where none is readable on any row. */
export function kindSql({ name, fields }: SearchedKind, sql: SqlText): string | null {
  const byMask = new Map<string, string[]>();
  for (const { field, guards } of fields) {
    const mask = maskOf(guards, sql);
    if (mask !== null) byMask.set(mask, [...(byMask.get(mask) ?? []), field]);
  }
  if (byMask.size === 0) return null;
  const tests = [...byMask].map(([mask, among]) => {
    const test = `t.field = any(${sql.value(among, 'text[]')})`;
    return mask === '' ? test : `(${test} and ${mask})`;
  });
  return `t.type = ${sql.value(name, 'text')} and (${tests.join(' or ')})`;
}

/** The masks of all guards of a field; empty where it is readable on each row that is seen, null where on none. */
function maskOf(guards: readonly Coordinate[], sql: SqlText): string | null {
  const masks = [...new Set(guards.map((guard) => sql.mask(guard)))].filter((mask) => mask !== null);
  return masks.includes('false') ? null : masks.join(' and ');
}

/** That the word of the row `s` is of a field that may be read on the row `t`; null where no field is readable on any row. */
function readableSql(searched: readonly SearchedField[], sql: SqlText): string | null {
  const byMask = new Map<string, string[]>();
  for (const { field, guards } of searched) {
    const mask = maskOf(guards, sql);
    if (mask === null) continue;
    byMask.set(mask, [...(byMask.get(mask) ?? []), field]);
  }
  const tests = [...byMask].map(([mask, fields]) => {
    const among = `s.field = any(${sql.value(fields, 'text[]')})`;
    return mask === '' ? among : `(${among} and ${mask})`;
  });
  return tests.length === 0 ? null : `(${tests.join(' or ')})`;
}
