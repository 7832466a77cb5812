import {
  BooleanCondition,
  type Condition,
  DateTimeCondition,
  IDCondition,
  StringCondition,
} from '@chancery/shared/schema/conditions';
import { PagingArgs } from '@chancery/shared/schema/connection-args';
import { Category, OneOf } from '@chancery/shared/schema/decorators';
import { OrderDirection } from '@chancery/shared/schema/order-direction';
import { ArgsType, Field, InputType } from 'type-graphql';
import { WarningSeverity } from './vocabulary.js';

/** Operators on a severity. */
@InputType({ description: 'Test of a severity.' })
export class WarningSeverityCondition implements Condition {
  @Field(() => WarningSeverity, { nullable: true })
  eq?: WarningSeverity | null;

  @Field(() => [WarningSeverity], { nullable: true })
  in?: WarningSeverity[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

/** What warnings can be found by; each field reads the field of its name. */
@InputType({ description: 'All of these must hold.' })
export class WarningFilter {
  @Field(() => IDCondition, { nullable: true })
  id?: IDCondition | null;

  @Field(() => BooleanCondition, { nullable: true })
  @Category('EXISTENCE')
  synthetic?: BooleanCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('THREAT')
  reference?: StringCondition | null;

  @Field(() => WarningSeverityCondition, { nullable: true })
  @Category('THREAT')
  severity?: WarningSeverityCondition | null;

  @Field(() => DateTimeCondition, { nullable: true })
  @Category('THREAT')
  expiresAt?: DateTimeCondition | null;

  @Field(() => IDCondition, { nullable: true })
  @Category('THREAT')
  missions?: IDCondition | null;
}

/** What warnings can be ordered by. */
@InputType({ description: 'Exactly one field in each item; no field twice.' })
@OneOf()
export class WarningOrder {
  @Field(() => OrderDirection, { nullable: true })
  @Category('THREAT')
  sentAt?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('THREAT')
  expiresAt?: OrderDirection | null;
}

/** Arguments of every connection of warnings. */
@ArgsType()
export class WarningArgs extends PagingArgs {
  @Field(() => WarningFilter, { nullable: true })
  filter?: WarningFilter | null;

  @Field(() => [WarningOrder], { nullable: true })
  orderBy?: WarningOrder[] | null;
}
