import type { ClassType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import type { Coordinate } from '../../vocabulary.js';
import type { CallContext } from '../reading/call-context.js';
import { columnNameOf } from '../record/column-name.js';
import { columnOf } from '../record/declared-table-of.js';
import type { Labelled, Line, RecordDeclaration, Stored } from '../record/record.js';
import type { Viewer } from '../visibility/viewer.js';
import type { CommandLaw } from '../writing/check-law.js';
import { checkTimes } from '../writing/check-times.js';
import {
  type CommandInput,
  createRecord,
  type Describing,
  type Given,
  type Making,
  type Placing,
  type RecordMaking,
} from '../writing/create-record.js';
import type { Described } from '../writing/described.js';
import type { Tearline } from '../writing/tearline.js';
import { type Command, type CommandRecord, commandResolver, typeNameFor } from './command.js';
import {
  type Account,
  type CommandTexts,
  inputOf,
  linksOf,
  linksOnAccount,
  pairsIn,
  type SetField,
  sourcesOf,
} from './command-input.js';
import { type Follows, followingOf } from './follows.js';
import type { StateMachine } from './state-machine.js';
import { type Supersedes, supersedingOf } from './supersedes.js';
import { type Tells, tellingOf } from './tells.js';

/** What a command takes from its caller, by field of its record. */
export type Sets<T> = { readonly [P in keyof T]?: SetField };

/** The values that a caller gives; what may be left out may be null. */
export type GivenOf<T, S extends Sets<T>> = {
  readonly [P in keyof S & keyof T]: S[P] extends { readonly required: false } ? Stored<T[P]> | null : Stored<T[P]>;
};

/** A command that makes a record, as it is written. */
export interface CreateParts<T extends Labelled, S extends Sets<T>> extends CommandTexts {
  /** Name of the mutation field. */
  readonly field: string;
  readonly says: string;
  /**
   * The link to what the record is about: a post, posts, or a record of this service that concerns posts, as an entry of a log does
   * its incident. Of them are law and label; one that is hidden is NOT_FOUND.
   */
  readonly about?: keyof S & string;
  /** The same, where that is no field that is set: the post on whose account it is kept, or to which it belongs. */
  readonly onAccountOf?: Account;
  readonly sets: S;
  readonly law: CommandLaw;
  /** What else must hold of what is given. Throws INPUT_INVALID. */
  readonly check?: (given: GivenOf<T, S>, viewer: Viewer) => void;
  /** Values that no caller gives, each from what was given. */
  readonly complete: { readonly [P in keyof T]?: (given: GivenOf<T, S>, making: Making) => Stored<T[P]> };
  /** Other States that it is addressed to: its label lets them read it, or it is refused. */
  readonly addressees?: (given: GivenOf<T, S>, making: Making) => readonly string[];
  /** What kind of record it is, where the law decides by that. */
  readonly tags?: (given: GivenOf<T, S>, making: Making) => readonly string[];
  /** Whom it concerns, by what is given or by the marks of what it links to. */
  readonly describes?: (given: GivenOf<T, S>, describing: Describing) => Described;
  /** The earlier record of the same kind whose place it takes. */
  readonly supersedes?: Supersedes<T>;
  /** The periods of the same thing among which it takes its place. */
  readonly follows?: Follows<T>;
  /** What other States may read of it below its label: the field that names them, and those that they may read. */
  readonly tearline?: { readonly to: keyof S & string; readonly shows: readonly (keyof T & string)[] };
  /** What it tells of another record below that one's label. */
  readonly tells?: Tells<T>;
  /** Columns that follow from rows beside it, found in the transaction that adds it. */
  readonly place?: { readonly sets: readonly (keyof T & string)[]; readonly by: Placing };
}

/**
 * A command that makes a record. Set is only what may be read; the label is that of the maker's State, joined with those of all that
 * it refers to; what is hidden is NOT_FOUND before anything else is looked at; it runs once for its key.
 */
export function create<T extends Labelled>() {
  // In two steps, for the compiler infers either all types of a call or none.
  return <const S extends Sets<T>>(parts: CreateParts<T, S>): Command<T> => ({
    resolverOf: (of) => resolverOf(of, parts),
    useOf: ({ declared }) => ({
      adds: true,
      changes: [parts.supersedes?.ends, parts.follows?.until, parts.follows?.ends].flatMap((ended) =>
        ended === undefined ? [] : [columnNameOf(ended)],
      ),
      links: manyIn(declared, parts.sets),
    }),
  });
}

function resolverOf<T extends Labelled, S extends Sets<T>>(
  of: CommandRecord<T>,
  parts: CreateParts<T, S>,
): ClassType<object> {
  const { field, says, noun, law, check, about, onAccountOf, tells, tearline, describes, supersedes } = parts;
  const { declared, states } = of;
  const { name, table, prefix } = declared;
  const sets = new Map<string, SetField>(Object.entries(parts.sets));
  const input = inputOf(`${typeNameFor(field)}Input`, declared, sets, parts);
  const holder = onAccountOf === undefined ? undefined : declared.lines.find(({ what }) => what === 'belongs');
  const apart = [
    ...(parts.place?.sets ?? []),
    ...(tells?.sets ?? []),
    ...(holder === undefined ? [] : [holder.property]),
  ];
  const elsewhere = apart.map((property) => [property, () => null]);
  const complete = completedBy(declared, sets, {
    ...Object.fromEntries(elsewhere),
    ...parts.complete,
    ...firstState(declared, states, sets),
  });
  const given = (all: Given) => withNulls(all, sets) as GivenOf<T, S>;
  const superseding = supersedes === undefined ? null : supersedingOf(of, supersedes);
  const links =
    onAccountOf === undefined ? linksOf(declared, sets, about ?? '') : linksOnAccount(declared, sets, onAccountOf);
  const asked = [onAccountOf, tells, supersedes].flatMap((each) => each?.argument ?? []);
  const making: RecordMaking = {
    operation: field,
    record: of.record,
    type: name,
    records: { prefix, table, handlingColumn: 'handling_id' },
    sources: sourcesOf(declared, parts),
    links: superseding === null ? links : [...links, superseding.link],
    law,
    check(all: Given, viewer: Viewer) {
      checkTimes(sets, all, viewer.now);
      check?.(given(all), viewer);
    },
    valuesOf: (all: Given, moment: Making) => ({
      ...complete(given(all), moment),
      ...(holder === undefined ? {} : { [columnOf(holder)]: all[onAccountOf?.argument ?? ''] }),
    }),
    pairsOf: (all: Given) => pairsIn(declared, sets, all),
    addresseesOf: (all: Given, moment: Making) => parts.addressees?.(given(all), moment) ?? [],
    tearlineOf: (all: Given) => (tearline === undefined ? null : tearlineIn(name, tearline, all[tearline.to])),
    asked,
    tagsOf: (all: Given, moment: Making) => parts.tags?.(given(all), moment) ?? [],
    describedBy: (all: Given, moment: Describing) => describes?.(given(all), moment) ?? null,
    superseding,
    following: parts.follows === undefined ? null : followingOf(of, parts.follows),
    telling: tells === undefined ? null : tellingOf(tells),
    place: parts.place?.by ?? null,
  };
  const run = (context: CallContext, asked: object) => createRecord(context, making, asked as CommandInput);
  return commandResolver(of, { field, says, noun, input, run });
}

/** A line below which nobody is to read anything is none. */
function tearlineIn(type: string, { shows }: { readonly shows: readonly string[] }, to: unknown): Tearline | null {
  const states = Array.isArray(to) ? to.map(String) : [];
  if (states.length === 0) return null;
  return { states, shows: shows.map((field): Coordinate => `${type}.${field}`) };
}

const manyIn = ({ lines }: RecordDeclaration, sets: object): string[] =>
  lines.flatMap((line) =>
    line.what === 'link' && line.isMany && Object.hasOwn(sets, line.property) ? [line.property] : [],
  );

/** A record begins where its states begin, and nobody who makes one chooses where. */
function firstState(
  { name }: RecordDeclaration,
  states: StateMachine | null,
  sets: ReadonlyMap<string, SetField>,
): Record<string, () => string> {
  if (states === null) return {};
  if (sets.has(states.field)) throw new InternalError('INTERNAL', `\`${name}.${states.field}\` is set by who makes it`);
  return { [states.field]: () => states.first };
}

type Completing = (given: Given, making: Making) => Readonly<Record<string, unknown>>;

/** The columns of a record from what is given and what is completed; each line that holds a value is one or the other, or null. */
function completedBy(
  { name, lines }: RecordDeclaration,
  sets: ReadonlyMap<string, SetField>,
  complete: object,
): Completing {
  const completing = new Map<string, (given: object, making: Making) => unknown>(Object.entries(complete));
  const stored = lines.filter((line) => line.what !== 'made' && !(line.what === 'link' && line.isMany));
  for (const line of stored) {
    if (!sets.has(line.property) && !completing.has(line.property) && isNeeded(line)) {
      throw new InternalError('INTERNAL', `\`${name}.${line.property}\` is neither set nor completed`);
    }
  }
  return (given, making) =>
    Object.fromEntries(
      stored.map((line) => {
        const value = completing.get(line.property)?.(given, making) ?? given[line.property] ?? null;
        return [columnOf(line), value];
      }),
    );
}

const isNeeded = (line: Line): boolean =>
  // Of a record that nobody calls synthetic it is known that it is not.
  line.property !== 'synthetic' &&
  (line.what === 'belongs' || ((line.what === 'value' || line.what === 'kept') && !line.isNullable));

/** What is left out is null; that a record was made for an exercise is said, or is not so. */
function withNulls(given: Given, sets: ReadonlyMap<string, SetField>): Given {
  const all = [...sets.keys()].map((field): [string, unknown] => [field, given[field] ?? null]);
  return { ...Object.fromEntries(all), synthetic: given.synthetic ?? false };
}
