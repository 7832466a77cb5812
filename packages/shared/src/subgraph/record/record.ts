import type { ClassType } from 'type-graphql';
import type { ReaderLanguage } from '../../schema/reader-language.js';
import type { Category } from '../../vocabulary.js';
import type { Kind } from './kinds.js';

/** A row of a labelled table: what every record has, whatever else it says. */
export abstract class Labelled {
  id!: string;
  /** The small integer of its handling. */
  handling!: number;
  synthetic!: boolean;
}

/** A value of a record as it is stored: a link is the id of the other row, links are a list of them. */
export type Stored<V> = [NonNullable<V>] extends [{ id: string }]
  ? string | null
  : [NonNullable<V>] extends [readonly { id: string }[]]
    ? readonly string[]
    : [NonNullable<V>] extends [readonly (infer E)[]]
      ? readonly E[] | Extract<V, null>
      : V;

/** What the schema says of a field. */
export interface Shown {
  /** The legal kind of data that it holds. */
  readonly is: Category;
  /** Least handling rank, under the row's own policy. */
  readonly floor?: number;
  /** What it is, in one line. */
  readonly says: string;
  /** Absent in many visible rows, so that hiding it tells nothing. */
  readonly optional?: boolean;
}

/** The field that a link is seen by from its other end. */
export interface Inverse extends Shown {
  readonly field: string;
}

/** A value in a column of the row, which the schema shows. */
export interface ValueLine {
  readonly what: 'value';
  readonly property: string;
  readonly kind: Kind;
  readonly shown: Shown;
  readonly isNullable: boolean;
  readonly isUnique: boolean;
  readonly isFiltered: boolean;
  readonly isOrdered: boolean;
  /** Whether rows are counted by it. */
  readonly isGrouped: boolean;
  /** Whether rows are found by words of it. */
  readonly isSearched: boolean;
}

/** A value in a column of the row, kept for what is made of it. */
export interface KeptLine {
  readonly what: 'kept';
  readonly property: string;
  readonly kind: Kind;
  readonly isNullable: boolean;
}

/** A value made of other lines: as closed as each of them. */
export interface MadeLine {
  readonly what: 'made';
  readonly property: string;
  readonly type: () => object;
  readonly shown: Shown;
  readonly from: readonly string[];
  readonly isSearched: boolean;
  /** Where it is a place that rows are found by on a map, the lines that hold its degrees. */
  readonly place: PlaceLines | null;
  /** Where it is the row that a code names, its record and the field of it that holds the code. */
  readonly namedBy: { readonly type: () => ClassType<object>; readonly field: string } | null;
}

/** Lines that hold the degrees of a place, WGS 84. */
export interface PlaceLines {
  readonly latitude: string;
  readonly longitude: string;
}

/** A link to a row, or rows, of another type. */
export interface LinkLine {
  readonly what: 'link';
  readonly property: string;
  readonly to: () => ClassType<object>;
  readonly isMany: boolean;
  /** Table of pairs, where its name does not follow from the two types. */
  readonly through: string | null;
  readonly shown: Shown;
  readonly isFiltered: boolean;
  readonly inverse: Inverse | null;
}

/** The row of another type that this one is a part of: seen from there, and led to by a field of its own. */
export interface BelongsLine {
  readonly what: 'belongs';
  readonly property: string;
  readonly to: () => ClassType<object>;
  readonly field: { readonly name: string; readonly says: string };
  readonly inverse: Inverse;
}

export type Line = ValueLine | KeptLine | MadeLine | LinkLine | BelongsLine;

/** What a record declares. */
export interface RecordDeclaration {
  /** Name of its type. */
  readonly name: string;
  readonly table: string;
  /** By what its ids begin. */
  readonly prefix: string;
  /** Rules over several columns, in SQL. */
  readonly rules: readonly string[];
  /** Whether a migration makes its indexes by hand. */
  readonly hasOwnIndexes: boolean;
  /** Languages in whose alphabets its texts are put in order, beside the order that is for all. */
  readonly languages: readonly ReaderLanguage[];
  readonly lines: readonly Line[];
}

const records = new WeakMap<object, RecordDeclaration>();

/** Keeps what a class declares. */
export function keepRecord(record: ClassType<object>, declared: RecordDeclaration): void {
  records.set(record, declared);
}

/** What a class declares; undefined for one that is no record. */
export function recordOf(type: object): RecordDeclaration | undefined {
  return records.get(type);
}
