import type { QueryRunner } from 'typeorm';
import { READER_LANGUAGES, type ReaderLanguage } from '../../schema/reader-language.js';
import { collationIn, type DeclaredTable } from './declared-table.js';
import { ASKED, indexName } from './row-indexes.js';
import { nameOf } from './sql-name.js';

/** The name of the index that rows are read from in the order of a column, as readers of a language have it. */
const readName = (table: string, column: string, language: ReaderLanguage): string =>
  indexName(table, `along_${column}_${language.toLowerCase()}`);

/** Names of the indexes of a table in the orders of languages. */
export function languageIndexNames({ name, columns, found, languages = [] }: DeclaredTable): readonly string[] {
  return languageColumns({ columns, found }).flatMap((column) =>
    languages.map((language) => readName(name, column, language)),
  );
}

/** Columns that are put in order for readers. */
export function languageColumns({ columns, found }: Pick<DeclaredTable, 'columns' | 'found'>): readonly string[] {
  const ordered = columns.filter(({ collation, name }) => collation !== null && found?.ordered.includes(name) === true);
  return ordered.map(({ name }) => name);
}

/**
 * Makes the indexes of a table in the orders of languages; columns and languages are named with a space between. One for each column and
 * language: by an index in the order of another, each page would put all rows in order.
 */
export async function indexLanguages(
  runner: QueryRunner,
  table: string,
  columns: string,
  languages: string,
): Promise<void> {
  const made = pairsOf(columns, languages).map(
    ([column, language]) =>
      `create index ${readName(table, column, language)} on ${nameOf(table)} (${nameOf(column)} collate "${collationIn(language)}", id) include (${ASKED})`,
  );
  await runner.query(made.join('; '));
}

/** The way back: rows are in the order that is for all. */
export async function endLanguages(
  runner: QueryRunner,
  table: string,
  columns: string,
  languages: string,
): Promise<void> {
  const names = pairsOf(columns, languages).map(([column, language]) => readName(table, column, language));
  await runner.query(names.map((name) => `drop index ${name}`).join('; '));
}

function pairsOf(columns: string, languages: string): (readonly [string, ReaderLanguage])[] {
  const named = languages.split(' ');
  const known = READER_LANGUAGES.filter((language) => named.includes(language));
  return columns.split(' ').flatMap((column) => known.map((language) => [column, language] as const));
}
