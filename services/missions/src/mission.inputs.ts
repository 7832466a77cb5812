import {
  BooleanCondition,
  type Condition,
  IDCondition,
  StateCodeCondition,
  StringCondition,
} from '@chancery/shared/schema/conditions';
import { PagingArgs } from '@chancery/shared/schema/connection-args';
import { Category, OneOf } from '@chancery/shared/schema/decorators';
import { OrderDirection } from '@chancery/shared/schema/order-direction';
import type { MissionKind as Kind } from '@chancery/shared/vocabulary';
import { ArgsType, Field, InputType } from 'type-graphql';
import { MissionKind } from './mission-kind.js';

@InputType({ description: 'Test of a kind of post.' })
export class MissionKindCondition implements Condition {
  @Field(() => MissionKind, { nullable: true })
  eq?: Kind | null;

  @Field(() => [MissionKind], { nullable: true })
  in?: Kind[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({ description: 'All of these must hold.' })
export class MissionFilter {
  @Field(() => IDCondition, { nullable: true })
  id?: IDCondition | null;

  @Field(() => BooleanCondition, { nullable: true })
  @Category('EXISTENCE')
  synthetic?: BooleanCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  wikidataId?: StringCondition | null;

  @Field(() => MissionKindCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  kind?: MissionKindCondition | null;

  @Field(() => StateCodeCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  sendingState?: StateCodeCondition | null;

  @Field(() => StateCodeCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  receivingState?: StateCodeCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  city?: StringCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  district?: StringCondition | null;
}

@InputType({ description: 'Exactly one field in each item; no field twice.' })
@OneOf()
export class MissionOrder {
  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  sendingState?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  receivingState?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  city?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  district?: OrderDirection | null;
}

/** Arguments of `Query.missions`. */
@ArgsType()
export class MissionArgs extends PagingArgs {
  @Field(() => MissionFilter, { nullable: true })
  filter?: MissionFilter | null;

  @Field(() => [MissionOrder], { nullable: true })
  orderBy?: MissionOrder[] | null;
}
