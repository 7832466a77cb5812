import { Category, Handled, Shareable } from '@chancery/shared/schema/decorators';
import { Field, Float, ObjectType } from 'type-graphql';

/** Where a post stands, as published. */
@ObjectType({ description: 'A position.' })
@Shareable()
@Handled('PARENT')
export class GeoPoint {
  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  @Category('EXISTENCE')
  latitude!: number;

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  @Category('EXISTENCE')
  longitude!: number;
}
