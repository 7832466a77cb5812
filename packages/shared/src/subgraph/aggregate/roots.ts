import { Arg, Args, type ClassType, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InternalError } from '../../errors.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category } from '../../schema/decorators.js';
import { loadByKey } from '../links/load-by-key.js';
import { connect } from '../paging/connection.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled, RecordDeclaration, Shown } from '../record/record.js';
import { addMethod } from './resolver-method.js';
import type { Wording } from './wording.js';

/** A root field that finds one row by a natural key which the outside world knows. */
export interface KeyRoot {
  /** Field of the record that holds the key. */
  readonly by: string;
  /** Name of the root field. */
  readonly field: string;
  readonly says: string;
}

/** What the root fields of a record are made of. */
export interface RootParts<T extends Labelled> {
  readonly record: ClassType<T>;
  readonly declared: RecordDeclaration;
  /** Names of the fields for one row, and for many. */
  readonly one: string;
  readonly many: string;
  readonly keys: readonly KeyRoot[];
  readonly wording: Wording;
  readonly spec: ConnectionSpec<T>;
  readonly connection: ClassType<Page<T>>;
  readonly args: ClassType<ConnectionArgs>;
}

/** The root fields of a record: one row by its id, one by each natural key, and all of them. */
export function rootsOf<T extends Labelled>(parts: RootParts<T>): ClassType<object> {
  const { record, one, many, wording, spec, connection, args } = parts;
  class Roots {}
  Resolver(() => record)(Roots);
  addMethod(Roots, {
    name: one,
    answer: (context: CallContext, id: string) => spec.load(context, id),
    parameters: [Ctx(), Arg('id', () => ID)],
    decorators: [Query(() => record, { nullable: true, description: wording.byId }), Category('EXISTENCE')],
  });
  for (const key of parts.keys) addKeyRoot(Roots, parts, key);
  addMethod(Roots, {
    name: many,
    answer: (context: CallContext, asked: ConnectionArgs) => connect(context, spec, asked),
    parameters: [Ctx(), Args(() => args)],
    decorators: [Query(() => connection, { nullable: true, description: wording.all }), Category('EXISTENCE')],
  });
  return Roots;
}

function addKeyRoot<T extends Labelled>(roots: ClassType<object>, parts: RootParts<T>, key: KeyRoot): void {
  const { record, declared, spec } = parts;
  const { is, floor } = shownOf(declared, key.by);
  addMethod(roots, {
    name: key.field,
    answer: (context: CallContext, value: string) => loadByKey(context, spec, key.by, value),
    parameters: [
      Ctx(),
      (...parameter) => {
        Arg(key.by, () => String)(...parameter);
        Category(is, floor)(...parameter);
      },
    ],
    decorators: [Query(() => record, { nullable: true, description: key.says }), Category('EXISTENCE')],
  });
}

function shownOf({ name, lines }: RecordDeclaration, property: string): Shown {
  const line = lines.find((each) => each.property === property);
  if (line?.what !== 'value') throw new InternalError('INTERNAL', `\`${name}.${property}\` is no value, and no key`);
  return line.shown;
}
