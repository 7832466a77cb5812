import { Category } from '@chancery/shared/schema/decorators';
import { stateNameIn } from '@chancery/shared/state-names-in';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { mayReadAll } from '@chancery/shared/subgraph/reading/may-read-all';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { State } from './state.js';

@ArgsType()
class InLanguage {
  @Field(() => String, { description: 'Tag of the language (BCP 47), as `fr` or `zh-Hant`.' })
  @Category('PUBLIC_FACT')
  language!: string;
}

/** Names of States in languages of their readers, which follow from the code. */
@Resolver(() => State)
export class StateNames {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Short name in a language, as CLDR has it; in English as `name`. Null in a language that has none there.',
  })
  @Category('PUBLIC_FACT')
  nameIn(@Ctx() { masks }: CallContext, @Root() state: State, @Args() { language }: InLanguage): string | null {
    return mayReadAll(masks, 'State', state, ['reference']) ? stateNameIn(state.reference, language) : null;
  }
}
