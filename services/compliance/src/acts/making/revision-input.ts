import { Category } from '@chancery/shared/schema/decorators';
import { DateTime } from '@chancery/shared/schema/scalars';
import { IdempotencyKey, WrittenList } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType } from 'type-graphql';

const ITEMS_MAX = 50;
const NAME_MAX = 128;

/** Which act is decided on, and as what it was read. */
@InputType()
export class RevisionInput {
  @Field({ description: 'Your own name for this decision, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The act.' })
  @Category('EXISTENCE')
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the act as you read it, if it must not have changed since.',
  })
  @Category('EXISTENCE')
  concurrencyToken?: string | null;
}

@InputType('ApproveActInput', { description: 'An act that somebody else has proposed.' })
export class ApproveActInput extends RevisionInput {}

@InputType('DeclineActInput', { description: 'An act that somebody else has proposed, and that is not made.' })
export class DeclineActInput extends RevisionInput {}

@InputType('RevokeActInput', { description: 'An act that ends now; it stays in the register with all its versions.' })
export class RevokeActInput extends RevisionInput {}

/** What a later version takes away; of what is left out nothing changes. */
@InputType('SupersedeActInput', {
  description: 'A later version of an act, which reaches no further and lasts no longer.',
})
export class SupersedeActInput extends RevisionInput {
  @Field(() => [String], { nullable: true, description: 'Agencies of the recipient that are left.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, 100, true)
  recipientAgencies?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Keys in its scope that are left.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, NAME_MAX, true)
  scopeKeys?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Pseudonyms in its scope that are left.' })
  @Category('PERSON_STATUS')
  @WrittenList(ITEMS_MAX, NAME_MAX, true)
  persons?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of data in its scope that are left.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, 64, true)
  categories?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when: not before it did.' })
  @Category('LEGAL_ACT')
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when: not after it would.' })
  @Category('LEGAL_ACT')
  untilAt?: Date | null;
}
