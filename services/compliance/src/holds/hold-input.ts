import { Category } from '@chancery/shared/schema/decorators';
import { DateTime } from '@chancery/shared/schema/scalars';
import { IdempotencyKey, Written } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType } from 'type-graphql';

const NAME_MAX = 128;
const BASIS_MAX = 200;
const WORDS_MAX = 2_000;

/** What is to be kept of the requests of the caller's State: those of which all that is said here is true. */
@InputType('OrderLegalHoldInput', {
  description:
    'What is to be kept of the requests of the caller’s State: those of which all that is said here is true, and at least one thing is said.',
})
export class OrderLegalHoldInput {
  @Field({ description: 'Your own name for this order, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'That they read this record, of whatever type.' })
  @Category('AUDIT')
  @Written(NAME_MAX, true)
  record?: string | null;

  @Field(() => String, { nullable: true, description: 'That this person made them, by pseudonym.' })
  @Category('AUDIT')
  @Written(NAME_MAX, true)
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'That they named this case.' })
  @Category('AUDIT')
  @Written(NAME_MAX, true)
  caseReference?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That they were recorded from then on.' })
  @Category('AUDIT')
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'That they were recorded before then.' })
  @Category('AUDIT')
  untilAt?: Date | null;

  @Field({ description: 'Why, at most 2,000 characters.' })
  @Category('AUDIT')
  @Written(WORDS_MAX)
  reason!: string;

  @Field({
    description: 'The rule or the order of a court that it rests on, at most 200 characters; it stays on the ledger.',
  })
  @Category('AUDIT')
  @Written(BASIS_MAX)
  legalBasis!: string;

  @Field(() => Boolean, { nullable: true, description: 'Made for an exercise of this system, not real.' })
  @Category('EXISTENCE')
  synthetic?: boolean | null;
}

/** Which hold is to be lifted, and as what it was read. */
@InputType()
export class HoldInput {
  @Field({ description: 'Your own name for this, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The hold.' })
  @Category('EXISTENCE')
  id!: string;

  @Field(() => String, { nullable: true, description: 'What was read of it before; else it is changed as it stands.' })
  @Category('EXISTENCE')
  concurrencyToken?: string | null;
}

@InputType('AskLiftLegalHoldInput', { description: 'A hold that is no longer needed, as one person says.' })
export class AskLiftLegalHoldInput extends HoldInput {
  @Field({ description: 'Why, at most 2,000 characters.' })
  @Category('AUDIT')
  @Written(WORDS_MAX)
  reason!: string;

  @Field({
    description:
      'The rule or the order of a court by which it is lifted, at most 200 characters; it stays on the ledger.',
  })
  @Category('AUDIT')
  @Written(BASIS_MAX)
  legalBasis!: string;
}

@InputType('ApproveLiftLegalHoldInput', { description: 'A hold that another person has asked to be lifted.' })
export class ApproveLiftLegalHoldInput extends HoldInput {}
