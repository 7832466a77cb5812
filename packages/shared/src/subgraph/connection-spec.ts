import type { Coordinate } from '../vocabulary.js';
import type { CallContext } from './call-context.js';

/** PostgreSQL types that filters and orders may compare: their comparisons are LEAKPROOF. */
export type ColumnType = 'text' | 'int4' | 'date' | 'timestamptz' | 'bool' | 'float8';

/** One value of a row, `t`, that may be filtered or ordered by. */
export interface ValueColumn {
  /** SQL over the row `t`, constant text. */
  readonly sql: string;
  readonly type: ColumnType;
  /** What must be readable; null for the id, which is as visible as its row. */
  readonly reads: Coordinate | null;
}

/** Values of a list of a row: a condition holds when it holds for any of them. */
export interface ElementsColumn {
  /** SQL of one element. */
  readonly sql: string;
  readonly type: ColumnType;
  readonly reads: Coordinate | null;
  /** From and where of the elements of `t`, constant text: `warning_mission l where l.warning_id = t.id`. */
  readonly elements: string;
}

export type Column = ValueColumn | ElementsColumn;

/** A connection over one labelled table, which has the columns `id` and `handling_id`. */
export interface ConnectionSpec<T> {
  /** Distinguishes cursors: `Query.missions`, `Mission.incidents`. */
  readonly name: string;
  readonly table: string;
  /** By name of the field in filter and order. */
  readonly columns: Readonly<Record<string, Column>>;
  readonly load: (context: CallContext, id: string) => Promise<T | null>;
}

/** The forward link that an inverse connection reads on every candidate: `mission` of each incident is this one. */
export interface ConnectionScope {
  readonly field: string;
  readonly id: string;
}
