import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { connect } from '@chancery/shared/subgraph/paging/connection';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Mission } from './mission.entity.js';
import { WarningConnection, warningsOfMission } from './warning.connection.js';
import type { Warning } from './warning.entity.js';
import { WarningArgs } from './warning.inputs.js';

/** Posts by id, as far as this viewer sees them. */
export const missionRows = createRowLoader(Mission, 'mis');

/** What intel adds to a post. */
@Resolver(() => Mission)
export class MissionResolver {
  // The inverse of `Warning.missions`: it reads that link on every candidate, so it tells nothing that the link does not.
  @FieldResolver(() => WarningConnection, { nullable: true, description: 'Warnings that concern this post.' })
  @Category('THREAT')
  warnings(
    @Ctx() context: CallContext,
    @Root() mission: Mission,
    @Args(() => WarningArgs) args: WarningArgs,
  ): Page<Warning> {
    return connect(context, warningsOfMission, args, { field: 'missions', id: mission.id });
  }
}
