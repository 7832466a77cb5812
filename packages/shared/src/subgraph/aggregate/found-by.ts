import { ArgsType, type ClassType, Field, InputType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { combineFilters } from '../../schema/combine-filters.js';
import { type Condition, IDCondition } from '../../schema/conditions.js';
import { type ConnectionArgs, PagingArgs } from '../../schema/connection-args.js';
import { Category, OneOf } from '../../schema/decorators.js';
import { OrderDirection } from '../../schema/order-direction.js';
import { GeoPointCondition, PlaceCondition } from '../../schema/place-conditions.js';
import { ReaderLanguage } from '../../schema/reader-language.js';
import type { MadeLine, RecordDeclaration, Shown, ValueLine } from '../record/record.js';
import { type SearchedField, searchedFieldsOf } from '../search/searched-fields.js';

/** Input types of the connections of a record. */
export interface FoundBy {
  readonly filter: ClassType<object>;
  readonly order: ClassType<object>;
  /** Arguments of every connection of the record. */
  readonly args: ClassType<ConnectionArgs>;
}

/** What rows of a record are found and ordered by: each field reads the field of its name, under the same category. */
export function foundBy(record: RecordDeclaration): FoundBy {
  const filter = filterOf(record);
  const order = orderOf(record);

  @ArgsType()
  class Args extends PagingArgs {
    @Field(() => filter, { nullable: true })
    filter?: object | null;

    search?: string | null;

    orderBy?: object[] | null;

    language?: ReaderLanguage | null;
  }
  const searched = searchedFieldsOf(record);
  if (searched.length > 0) {
    Field(() => String, { nullable: true, description: searchSays(searched) })(Args.prototype, 'search');
    Category('EXISTENCE')(Args.prototype, 'search');
  }
  if (orderedLines(record).length > 0) Field(() => [order], { nullable: true })(Args.prototype, 'orderBy');
  if (record.languages.length > 0) {
    Field(() => ReaderLanguage, { nullable: true, description: LANGUAGE_SAYS })(Args.prototype, 'language');
    Category('EXISTENCE')(Args.prototype, 'language');
  }
  return { filter, order, args: Args };
}

const LANGUAGE_SAYS = 'In whose alphabet texts are put in order; the order that is for all where it is left out.';

/** What is found, of fields that the caller may read on a row alone. */
function searchSays(searched: readonly SearchedField[]): string {
  const fields = searched.map(({ field }) => field);
  return `Words, each of which must stand in ${fields.join(', ')}, whatever its case and marks; the last may be the beginning of one.`;
}

function filterOf(record: RecordDeclaration): ClassType<object> {
  class Filter {}
  InputType(`${record.name}Filter`, { description: 'All of these must hold.' })(Filter);
  Field(() => IDCondition, { nullable: true })(Filter.prototype, 'id');
  for (const line of record.lines) {
    if (line.what === 'link' && line.isFiltered) input(Filter, line.property, IDCondition, line.shown);
    if (line.what === 'made' && line.place !== null) input(Filter, line.property, PlaceCondition, line.shown);
    if (line.what === 'value' && line.isFiltered) {
      input(Filter, line.property, line.kind.condition?.() ?? notFiltered(record, line.property), line.shown);
    }
  }
  combineFilters(Filter);
  return Filter;
}

function notFiltered({ name }: RecordDeclaration, property: string): ClassType<Condition> {
  throw new InternalError('INTERNAL', `\`${name}.${property}\` is of a kind that nothing is filtered by`);
}

function orderOf(record: RecordDeclaration): ClassType<object> {
  class Order {}
  const ordered = orderedLines(record);
  if (ordered.length === 0) return Order;
  InputType(`${record.name}Order`, { description: 'Exactly one field in each item; no field twice.' })(Order);
  OneOf()(Order);
  for (const { what, property, shown } of ordered) {
    input(Order, property, what === 'value' ? OrderDirection : GeoPointCondition, shown);
  }
  return Order;
}

/** Values that rows are ordered by, and places, by their distance from a point. */
const orderedLines = ({ lines }: RecordDeclaration) =>
  lines.filter(
    (line): line is ValueLine | MadeLine =>
      (line.what === 'value' && line.isOrdered) || (line.what === 'made' && line.place !== null),
  );

function input(type: ClassType<object>, property: string, of: object, { is, floor }: Shown): void {
  Field(() => of, { nullable: true })(type.prototype, property);
  Category(is, floor)(type.prototype, property);
}
