import 'reflect-metadata';
import { Field, ID, InputType } from 'type-graphql';
import { DateTime, LocalDate, StateCode } from './scalars.js';

// The same text in every subgraph: inputs compose by intersection, so a field missing in one would vanish from all.

/** Operators of a condition are ANDed; an operator that is left out does not test. */
export interface Condition {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
  readonly gte?: unknown;
  readonly lt?: unknown;
  readonly isNull?: boolean | null;
}

@InputType({ description: 'Test of an id.' })
export class IDCondition implements Condition {
  @Field(() => ID, { nullable: true })
  eq?: string | null;

  @Field(() => [ID], { nullable: true })
  in?: string[] | null;
}

@InputType({ description: 'Test of a text, exact and case sensitive.' })
export class StringCondition implements Condition {
  @Field(() => String, { nullable: true })
  eq?: string | null;

  @Field(() => [String], { nullable: true })
  in?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of a State.' })
export class StateCodeCondition implements Condition {
  @Field(() => StateCode, { nullable: true })
  eq?: string | null;

  @Field(() => [StateCode], { nullable: true })
  in?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of a date.' })
export class LocalDateCondition implements Condition {
  @Field(() => LocalDate, { nullable: true })
  eq?: string | null;

  @Field(() => LocalDate, { nullable: true })
  gte?: string | null;

  @Field(() => LocalDate, { nullable: true })
  lt?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of an instant.' })
export class DateTimeCondition implements Condition {
  @Field(() => DateTime, { nullable: true })
  eq?: Date | null;

  @Field(() => DateTime, { nullable: true })
  gte?: Date | null;

  @Field(() => DateTime, { nullable: true })
  lt?: Date | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of a flag.' })
export class BooleanCondition implements Condition {
  @Field(() => Boolean, { nullable: true })
  eq?: boolean | null;
}
