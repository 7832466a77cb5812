import { Category } from '@chancery/shared/schema/decorators';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { mayReadAll } from '@chancery/shared/subgraph/reading/may-read-all';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { Mission } from './mission.js';
import { missionNameIn } from './mission-name.js';

@ArgsType()
class InLanguage {
  @Field(() => String, { description: 'Tag of the language (BCP 47), as `fr` or `es-419`.' })
  @Category('PUBLIC_FACT')
  language!: string;
}

/** Names of posts in languages of their readers, which are made of the same as the English ones. */
@Resolver(() => Mission)
export class PostNames {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it is called in a language: kind, in brackets the State that sends it, settlement, "Ambassade (Japon), Berlin"; in English as `name`. States as CLDR has them, kinds in German, Spanish, French and Croatian, settlements as `city`; null in any other language.',
  })
  @Category('PUBLIC_FACT')
  nameIn(@Ctx() { masks }: CallContext, @Root() post: Mission, @Args() { language }: InLanguage): string | null {
    const from = ['kind', 'sendingState', 'receivingState', 'city'];
    return mayReadAll(masks, 'Mission', post, from) ? missionNameIn(post, language) : null;
  }
}
