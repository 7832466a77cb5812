import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { connect } from '@chancery/shared/subgraph/paging/connection';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { IncidentConnection, incidentsOfMission } from './incident.connection.js';
import type { Incident } from './incident.entity.js';
import { IncidentArgs } from './incident.inputs.js';
import { Mission } from './mission.entity.js';

/** Posts by id, as far as this viewer sees them. */
export const missionRows = createRowLoader(Mission, 'mis');

/** What incidents add to a post. */
@Resolver(() => Mission)
export class MissionResolver {
  // The inverse of `Incident.mission`: it reads that link on every candidate, so it tells nothing that the link does not.
  @FieldResolver(() => IncidentConnection, { nullable: true, description: 'Incidents of this post.' })
  @Category('EXISTENCE')
  incidents(
    @Root() mission: Mission,
    @Args(() => IncidentArgs) args: IncidentArgs,
    @Ctx() context: CallContext,
  ): Page<Incident> {
    return connect(context, incidentsOfMission, args, { field: 'mission', id: mission.id });
  }
}
