import type { ReaderLanguage } from '../../schema/reader-language.js';

/** Types of columns, in names of the database: those whose comparisons are LEAKPROOF. */
export type ColumnTypeName = 'text' | 'varchar' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'double precision';

/** What a column holds. */
export interface ColumnKind {
  readonly type: ColumnTypeName;
  readonly isList: boolean;
  /** Characters of the longest text; null for no length. */
  readonly length: number | null;
  /** The closed vocabulary of which it holds a word, or words. */
  readonly words: readonly string[] | null;
  readonly rule: { readonly matches: string } | { readonly least: number } | null;
}

/**
 * By what a text is ordered that people read: the order of their alphabets, which for Ž is not behind Z. It tells every two texts
 * apart, so that what is equal is equal byte by byte.
 */
export const READERS_COLLATION = 'und-x-icu';

/** The same for readers of one language, in which Ž may be a letter of its own. */
export const collationIn = (language: ReaderLanguage): string => `${language.toLowerCase()}-x-icu`;

/** A column as a record declares it. */
export interface DeclaredColumn extends ColumnKind {
  readonly name: string;
  /** By what its texts are ordered; null for byte by byte, as keys are. */
  readonly collation: typeof READERS_COLLATION | null;
  readonly isNullable: boolean;
  readonly isUnique: boolean;
  /** Table whose id it holds, where the database itself is to hold it to that. */
  readonly refersTo: string | null;
}

/** A table of labelled rows as a record declares it, with the tables of pairs of its links. */
export interface DeclaredTable {
  readonly name: string;
  /** Type that its rows are of in the schema. */
  readonly type: string;
  /** Whether each change of a row is an event. */
  readonly isTold: boolean;
  /** Whether rows are found by words of theirs. */
  readonly isSearched: boolean;
  /** Whether commands add rows. */
  readonly isWritten: boolean;
  /** Columns that commands change of rows that are there. */
  readonly changed: readonly string[];
  /** By what ids of its rows begin. */
  readonly prefix: string;
  readonly columns: readonly DeclaredColumn[];
  /** Rules over several columns, in SQL. */
  readonly rules: readonly string[];
  /** Whether the database keeps count of its rows by their handlings. */
  readonly isCounted: boolean;
  /** By what rows are found; null for a table without indexes of its own. */
  readonly found: FoundColumns | null;
  readonly pairs: readonly DeclaredPairs[];
  readonly cells: readonly DeclaredCell[];
  /** Languages in whose alphabets the texts are put in order that rows are ordered by; none where it is left out. */
  readonly languages?: readonly ReaderLanguage[];
}

/** A column that the database computes: in which cell of the map a place of the row is. */
export interface DeclaredCell {
  readonly name: string;
  /** Columns that hold its degrees. */
  readonly latitude: string;
  readonly longitude: string;
}

/** By which columns rows of a table are found and ordered. */
export interface FoundColumns {
  /** By an index in the order of the values. */
  readonly at: readonly string[];
  /** By an index of hashes: of texts without a length, which may be too long for an entry. */
  readonly hashed: readonly string[];
  /** Those of `at` that do not fit into one entry with all the others. */
  readonly apart: readonly string[];
  /** Those of `at` that rows are ordered by: whatever else is asked is tested in their index. */
  readonly ordered: readonly string[];
  /** Those of `at` that hold one of few values: of one of them many rows are counted. */
  readonly counted: readonly string[];
}

/** Pairs of a row of this table and a row of another. */
export interface DeclaredPairs {
  readonly name: string;
  /** Its column with the id of this row, and the one with the id of the other. */
  readonly holder: string;
  readonly target: string;
  /** Whether commands add pairs. */
  readonly isWritten: boolean;
}
