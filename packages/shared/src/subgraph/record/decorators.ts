import type { ClassType } from 'type-graphql';
import { countKind, DAY, FLAG, type Kind, listOf, MOMENT, STATE, textKind, wordKind } from './kinds.js';
import { noteLine } from './lines.js';
import type { BelongsLine, Inverse, PlaceLines, Shown } from './record.js';

/** What may be said of a value. */
export interface ValueOptions extends Shown {
  /** Whether rows are found by it. */
  readonly filter?: boolean;
  /** Whether rows are ordered by it. */
  readonly order?: boolean;
  /** Whether rows are counted by it; of codes, words and flags that rows are found by, they are. */
  readonly group?: boolean;
  /** Whether rows are found by words of it; of texts. */
  readonly searchable?: boolean;
  /** No two rows hold the same. Only of what the public knows: a refusal would tell of a row that is hidden. */
  readonly unique?: boolean;
}
type OrNull = { readonly nullable: true };
type NotNull = { readonly nullable?: false };

/** A decorator of a property that always holds a `V`: the compiler refuses one that may be null. */
type Holds<V> = <K extends string, T extends { readonly [P in K]: V }>(target: T, property: K) => void;
/** A decorator of a property that holds a `V` or null: the compiler refuses one that says it is never null. */
type MayHold<V> = <K extends string, T extends { readonly [P in K]: V | null }>(
  target: null extends T[K] ? T : never,
  property: K,
) => void;

/** What both are underneath. */
type Noting = (target: never, property: never) => void;

type Options<More> = ValueOptions & More & { readonly nullable?: boolean };

function value(kind: Kind, options: Options<object>): (target: object, property: string) => void {
  const { filter = false, order = false, nullable = false, unique = false, searchable = false, ...others } = options;
  const { group = filter && isOfFew(kind), ...shown } = others;
  return (target, property) =>
    noteLine(target, {
      what: 'value',
      property,
      kind,
      shown,
      isNullable: nullable,
      isUnique: unique,
      isFiltered: filter,
      isOrdered: order,
      isGrouped: group,
      isSearched: searchable,
    });
}

/** Whether there are so few values of a kind that counting rows by them tells something. */
const isOfFew = (kind: Kind): boolean => kind.words !== null || kind === STATE || kind === FLAG;

interface Length {
  readonly length?: number;
}

/** A text, or one of at most `length` characters. */
export function Text(options: ValueOptions & Length & NotNull): Holds<string>;
export function Text(options: ValueOptions & Length & OrNull): MayHold<string>;
export function Text({ length, ...options }: Options<Length>): Noting {
  return value(textKind(length ?? null), options);
}

/** A word of a closed vocabulary, which `defineEnum` made. */
export function Word<V extends string>(words: { readonly [W in V]: W }, options: ValueOptions & NotNull): Holds<V>;
export function Word<V extends string>(words: { readonly [W in V]: W }, options: ValueOptions & OrNull): MayHold<V>;
export function Word(words: object, options: Options<object>): Noting {
  return value(wordKind(words), options);
}

/** An instant. */
export function Moment(options: ValueOptions & NotNull): Holds<Date>;
export function Moment(options: ValueOptions & OrNull): MayHold<Date>;
export function Moment(options: Options<object>): Noting {
  return value(MOMENT, options);
}

/** A calendar date. */
export function Day(options: ValueOptions & NotNull): Holds<string>;
export function Day(options: ValueOptions & OrNull): MayHold<string>;
export function Day(options: Options<object>): Noting {
  return value(DAY, options);
}

/** A State. */
export function State(options: ValueOptions & NotNull): Holds<string>;
export function State(options: ValueOptions & OrNull): MayHold<string>;
export function State(options: Options<object>): Noting {
  return value(STATE, options);
}

/** Yes or no. */
export function Flag(options: ValueOptions & NotNull): Holds<boolean>;
export function Flag(options: ValueOptions & OrNull): MayHold<boolean>;
export function Flag(options: Options<object>): Noting {
  return value(FLAG, options);
}

type Least = { readonly least?: number };

