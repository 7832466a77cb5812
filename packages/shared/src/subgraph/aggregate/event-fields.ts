import { Arg, type ClassType, Ctx, Resolver, Subscription } from 'type-graphql';
import { Category } from '../../schema/decorators.js';
import { notSubscribedHere, recordOfEvent } from '../events/record-of-event.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled } from '../record/record.js';
import { addMethod } from './resolver-method.js';

/** A field of subscriptions that tells when a record has changed. */
export interface EventField {
  readonly field: string;
  readonly says: string;
}

/** What follows a record: for each event it is read again, as the viewer sees it now. */
export function followedBy<T extends Labelled>(
  record: ClassType<T>,
  { field, says }: EventField,
  spec: ConnectionSpec<T>,
  filter: ClassType<object>,
): ClassType<object> {
  class Followed {}
  Resolver(() => record)(Followed);
  addMethod(Followed, {
    name: field,
    answer: (context: CallContext, asked: object | null) => recordOfEvent(context, spec, asked),
    parameters: [Ctx(), Arg('filter', () => filter, { nullable: true })],
    decorators: [
      Subscription(() => record, { nullable: true, subscribe: notSubscribedHere, description: says }),
      Category('EXISTENCE'),
    ],
  });
  return Followed;
}
