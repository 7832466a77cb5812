import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { notSubscribedHere, recordOfEvent } from '@chancery/shared/subgraph/events/record-of-event';
import { loadLinks } from '@chancery/shared/subgraph/links/load-links';
import { connect } from '@chancery/shared/subgraph/paging/connection';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Mission } from './mission.entity.js';
import { allWarnings, changedWarnings, WarningConnection, warningRows } from './warning.connection.js';
import { Warning } from './warning.entity.js';
import { WarningArgs, WarningFilter } from './warning.inputs.js';

/** Root fields of warnings, and the links from a warning to its posts. */
@Resolver(() => Warning)
export class WarningResolver {
  @Query(() => Warning, {
    nullable: true,
    description: 'One warning by id; null when there is none that this caller sees.',
  })
  @Category('EXISTENCE')
  warning(@Ctx() context: CallContext, @Arg('id', () => ID) id: string): Promise<Warning | null> {
    return warningRows.load(context, id);
  }

  @Query(() => WarningConnection, { nullable: true, description: 'Warnings that this caller sees.' })
  @Category('EXISTENCE')
  warnings(@Ctx() context: CallContext, @Args(() => WarningArgs) args: WarningArgs): Page<Warning> {
    return connect(context, allWarnings, args);
  }

  @Subscription(() => Warning, {
    nullable: true,
    subscribe: notSubscribedHere,
    description: 'A warning that was issued or amended, as this caller sees it now.',
  })
  @Category('EXISTENCE')
  warningIssued(
    @Ctx() context: CallContext,
    @Arg('filter', () => WarningFilter, { nullable: true }) filter: WarningFilter | null,
  ): Promise<Warning | null> {
    return recordOfEvent(context, changedWarnings, filter);
  }

  @FieldResolver()
  async missions(@Ctx() context: CallContext, @Root() warning: Warning): Promise<Mission[]> {
    const ids = await loadLinks(context, allWarnings, 'missions', warning.id);
    return ids.map((id) => Object.assign(new Mission(), { id }));
  }
}
