import { InternalError } from '../../errors.js';
import type { ReaderLanguage } from '../../schema/reader-language.js';
import type { CallContext } from '../reading/call-context.js';
import { tableOf } from '../record/names-of.js';
import type { SearchedField } from '../search/searched-fields.js';
import { collationIn } from '../tables/declared-table.js';
import type { Link } from '../tables/link.js';
import { type ToldType, toldTypeOf } from './changed-fields.js';
import { type Column, columnsOf, type DeclaredColumns } from './declared-columns.js';
import type { PlaceColumn } from './geo-sql.js';

/** What a connection is made of. What its columns are and what guards them is no part of it: the declaration of the node says so. */
export interface ConnectionParts<T extends object> extends DeclaredColumns {
  /** Where it stands, and what distinguishes its cursors: `Query.missions`, `Mission.incidents`. */
  readonly name: string;
  readonly load: (context: CallContext, id: string) => Promise<T | null>;
  /** Fields by whose words rows are found. */
  readonly searched?: readonly SearchedField[];
  /** Fields that are places on the map. */
  readonly places?: ReadonlyMap<string, PlaceColumn>;
  /** Texts that rows are ordered by, and the languages in whose alphabets they can be. */
  readonly read?: ReadTexts;
}

/** Texts that readers have in an order of their languages. */
export interface ReadTexts {
  readonly fields: readonly string[];
  readonly languages: readonly ReaderLanguage[];
}

const NOT_READ: ReadTexts = { fields: [], languages: [] };

/** A connection over one labelled table, which has the columns `id` and `handling_id`. */
export class ConnectionSpec<T extends object> {
  readonly name: string;
  readonly table: string;
  /** What of its rows is told when they change. */
  readonly told: ToldType;
  readonly load: (context: CallContext, id: string) => Promise<T | null>;
  readonly searched: readonly SearchedField[];
  /** Fields of the node that are links. */
  readonly links: readonly Link[];
  // Private and derived: a column that could be given from outside could be given without its guard.
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #places: ReadonlyMap<string, PlaceColumn>;
  readonly #read: ReadTexts;

  constructor({ name, load, searched = [], places = new Map(), read = NOT_READ, ...declared }: ConnectionParts<T>) {
    this.name = name;
    this.load = load;
    this.searched = searched;
    this.#places = places;
    this.#read = read;
    this.table = tableOf(declared.entity);
    this.told = toldTypeOf(declared.entity, declared.links);
    this.links = Object.values(declared.links ?? {});
    this.#columns = columnsOf(declared, places);
  }

  /** Fields that rows may be found, ordered or linked by. */
  get fields(): readonly string[] {
    return [...this.#columns.keys()];
  }

  /** The place behind a field of a filter; undefined for one that is none. */
  placeOf(field: string): PlaceColumn | undefined {
    return this.#places.get(field);
  }

  /** Whether rows can be put in the order of a language. */
  isReadIn(language: ReaderLanguage): boolean {
    return this.#read.languages.includes(language);
  }

  /** The order of the texts of a field as readers of a language have it; null for what is the same in each. */
  collationOf(field: string, language: ReaderLanguage | null): string | null {
    return language !== null && this.#read.fields.includes(field) ? collationIn(language) : null;
  }

  /** The column behind a field of a filter or order. */
  columnOf(field: string): Column {
    const column = this.#columns.get(field);
    if (column === undefined) throw new InternalError('INTERNAL', `${this.name} has no column for \`${field}\``);
    return column;
  }
}

/** What every row of a connection must meet, written by the service: tests of fields, as a filter has them, and of what they are. */
export interface FixedTests {
  readonly filter: object;
  /** Names them: a cursor serves the same alone. */
  readonly of: string;
}

/** The forward link that an inverse connection reads on every candidate: `mission` of each incident is this one. */
export interface ConnectionScope {
  readonly field: string;
  readonly id: string;
}
