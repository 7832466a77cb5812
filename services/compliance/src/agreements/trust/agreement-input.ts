import { Category } from '@chancery/shared/schema/decorators';
import { IdempotencyKey, Written } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType } from 'type-graphql';

/** As long as the body of a request can carry; who lists more documents names their digests alone, or comes by file. */
const DOCUMENT_MAX = 100_000;

/** An agreement that is to be: another person approves it. */
@InputType('ProposeAgreementInput', { description: 'An agreement that is to be: another person approves it.' })
export class ProposeAgreementInput {
  @Field({ description: 'Your own name for this proposal, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field({ description: 'The agreement as JSON, as a file of it would be (docs/agreements.md).' })
  @Category('LEGAL_ACT')
  @Written(DOCUMENT_MAX)
  agreement!: string;

  @Field(() => Boolean, { nullable: true, description: 'Made for an exercise of this system, not real.' })
  @Category('EXISTENCE')
  synthetic?: boolean | null;
}

/** Which agreement is decided on, and as what it was read. */
@InputType()
export class AgreementInput {
  @Field({ description: 'Your own name for this decision, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The agreement.' })
  @Category('EXISTENCE')
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the agreement as you read it, if it must not have changed since.',
  })
  @Category('EXISTENCE')
  concurrencyToken?: string | null;
}

@InputType('ApproveAgreementInput', { description: 'An agreement that somebody else has proposed.' })
export class ApproveAgreementInput extends AgreementInput {}

@InputType('DeclineAgreementInput', {
  description: 'An agreement that somebody else has proposed, and that is not made.',
})
export class DeclineAgreementInput extends AgreementInput {}

@InputType('SwitchOffAgreementInput', {
  description: 'An agreement by which nobody is believed any more, from now on.',
})
export class SwitchOffAgreementInput extends AgreementInput {}

/** What is left of an agreement. */
@InputType('NarrowAgreementInput', {
  description: 'What is left of an agreement: in nothing more than what is in force.',
})
export class NarrowAgreementInput extends AgreementInput {
  @Field({ description: 'The agreement as JSON, as it is to be from now on.' })
  @Category('LEGAL_ACT')
  @Written(DOCUMENT_MAX)
  agreement!: string;
}
