import { Args, type ClassType, Ctx, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import { Category, Handled, Shareable } from '../../schema/decorators.js';
import type { Subject } from '../../subjects/subject.js';
import { connect } from '../paging/connection.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Aggregate } from './aggregate.js';
import { addMethod } from './resolver-method.js';

/** Rows of a record that are the caller's own, as a field of the caller itself. */
export interface ViewerList {
  readonly field: string;
  readonly says: string;
  readonly aggregate: Pick<Aggregate, 'listed'>;
  /** By which fields they are the caller's: tested on each row like a filter, by what the caller may read of it. */
  ownOf(subject: Subject): object;
}

/** Fields of `viewer` that a service answers beside the gateway, and the connections behind them. */
export interface ViewerFields {
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
}

/**
 * Lists of what is the caller's own: each is the connection of all such rows with a filter that the service writes, so it shows nothing that the
 * caller would not find there. The gateway answers who the caller is; both say that there is one.
 */
export function viewerFields(lists: readonly ViewerList[]): ViewerFields {
  class Viewer {}
  ObjectType('Viewer', { description: 'The caller, after the trust agreement has clipped its token.' })(Viewer);
  Handled('PARENT')(Viewer);
  class Lists {}
  Resolver(() => Viewer)(Lists);
  addMethod(Lists, {
    name: 'viewer',
    answer: () => new Viewer(),
    parameters: [],
    decorators: [
      Query(() => Viewer, { nullable: true, description: 'The caller as this request sees it.' }),
      Category('EXISTENCE'),
      Shareable(),
    ],
  });
  const connections = lists.map((list) => addList(Lists, list));
  return { resolvers: [Lists], connections };
}

function addList(lists: ClassType<object>, { field, says, aggregate, ownOf }: ViewerList): ConnectionSpec<object> {
  const { connection, args, specNamed } = aggregate.listed;
  const spec = specNamed(`Viewer.${field}`);
  addMethod(lists, {
    name: field,
    answer: (context: CallContext, asked: ConnectionArgs) => {
      const { subject } = context.viewer.profile;
      return connect(context, spec, asked, null, { filter: ownOf(subject), of: `${field} of ${subject.agency}` });
    },
    parameters: [Ctx(), Args(() => args)],
    decorators: [FieldResolver(() => connection, { nullable: true, description: says }), Category('EXISTENCE')],
  });
  return spec;
}
