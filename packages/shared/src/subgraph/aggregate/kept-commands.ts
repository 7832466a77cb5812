import type { ClassType } from 'type-graphql';
import { columnOf } from '../record/declared-table-of.js';
import type { Labelled, Line, RecordDeclaration, Stored } from '../record/record.js';
import type { Viewer } from '../visibility/viewer.js';
import type { CommandLaw } from '../writing/check-law.js';
import { madeReference } from '../writing/made-reference.js';
import type { RetractLaw } from '../writing/retract-record.js';
import type { Command, CommandRecord } from './command.js';
import type { SetField } from './command-input.js';
import { type CreateParts, create, type Sets } from './create-command.js';
import { type AmendParts, amend } from './move-command.js';
import { retract } from './retract-command.js';
import { articleOf } from './wording.js';

/** What is given of a record that is made or amended; null where it is left out. */
export type GivenOrNot<T, S extends Sets<T>> = { readonly [P in keyof S & keyof T]: Stored<T[P]> | null };

/** What a record is entered with, as it is written. */
export interface EnterParts<T extends Labelled, F extends string, S extends Sets<T>> {
  /** Name of the mutation field. */
  readonly field: F;
  readonly says: string;
  /** The link to what it is about: its post, where no other is named. */
  readonly about?: keyof T & string;
  /** The post on whose account a record is kept that names none: of it are law and label. */
  readonly onAccountOf?: () => ClassType<object>;
  /** What its maker gives, beside what it is about. */
  readonly sets: S;
  readonly law: (command: F) => CommandLaw;
  /** What else must hold of what is given. Throws INPUT_INVALID. */
  readonly check?: (given: GivenOrNot<T, S>, viewer: Viewer) => void;
  /** Values that no caller gives. */
  readonly complete?: CreateParts<T, Sets<T>>['complete'];
  /** Other States that it is addressed to: its label lets them read it, or it is refused. */
  readonly addressees?: CreateParts<T, Sets<T>>['addressees'];
}

/** Commands of a kind of record that somebody keeps, as they are written. */
export interface KeepParts<T extends Labelled, F extends string, N extends string, S extends Sets<T>>
  extends Omit<EnterParts<T, F, S>, 'law'> {
  /** Name of the type, from which those of the commands that amend it and take it back are made. */
  readonly of: N;
  readonly law: (command: F | `amend${N}` | `retract${N}`) => RetractLaw;
  /** Values that change with every amendment, as the day on which somebody looked. */
  readonly amended?: AmendParts<T, Sets<T>>['complete'];
}

/**
 * A command that enters a record: what it is about, that it is of an exercise, its readable key and its first state are as of every other, so that only what is
 * its own is said.
 */
export function enter<T extends Labelled>() {
  return <const F extends string, const S extends Sets<T>>(parts: EnterParts<T, F, S>): Command<T> =>
    madeOf((of) => create<T>()(createParts(of, parts, parts.law(parts.field))));
}

/**
 * The commands of a kind of record that somebody keeps: one enters it, one says what of it is otherwise now, one takes it back that should not have been
 * entered. What it links to stays; where it stands, if it has states, its moves say.
 */
export function keep<T extends Labelled>() {
  return <const F extends string, const N extends string, const S extends Sets<T>>(
    parts: KeepParts<T, F, N, S>,
  ): readonly Command<T>[] => {
    const { field, of: type, law } = parts;
    const amends = `amend${type}` as const;
    const retracts = `retract${type}` as const;
    return [
      madeOf((of) => create<T>()(createParts(of, parts, law(field)))),
      madeOf((of) => amend<T>()(amendParts(of, parts, { field: amends, law: law(amends) }))),
      madeOf(({ noun }) => retract<T>({ field: retracts, record: noun, law: law(retracts) })),
    ];
  };
}

/** A command whose words follow from the record that it is of. */
function madeOf<T extends Labelled>(commandOf: (of: CommandRecord<T>) => Command<T>): Command<T> {
  return { resolverOf: (of) => commandOf(of).resolverOf(of), useOf: (of) => commandOf(of).useOf(of) };
}

type Entered<T extends Labelled> = Omit<EnterParts<T, string, Sets<T>>, 'law' | 'check'> & { readonly check?: unknown };

function createParts<T extends Labelled>(
  { declared, noun }: CommandRecord<T>,
  { field, says, about = 'mission' as keyof T & string, onAccountOf, sets, check, complete, addressees }: Entered<T>,
  law: CommandLaw,
): CreateParts<T, Sets<T>> {
  const subject = onAccountOf === undefined ? { [about]: {} } : {};
  const all = { ...subject, ...sets, synthetic: SYNTHETIC };
  return {
    field,
    says,
    noun,
    inputSays: `${capital(articleOf(noun))} ${noun}. It is labelled for the caller’s State, joined with all that it refers to.`,
    about: about as keyof Sets<T> & string,
    ...(onAccountOf === undefined ? {} : { onAccountOf: { argument: about, says: ACCOUNT, to: onAccountOf } }),
    sets: all as Sets<T>,
    law,
    // The fields of the one are those of the other; the compiler cannot see through both.
    ...(check === undefined ? {} : { check: check as CreateParts<T, Sets<T>>['check'] }),
    ...(addressees === undefined ? {} : { addressees }),
    complete: { ...keyOf(declared), ...complete } as CreateParts<T, Sets<T>>['complete'],
  } as CreateParts<T, Sets<T>>;
}

function amendParts<T extends Labelled>(
  { declared, noun }: CommandRecord<T>,
  { sets, check, amended }: Entered<T> & Pick<KeepParts<T, string, string, Sets<T>>, 'amended'>,
  { field, law }: { readonly field: string; readonly law: CommandLaw },
): AmendParts<T, Sets<T>> {
  const values = Object.entries<SetField | undefined>(sets).filter(([property]) => !isLink(declared, property));
  const optional = values.map(([property, set]) => [property, { ...set, required: false }]);
  return {
    field,
    says: `Says what of ${articleOf(noun)} ${noun} is otherwise now.`,
    noun: 'amendment',
    inputSays: `What is otherwise now of ${articleOf(noun)} ${noun}; what is left out is as it was.`,
    sets: Object.fromEntries(optional) as Sets<T>,
    law,
    ...(check === undefined ? {} : { check: check as AmendParts<T, Sets<T>>['check'] }),
    ...(amended === undefined ? {} : { complete: amended }),
  } as AmendParts<T, Sets<T>>;
}

const SYNTHETIC: SetField = { says: 'Made for an exercise of this system, not real.', required: false };
const ACCOUNT = 'The post on whose account it is kept.';

/** The readable key of a record that has one. */
function keyOf({ lines, prefix }: RecordDeclaration): Readonly<Record<string, () => string>> {
  const has = lines.some((line) => line.what === 'value' && columnOf(line) === 'reference');
  return has ? { reference: () => madeReference(prefix.toUpperCase()) } : {};
}

const isLink = ({ lines }: RecordDeclaration, property: string): boolean =>
  lines.find((line: Line) => line.property === property)?.what === 'link';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
