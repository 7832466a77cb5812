import { Category } from '@chancery/shared/schema/decorators';
import { SEEN_MAX } from '@chancery/shared/subgraph/reading/seen-record';
import { EachOnce, IdempotencyKey, Written } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType } from 'type-graphql';

const WORDS_MAX = 2_000;
const RULE_MAX = 64;

/** A request for what is withheld. */
@InputType('RequestInformationInput', {
  description:
    'A request for values that are withheld of a record that the caller sees. Its purpose and case are those of the call.',
})
export class RequestInformationInput {
  @Field({ description: 'Your own name for this request, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The record, of whatever type.' })
  @Category('RESPONSE_REQUEST')
  @Written(RULE_MAX)
  record!: string;

  @Field(() => [String], { description: 'Fields of it that are withheld, `Premises.floorPlan`.' })
  @Category('RESPONSE_REQUEST')
  @EachOnce('coordinates', 1, SEEN_MAX, false)
  coordinates!: string[];

  @Field({ description: 'Why they are needed, at most 2,000 characters.' })
  @Category('RESPONSE_REQUEST')
  @Written(WORDS_MAX)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Receipt of the denial that it follows.' })
  @Category('RESPONSE_REQUEST')
  @Written(RULE_MAX, true)
  evaluation?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Made for an exercise of this system, not real.' })
  @Category('EXISTENCE')
  synthetic?: boolean | null;
}

/** What every decision on a request says. */
@InputType()
export class RequestDecisionInput {
  @Field({ description: 'Your own name for this change, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The request.' })
  @Category('EXISTENCE')
  id!: string;

  @Field(() => String, { nullable: true, description: 'What was read of it before; else it is changed as it stands.' })
  @Category('EXISTENCE')
  concurrencyToken?: string | null;
}

@InputType('ForwardRequestInput', { description: 'A request that the ministry passes on to whom it is addressed to.' })
export class ForwardRequestInput extends RequestDecisionInput {}

@InputType('TakeUpRequestInput', { description: 'A request that somebody begins to look at.' })
export class TakeUpRequestInput extends RequestDecisionInput {}

@InputType('WithdrawRequestInput', { description: 'A request that whoever filed it takes back.' })
export class WithdrawRequestInput extends RequestDecisionInput {}

/** An answer is an act, or another record. */
@InputType('AnswerRequestInput', {
  description:
    'What answers a request: an act that opens something of what was asked for, or a record that is told instead.',
})
export class AnswerRequestInput extends RequestDecisionInput {
  @Field(() => ID, { nullable: true, description: 'The act, which was made before.' })
  @Category('RESPONSE_REQUEST')
  @Written(RULE_MAX, true)
  answerAct?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The record that is told instead, made by an agency of the answering State.',
  })
  @Category('RESPONSE_REQUEST')
  @Written(RULE_MAX, true)
  tearline?: string | null;

  @Field(() => String, { nullable: true, description: 'The answer in words, at most 2,000 characters.' })
  @Category('RESPONSE_REQUEST')
  @Written(WORDS_MAX, true)
  answerText?: string | null;
}

@InputType('RefuseRequestInput', { description: 'A refusal, by a rule.' })
export class RefuseRequestInput extends RequestDecisionInput {
  @Field({ description: 'Id of the rule, such as `VCDR-22-1`.' })
  @Category('RESPONSE_REQUEST')
  @Written(RULE_MAX)
  refusalRule!: string;

  @Field(() => String, { nullable: true, description: 'The refusal in words, at most 2,000 characters.' })
  @Category('RESPONSE_REQUEST')
  @Written(WORDS_MAX, true)
  answerText?: string | null;
}
