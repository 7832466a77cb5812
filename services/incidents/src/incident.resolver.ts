import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { notSubscribedHere, recordOfEvent } from '@chancery/shared/subgraph/events/record-of-event';
import { loadLinks } from '@chancery/shared/subgraph/links/load-links';
import { connect } from '@chancery/shared/subgraph/paging/connection';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { allIncidents, changedIncidents, IncidentConnection, incidentRows } from './incident.connection.js';
import { Incident } from './incident.entity.js';
import { IncidentArgs, IncidentFilter } from './incident.inputs.js';
import { Mission } from './mission.entity.js';

/** Root fields of incidents, and the link from an incident to its post. */
@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => Incident, {
    nullable: true,
    description: 'One incident by id; null when there is none that this caller sees.',
  })
  @Category('EXISTENCE')
  incident(@Ctx() context: CallContext, @Arg('id', () => ID) id: string): Promise<Incident | null> {
    return incidentRows.load(context, id);
  }

  @Query(() => IncidentConnection, { nullable: true, description: 'Incidents that this caller sees.' })
  @Category('EXISTENCE')
  incidents(@Ctx() context: CallContext, @Args(() => IncidentArgs) args: IncidentArgs): Page<Incident> {
    return connect(context, allIncidents, args);
  }

  @Subscription(() => Incident, {
    nullable: true,
    subscribe: notSubscribedHere,
    description: 'An incident that was reported or changed, as this caller sees it now.',
  })
  @Category('EXISTENCE')
  incidentUpdated(
    @Ctx() context: CallContext,
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
  ): Promise<Incident | null> {
    return recordOfEvent(context, changedIncidents, filter);
  }

  @FieldResolver()
  async mission(@Ctx() context: CallContext, @Root() incident: Incident): Promise<Mission | null> {
    const [id] = await loadLinks(context, allIncidents, 'mission', incident.id);
    return id === undefined ? null : Object.assign(new Mission(), { id });
  }
}
