import { Arg, type ClassType, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Category, Handled } from '../../schema/decorators.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled, RecordDeclaration } from '../record/record.js';
import { addMethod } from './resolver-method.js';
import { rowsOf } from './rows-of.js';
import type { StateMachine } from './state-machine.js';

/** The record that a command is of. */
export interface CommandRecord<T extends Labelled> {
  readonly record: ClassType<T>;
  readonly declared: RecordDeclaration;
  /** Name of the root field of one, under which a payload has it too. */
  readonly one: string;
  /** What it is called in prose. */
  readonly noun: string;
  /** Null for a record that always stands where it stands. */
  readonly states: StateMachine | null;
}

/** What a command does to the table of its record. */
export interface CommandUse {
  readonly adds: boolean;
  /** Columns that it changes of rows that are there. */
  readonly changes: readonly string[];
  /** Links to many that it sets of rows that it adds, by property. */
  readonly links?: readonly string[];
}

/** A command of an aggregate, before it is known of which. */
export interface Command<T extends Labelled> {
  resolverOf(of: CommandRecord<T>): ClassType<object>;
  useOf(of: CommandRecord<T>): CommandUse;
}

/** What a mutation field is made of. */
export interface CommandField {
  readonly field: string;
  readonly says: string;
  readonly noun: string;
  readonly input: ClassType<object>;
  /** Runs it; gives the id of the record. */
  readonly run: (context: CallContext, asked: object) => Promise<string>;
}

/** By its mutation field, the name from which those of input and payload are made. */
export const typeNameFor = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** The mutation field of a command, and the payload with its record. */
export function commandResolver<T extends Labelled>(
  { record, one }: Pick<CommandRecord<T>, 'record' | 'one'>,
  { field, says, noun, input, run }: CommandField,
): ClassType<object> {
  const payload = payloadOf(`${typeNameFor(field)}Payload`, noun, record, one);
  class Runs {}
  Resolver(() => payload)(Runs);
  addMethod(Runs, {
    name: field,
    answer: async (context: CallContext, asked: object) =>
      Object.assign(new payload(), { recordId: await run(context, asked) }),
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
