import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Any, type FindOptionsWhere } from 'typeorm';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category, Optional } from '../../schema/decorators.js';
import { connect } from '../paging/connection.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { BelongsLine, Inverse, Labelled } from '../record/record.js';
import { addMethod, type ParameterMark } from './resolver-method.js';
import { loadLinked } from './rows-of.js';

interface Parent {
  readonly id: string;
}

/** The field of another type by which a link is followed from its other end. */
export interface InverseLink<T extends Labelled> {
  /** Type that the field is added to. */
  readonly on: ClassType<object>;
  readonly inverse: Inverse;
  /** Name of the forward link. */
  readonly link: string;
  readonly spec: ConnectionSpec<T>;
  readonly connection: ClassType<Page<T>>;
  readonly args: ClassType<ConnectionArgs>;
}

/** A connection of the rows that link to a row. It reads that link on every candidate, so it tells nothing that the link does not. */
export function inverseConnection<T extends Labelled>(parts: InverseLink<T>): ClassType<object> {
  const { on, inverse, link, spec, connection, args } = parts;
  const answer = (context: CallContext, { id }: Parent, asked: ConnectionArgs): Page<T> =>
    connect(context, spec, asked, { field: link, id });
  return added(on, inverse, answer, [Ctx(), Root(), Args(() => args)], () => connection);
}

/** The one row that belongs to a row, or none that this viewer sees. */
export function inversePart<T extends Labelled>(
  record: ClassType<T>,
  { to, property, inverse }: BelongsLine,
): ClassType<object> {
  const owner = {};
  const ownerOf = (row: object): unknown => Reflect.get(row, property);
  const answer = (context: CallContext, { id }: Parent): Promise<T | null> =>
    context
      .loader<string, T | null>(owner, async (ids) => {
        const where = { [property]: Any([...ids]) } as FindOptionsWhere<T>;
        const rows = await context.read((manager) => manager.findBy(record, where));
        // Of several that this viewer sees always the same.
        const sorted = rows.toSorted((one, other) => (one.id > other.id ? -1 : 1));
        const found = new Map(sorted.map((row) => [ownerOf(row), row]));
        return ids.map((each) => found.get(each) ?? null);
      })
      .load(id);
  return added(to(), inverse, answer, [Ctx(), Root()], () => record);
}

/** The row that a row belongs to, or none where this viewer does not see it. */
export function ownerField<T extends Labelled>(
  record: ClassType<T>,
  { to, property, field: { name, says } }: BelongsLine,
): ClassType<object> {
  const answer = (context: CallContext, row: object): Promise<object | null> =>
    loadLinked(context, to(), String(Reflect.get(row, property)));
  // That there is a row of it says the row itself to who sees both.
  return added(record, { field: name, is: 'EXISTENCE', says }, answer, [Ctx(), Root()], to);
}

function added(
  on: ClassType<object>,
  { field, is, floor, says, optional }: Inverse,
  answer: (...parts: never[]) => unknown,
  parameters: readonly ParameterMark[],
  type: () => ClassType<object>,
): ClassType<object> {
  class InverseField {}
  Resolver(() => on)(InverseField);
  const marks = [Category(is, floor), ...(optional === true ? [Optional()] : [])];
  addMethod(InverseField, {
    name: field,
    answer,
    parameters,
    decorators: [FieldResolver(type, { nullable: true, description: says }), ...marks],
  });
  return InverseField;
}