/** A whole number, from `least` on where there is a least. */
export function Count(options: ValueOptions & Least & NotNull): Holds<number>;
export function Count(options: ValueOptions & Least & OrNull): MayHold<number>;
export function Count({ least, ...options }: Options<Least>): Noting {
  return value(countKind(least ?? null), options);
}

type Searchable = { readonly searchable?: boolean };

/** Texts. */
export function Texts(options: Shown & Searchable & NotNull): Holds<string[]>;
export function Texts(options: Shown & Searchable & OrNull): MayHold<string[]>;
export function Texts(options: Options<object>): Noting {
  return value(listOf(textKind(null)), options);
}

/** States. */
export function States(options: Shown & NotNull): Holds<string[]>;
export function States(options: Shown & OrNull): MayHold<string[]>;
export function States(options: Options<object>): Noting {
  return value(listOf(STATE), options);
}

/** A column of the row that is no field: kept for what is made of it. */
export function Kept(kind: Kind, { nullable = false }: { readonly nullable?: boolean } = {}) {
  return (target: object, property: string): void =>
    noteLine(target, { what: 'kept', property, kind, isNullable: nullable });
}

/** What may be said of a value that is made of others. */
export interface MadeOptions extends Shown {
  readonly from: readonly string[];
  /** Whether rows are found by words of it; of texts. */
  readonly searchable?: boolean;
}

/**
 * A getter whose value is made of other lines of the record, or a method that makes it of them and the moment of the call. Who may not
 * read one of those fields gets null.
 */
export function Made(type: () => object, { from, searchable = false, ...shown }: MadeOptions) {
  return (target: object, property: string): void =>
    noteLine(target, {
      what: 'made',
      property,
      type,
      shown,
      from,
      isSearched: searchable,
      place: null,
      namedBy: null,
    });
}

/** A getter of a place on the map, made of two lines that are kept in degrees: rows are found by it in a box, or near a point. */
export function Place(type: () => object, { latitude, longitude, ...shown }: Shown & PlaceLines) {
  const place = { latitude, longitude };
  const line = { type, shown, from: [latitude, longitude], isSearched: false, place, namedBy: null };
  return (target: object, property: string): void => noteLine(target, { what: 'made', property, ...line });
}

/**
 * The row of another record of this service that a code of this one names, by the field of that row which holds the code; none where no
 * row that the viewer sees does. Of a row of another service the code is its id. It is as closed as the code.
 */
export function Named(
  type: () => ClassType<object>,
  { of, by, ...shown }: Shown & { readonly of: string; readonly by: string },
) {
  const line = { type, shown, from: [of], isSearched: false, place: null, namedBy: { type, field: by } };
  return (target: object, property: string): void => noteLine(target, { what: 'made', property, ...line });
}

/** What may be said of a link. */
export interface LinkOptions extends Shown {
  readonly filter?: boolean;
  /** The field of the other type that leads back. */
  readonly inverse?: Inverse;
}

type AnyLinkOptions = LinkOptions & { readonly through?: string };

/** A link to a row of another type, or to none. */
export function Link(to: () => ClassType<object>, options: LinkOptions) {
  return link(to, options, false);
}

/** Links to rows of another type; a second one between the same two types names its table of pairs. */
export function Links(to: () => ClassType<object>, options: LinkOptions & { readonly through?: string }) {
  return link(to, options, true);
}

function link(to: () => ClassType<object>, options: AnyLinkOptions, isMany: boolean) {
  const { filter = false, inverse = null, through = null, ...shown } = options;
  return (target: object, property: string): void =>
    noteLine(target, { what: 'link', property, to, isMany, through, shown, isFiltered: filter, inverse });
}

/** The id of the row that this one is the only such part of, but for those that were taken back; seen from there by `inverse`. */
export function Belongs(
  to: () => ClassType<object>,
  { field, inverse }: { readonly field: BelongsLine['field']; readonly inverse: Inverse },
) {
  return (target: object, property: string): void =>
    noteLine(target, { what: 'belongs', property, to, field, inverse });
}
