import { Category } from '@chancery/shared/schema/decorators';
import { DateTime } from '@chancery/shared/schema/scalars';
import { IdempotencyKey, Written, WrittenList } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType } from 'type-graphql';
import { ActKind } from '../legal-act.js';

const ITEMS_MAX = 50;
const NAME_MAX = 128;
const WORDS_MAX = 2_000;

/** What an act says, of whatever kind, and the papers that its form asks for. */
@InputType()
export class MakingInput {
  @Field({ description: 'Your own name for this act, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field({ description: 'Office that makes it, HEAD_OF_MISSION.' })
  @Category('LEGAL_ACT')
  @Written(64)
  office!: string;

  @Field({ description: 'State or organisation that it is made to, * for all.' })
  @Category('LEGAL_ACT')
  @Written(20)
  recipient!: string;

  @Field(() => [String], { description: 'Agencies of the recipient, * for all of them.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, 100)
  recipientAgencies!: string[];

  @Field(() => ID, { nullable: true, description: 'The post that it concerns; of an act between States alone, none.' })
  @Category('LEGAL_ACT')
  post?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the whole post is in its scope.' })
  @Category('LEGAL_ACT')
  coversPost?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Keys of records, or of its subject matter, in its scope.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, NAME_MAX, true)
  scopeKeys?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Pseudonyms of the persons in its scope.' })
  @Category('PERSON_STATUS')
  @WrittenList(ITEMS_MAX, NAME_MAX, true)
  persons?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of a waiver: category of the person whose immunity it is.' })
  @Category('PERSON_STATUS')
  @Written(60, true)
  personCategory?: string | null;

  @Field(() => [String], { description: 'Kinds of data in its scope, * for all.' })
  @Category('LEGAL_ACT')
  @WrittenList(ITEMS_MAX, 64)
  categories!: string[];

  @Field(() => Boolean, { description: 'Whether it is in writing.' })
  @Category('LEGAL_ACT')
  isWritten!: boolean;

  @Field(() => String, { nullable: true, description: 'Document that holds it, at most 500 characters.' })
  @Category('LEGAL_ACT')
  @Written(500, true)
  source?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when; left out, from now on.' })
  @Category('LEGAL_ACT')
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when.' })
  @Category('LEGAL_ACT')
  untilAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Made for an exercise of this system, not real.' })
  @Category('EXISTENCE')
  synthetic?: boolean | null;
}

/** An act that gives something, and the papers of its kind. */
@InputType('GrantActInput', { description: 'A legal act that gives something: a consent, a waiver, a mandate.' })
export class GrantActInput extends MakingInput {
  @Field(() => ActKind, { description: 'Kind; a refusal of consent is a command of its own.' })
  @Category('LEGAL_ACT')
  kind!: ActKind;

  @Field(() => String, { nullable: true, description: 'Of a waiver: the words of the document that waive.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  waivingWords?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a waiver: that it is of immunity from proceedings.' })
  @Category('LEGAL_ACT')
  coversProceedings?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a waiver: that it is of immunity from execution.' })
  @Category('LEGAL_ACT')
  coversExecution?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: what was disclosed.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  disclosedInformation?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: to whom.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  disclosedTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: how it was passed.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  transmission?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: why.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: how it is kept.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  safeguarding?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an emergency disclosure: what the recipients were told.' })
  @Category('LEGAL_ACT')
  @Written(WORDS_MAX, true)
  briefings?: string | null;
}

/** A refusal of consent. */
@InputType('RefuseConsentInput', { description: 'An express refusal of consent, against which none may be assumed.' })
export class RefuseConsentInput extends MakingInput {}
