import 'reflect-metadata';
import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import { InternalError } from '../errors.js';
import { vocabularyOf } from './define-enum.js';
import { DateTime, LocalDate, StateCode } from './scalars.js';

// The same text in every subgraph: inputs compose by intersection, so a field missing in one would vanish from all.

/** Operators of a condition are ANDed; an operator that is left out does not test. */
export interface Condition {
  readonly eq?: unknown;
  readonly in?: readonly unknown[] | null;
  readonly gt?: unknown;
  readonly gte?: unknown;
  readonly lt?: unknown;
  readonly lte?: unknown;
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
  gt?: string | null;

  @Field(() => LocalDate, { nullable: true })
  gte?: string | null;

  @Field(() => LocalDate, { nullable: true })
  lt?: string | null;

  @Field(() => LocalDate, { nullable: true })
  lte?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of an instant.' })
export class DateTimeCondition implements Condition {
  @Field(() => DateTime, { nullable: true })
  eq?: Date | null;

  @Field(() => DateTime, { nullable: true })
  gt?: Date | null;

  @Field(() => DateTime, { nullable: true })
  gte?: Date | null;

  @Field(() => DateTime, { nullable: true })
  lt?: Date | null;

  @Field(() => DateTime, { nullable: true })
  lte?: Date | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'Test of a flag.' })
export class BooleanCondition implements Condition {
  @Field(() => Boolean, { nullable: true })
  eq?: boolean | null;
}

@InputType({ description: 'Test of a count.' })
export class IntCondition implements Condition {
  @Field(() => Int, { nullable: true })
  eq?: number | null;

  @Field(() => [Int], { nullable: true })
  in?: number[] | null;

  @Field(() => Int, { nullable: true })
  gt?: number | null;

  @Field(() => Int, { nullable: true })
  gte?: number | null;

  @Field(() => Int, { nullable: true })
  lt?: number | null;

  @Field(() => Int, { nullable: true })
  lte?: number | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

const ofWords = new WeakMap<object, ClassType<Condition>>();

/** The condition of a closed vocabulary, `<Enum>Condition`: one, wherever it is used. */
export function conditionOfWords(members: object): ClassType<Condition> {
  const known = ofWords.get(members);
  if (known !== undefined) return known;
  const { name, noun } = vocabularyOf(members) ?? {};
  if (name === undefined) throw new InternalError('INTERNAL', 'a condition of what is no vocabulary');
  if (noun === null) throw new InternalError('INTERNAL', `no noun that a condition of \`${name}\` is a test of`);

  @InputType(`${name}Condition`, { description: `Test of ${noun}.` })
  class WordCondition implements Condition {
    @Field(() => members, { nullable: true })
    eq?: string | null;

    @Field(() => [members], { nullable: true })
    in?: string[] | null;

    @Field(() => Boolean, { nullable: true })
    isNull?: boolean | null;
  }
  ofWords.set(members, WordCondition);
  return WordCondition;
}
