import { Arg, type ClassType, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { Category, Handled } from '../../schema/decorators.js';
import type { CallContext } from '../reading/call-context.js';
import { columnNameOf } from '../record/column-name.js';
import type { Labelled, Line, RecordDeclaration, Stored } from '../record/record.js';
import type { Viewer } from '../visibility/viewer.js';
import { type CommandInput, type CommandLaw, createRecord, type Given, type Making } from '../writing/create-record.js';
import { type CommandTexts, inputOf, linksOf, type SetField } from './command-input.js';
import { addMethod } from './resolver-method.js';
import { rowsOf } from './rows-of.js';

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
  /** The link to the post that the record is about: of it are law, label and States. */
  readonly about: keyof S & string;
  readonly sets: S;
  readonly law: CommandLaw;
  /** What else must hold of what is given. Throws INPUT_INVALID. */
  readonly check?: (given: GivenOf<T, S>, viewer: Viewer) => void;
  /** Values that no caller gives, each from what was given. */
  readonly complete: { readonly [P in keyof T]?: (given: GivenOf<T, S>, making: Making) => Stored<T[P]> };
}

/** A command of an aggregate, before it is known of which. */
export interface Command<T extends Labelled> {
  resolverOf(record: ClassType<T>, declared: RecordDeclaration, one: string): ClassType<object>;
}

/**
 * A command that makes a record. Set is only what may be read; the label is that of the maker's State, joined with those of all that
 * it refers to; what is hidden is NOT_FOUND before anything else is looked at; it runs once for its key.
 */
export function create<T extends Labelled>() {
  // In two steps, for the compiler infers either all types of a call or none.
  return <const S extends Sets<T>>(parts: CreateParts<T, S>): Command<T> => ({
    resolverOf: (record, declared, one) => resolverOf(record, declared, one, parts),
  });
}

function resolverOf<T extends Labelled, S extends Sets<T>>(
  record: ClassType<T>,
  declared: RecordDeclaration,
  one: string,
  parts: CreateParts<T, S>,
): ClassType<object> {
  const { field, says, noun, law, check, about } = parts;
  const { name, table, prefix } = declared;
  const typeName = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const sets = new Map<string, SetField>(Object.entries(parts.sets));
  const input = inputOf(`${typeName}Input`, declared, sets, parts);
  const payload = payloadOf(`${typeName}Payload`, noun, record, one);
  const complete = completedBy(declared, sets, parts.complete);
  const given = (all: Given) => withNulls(all, sets) as GivenOf<T, S>;
  const making = {
    operation: field,
    type: name,
    records: { prefix, table, handlingColumn: 'handling_id' },
    links: linksOf(declared, sets, about),
    law,
    check: (all: Given, viewer: Viewer) => check?.(given(all), viewer),
    valuesOf: (all: Given, moment: Making) => complete(given(all), moment),
  };
  class Runs {}
  Resolver(() => payload)(Runs);
  addMethod(Runs, {
    name: field,
    answer: async (context: CallContext, asked: CommandInput & object) =>
      Object.assign(new payload(), { recordId: await createRecord(context, making, asked) }),
    parameters: [Ctx(), Arg('input', () => input)],
    // Nullable: of several commands in one document, one that fails must not take the answers of the others with it.
    decorators: [Mutation(() => payload, { nullable: true, description: says }), Category('EXISTENCE')],
  });
  addMethod(Runs, {
    name: one,
    // Apart from the command: that its record cannot be read must not look as if it had not been made.
    answer: (context: CallContext, { recordId }: { readonly recordId: string }) =>
      rowsOf(record).load(context, recordId),
    parameters: [Ctx(), Root()],
    decorators: [FieldResolver()],
  });
  return Runs;
}

function payloadOf(name: string, noun: string, record: ClassType<object>, one: string): ClassType<object> {
  class Payload {}
  ObjectType(name, { description: `What a ${noun} came to.` })(Payload);
  Handled('PARENT')(Payload);
  Field(() => record, { nullable: true, description: `The ${one}, as this caller sees it now.` })(
    Payload.prototype,
    one,
  );
  Category('EXISTENCE')(Payload.prototype, one);
  return Payload;
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
        return [line.what === 'link' ? `${columnNameOf(line.property)}_id` : columnNameOf(line.property), value];
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
