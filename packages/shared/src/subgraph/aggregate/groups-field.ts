import { Arg, type ClassType, Field, FieldResolver, InputType, Int, Resolver, Root } from 'type-graphql';
import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { GroupedPage, Page } from '../../schema/connection-types.js';
import { Category, OneOf } from '../../schema/decorators.js';
import { Group } from '../../schema/group.js';
import type { RecordDeclaration, ValueLine } from '../record/record.js';
import { addMethod } from './resolver-method.js';

/** The field of a page that counts its rows by a value that they have in common: each record has one at least, whether it is synthetic. */
export function groupsField<T extends object>(
  record: RecordDeclaration,
  connection: ClassType<Page<T>>,
): ClassType<object> {
  const lines = record.lines.filter((line): line is ValueLine => line.what === 'value' && line.isGrouped);
  class GroupBy {}
  OneOf()(GroupBy);
  InputType(`${record.name}GroupBy`, { description: 'By which field rows are counted: exactly one, true.' })(GroupBy);
  for (const { property, shown } of lines) {
    Field(() => Boolean, { nullable: true })(GroupBy.prototype, property);
    Category(shown.is, shown.floor)(GroupBy.prototype, property);
  }
  class Groups {}
  Resolver(() => connection)(Groups);
  addMethod(Groups, {
    name: 'groups',
    answer: (page: GroupedPage<T>, by: object, first: number | null) => page.groups(fieldOf(by), first),
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

function fieldOf(by: object): string {
  const [named, second] = Object.entries(by).filter(([, chosen]) => chosen === true);
  if (named !== undefined && second === undefined) return named[0];
  throw new ClientError('INPUT_INVALID', 'not exactly one field that is true', 'by');
}
