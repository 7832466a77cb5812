import {
  BooleanCondition,
  type Condition,
  IDCondition,
  LocalDateCondition,
  StateCodeCondition,
  StringCondition,
} from '@chancery/shared/schema/conditions';
import { PagingArgs } from '@chancery/shared/schema/connection-args';
import { Category, OneOf } from '@chancery/shared/schema/decorators';
import { OrderDirection } from '@chancery/shared/schema/order-direction';
import { ArgsType, Field, InputType } from 'type-graphql';
import { IncidentType } from './vocabulary.js';

/** Operators on a type of incident. */
@InputType({ description: 'Test of a type of incident.' })
export class IncidentTypeCondition implements Condition {
  @Field(() => IncidentType, { nullable: true })
  eq?: IncidentType | null;

  @Field(() => [IncidentType], { nullable: true })
  in?: IncidentType[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

/** What incidents can be found by; each field reads the field of its name. */
@InputType({ description: 'All of these must hold.' })
export class IncidentFilter {
  @Field(() => IDCondition, { nullable: true })
  id?: IDCondition | null;

  @Field(() => BooleanCondition, { nullable: true })
  @Category('EXISTENCE')
  synthetic?: BooleanCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  reference?: StringCondition | null;

  @Field(() => IncidentTypeCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  type?: IncidentTypeCondition | null;

  @Field(() => LocalDateCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  occurredOn?: LocalDateCondition | null;

  @Field(() => StateCodeCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  sendingState?: StateCodeCondition | null;

  @Field(() => StateCodeCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  receivingState?: StateCodeCondition | null;

  @Field(() => IDCondition, { nullable: true })
  @Category('INCIDENT_FACT')
  mission?: IDCondition | null;
}

/** What incidents can be ordered by. */
@InputType({ description: 'Exactly one field in each item; no field twice.' })
@OneOf()
export class IncidentOrder {
  @Field(() => OrderDirection, { nullable: true })
  @Category('INCIDENT_FACT')
  occurredOn?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('INCIDENT_FACT')
  fatalities?: OrderDirection | null;
}

/** Arguments of every connection of incidents. */
@ArgsType()
export class IncidentArgs extends PagingArgs {
  @Field(() => IncidentFilter, { nullable: true })
  filter?: IncidentFilter | null;

  @Field(() => [IncidentOrder], { nullable: true })
  orderBy?: IncidentOrder[] | null;
}
