import { Arg, type ClassType, Field, FieldResolver, InputType, Int, Resolver, Root } from 'type-graphql';
import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { GroupedBy, GroupedPage, Page } from '../../schema/connection-types.js';
import { Category, OneOf } from '../../schema/decorators.js';
import { Group } from '../../schema/group.js';
import { type CellSize, GeoCellCondition } from '../../schema/place-conditions.js';
import type { MadeLine, RecordDeclaration, ValueLine } from '../record/record.js';
import { addMethod } from './resolver-method.js';

/** The field of a page that counts its rows by a value that they have in common: each record has one at least, whether it is synthetic. */
export function groupsField<T extends object>(
  record: RecordDeclaration,
  connection: ClassType<Page<T>>,
): ClassType<object> {
  const lines = record.lines.filter((line): line is ValueLine => line.what === 'value' && line.isGrouped);
  const places = record.lines.filter((line): line is MadeLine => line.what === 'made' && line.place !== null);
  class GroupBy {}
  OneOf()(GroupBy);
  InputType(`${record.name}GroupBy`, {
    description: 'By which field rows are counted: exactly one, true; a place by cells of the map.',
  })(GroupBy);
  for (const { property, shown } of lines) {
    Field(() => Boolean, { nullable: true })(GroupBy.prototype, property);
    Category(shown.is, shown.floor)(GroupBy.prototype, property);
  }
  for (const { property, shown } of places) {
    Field(() => GeoCellCondition, { nullable: true })(GroupBy.prototype, property);
    Category(shown.is, shown.floor)(GroupBy.prototype, property);
  }
  class Groups {}
  Resolver(() => connection)(Groups);
  addMethod(Groups, {
    name: 'groups',
    answer: (page: GroupedPage<T>, by: object, first: number | null) => page.groups(groupedBy(by), first),
    parameters: [
      Root(),
      Arg('by', () => GroupBy),
      Arg('first', () => Int, {
        nullable: true,
        description: `The largest groups, 0 to ${PAGE_MAX}; ${PAGE_DEFAULT} when left out.`,
      }),
    ],
    decorators: [
      FieldResolver(() => [Group], {
        nullable: true,
        description: 'How many of all rows, on whatever page, have each value of a field.',
      }),
      Category('EXISTENCE'),
    ],
  });
  return Groups;
}

function groupedBy(by: object): GroupedBy {
  const chosen = Object.entries(by).filter(([, value]) => value !== null && value !== undefined && value !== false);
  const [named, second] = chosen;
  if (named === undefined || second !== undefined) {
    throw new ClientError('INPUT_INVALID', 'not exactly one field that is true, or a size of cells', 'by');
  }
  const [field, value] = named as [string, true | CellSize];
  return { field, cells: value === true ? null : value };
}
