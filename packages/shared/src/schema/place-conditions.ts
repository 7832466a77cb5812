import { Field, Float, InputType } from 'type-graphql';
import type { Condition } from './conditions.js';

/** A box on the map, in degrees, its edges in it. */
export interface GeoBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What is no further from a point than so many metres. */
export interface GeoCircle {
  readonly latitude: number;
  readonly longitude: number;
  readonly meters: number;
}

@InputType({
  description:
    'A box on the map, WGS 84, its edges in it. West may be east of east: then it goes over the 180th meridian.',
})
export class GeoBoxCondition implements GeoBox {
  @Field(() => Float)
  south!: number;

  @Field(() => Float)
  west!: number;

  @Field(() => Float)
  north!: number;

  @Field(() => Float)
  east!: number;
}

@InputType({ description: 'What is no further from a point than so many metres, on a sphere of 6,371,008.8 m.' })
export class GeoCircleCondition implements GeoCircle {
  @Field(() => Float)
  latitude!: number;

  @Field(() => Float)
  longitude!: number;

  @Field(() => Float)
  meters!: number;
}

@InputType({ description: 'Test of a place.' })
export class PlaceCondition implements Condition {
  @Field(() => GeoBoxCondition, { nullable: true })
  within?: GeoBox | null;

  @Field(() => GeoCircleCondition, { nullable: true })
  near?: GeoCircle | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}
