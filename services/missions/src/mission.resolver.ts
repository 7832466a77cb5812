import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { CallContext } from '@chancery/shared/subgraph/call-context';
import { connect } from '@chancery/shared/subgraph/connection';
import { loadByKey } from '@chancery/shared/subgraph/load-by-key';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { MissionConnection, missionRows, missions } from './mission.connection.js';
import { Mission } from './mission.entity.js';
import { MissionArgs } from './mission.inputs.js';
import { Premises } from './premises.entity.js';
import { loadPremisesOf } from './premises.loader.js';

/** Root fields of posts, and the links of a post. */
@Resolver(() => Mission)
export class MissionResolver {
  @Query(() => Mission, {
    nullable: true,
    description: 'One post by id; null when there is none that this caller sees.',
  })
  @Category('EXISTENCE')
  mission(@Ctx() context: CallContext, @Arg('id', () => ID) id: string): Promise<Mission | null> {
    return missionRows.load(context, id);
  }

  @Query(() => Mission, { nullable: true, description: 'One post by its Wikidata item, for example Q875787.' })
  @Category('EXISTENCE')
  missionByWikidataId(
    @Ctx() context: CallContext,
    @Arg('wikidataId', () => String) @Category('PUBLIC_FACT') wikidataId: string,
  ): Promise<Mission | null> {
    return loadByKey(context, missions, 'wikidataId', wikidataId);
  }

  @Query(() => MissionConnection, { nullable: true, description: 'Posts that this caller sees.' })
  @Category('EXISTENCE')
  missions(@Ctx() context: CallContext, @Args(() => MissionArgs) args: MissionArgs): Page<Mission> {
    return connect(context, missions, args);
  }

  @FieldResolver(() => Premises, {
    nullable: true,
    description: 'The premises of the mission as one whole (VCDR 1(i)); buildings are areas of it.',
  })
  @Category('EXISTENCE')
  premises(@Ctx() context: CallContext, @Root() mission: Mission): Promise<Premises | null> {
    return loadPremisesOf(context, mission.id);
  }
}
