import type { Page } from '@chancery/shared/schema/connection-types';
import { Category } from '@chancery/shared/schema/decorators';
import { stateName } from '@chancery/shared/state-names';
import { loadByKey } from '@chancery/shared/subgraph/links/load-by-key';
import { connect } from '@chancery/shared/subgraph/paging/connection';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { mayReadAll } from './may-read-all.js';
import { MissionConnection, missionRows, missions } from './mission.connection.js';
import { Mission } from './mission.entity.js';
import { MissionArgs } from './mission.inputs.js';
import { missionName } from './mission-name.js';
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

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it is called: kind, sending State and settlement, "Embassy of Japan in Berlin".',
  })
  @Category('PUBLIC_FACT')
  name(@Ctx() context: CallContext, @Root() mission: Mission): string | null {
    return mayReadAll(context.masks, mission, ['kind', 'sendingState', 'receivingState', 'city'])
      ? missionName(mission)
      : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'English short name of the State that sends the post.' })
  @Category('PUBLIC_FACT')
  sendingStateName(@Ctx() context: CallContext, @Root() mission: Mission): string | null {
    return mayReadAll(context.masks, mission, ['sendingState']) ? stateName(mission.sendingState) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'English short name of the State that receives it.' })
  @Category('PUBLIC_FACT')
  receivingStateName(@Ctx() context: CallContext, @Root() mission: Mission): string | null {
    return mayReadAll(context.masks, mission, ['receivingState']) ? stateName(mission.receivingState) : null;
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
