import { Handled, Key } from '@chancery/shared/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';

/** A post of the missions service, as far as it is known here: that it exists, and for whom. */
@ObjectType({ description: 'A diplomatic or consular post of one State in another.' })
@Key()
@Handled('OWN')
@Entity('mission_ref')
export class Mission {
  @Field(() => ID, { description: 'Opaque, mis_ and 26 characters.' })
  @PrimaryColumn('text')
  id!: string;
}
