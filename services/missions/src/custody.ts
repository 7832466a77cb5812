import { Category, Handled } from '@chancery/shared/schema/decorators';
import { LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { Field, ObjectType } from 'type-graphql';

/** Premises in the keeping of another State. */
@ObjectType({ description: 'Who keeps premises and archives in custody.' })
@Handled('PARENT')
export class Custody {
  @Field(() => StateCode, { nullable: true, description: 'State that keeps them.' })
  @Category('EXISTENCE')
  custodian!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  @Category('EXISTENCE')
  since!: string | null;
}
