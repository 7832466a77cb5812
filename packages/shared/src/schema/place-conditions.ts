import { Field, Float, InputType } from 'type-graphql';
import type { Condition } from './conditions.js';
import { CELL_DEGREES } from './map-cell.js';

/** A box on the map, in degrees, its edges in it. */
export interface GeoBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A point on the map, in degrees. */
export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is no further from a point than so many metres. */
export interface GeoCircle extends MapPoint {
  readonly meters: number;
}

/** Cells of the map, so many degrees high and wide. */
export interface CellSize {
  readonly degrees: number;
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

@InputType({
  description:
    'A point on the map, WGS 84: the nearest to it come first, and last what has no place, or none that the caller may read.',
})
export class GeoPointCondition implements MapPoint {
  @Field(() => Float)
  latitude!: number;

  @Field(() => Float)
  longitude!: number;
}

@InputType({ description: 'Cells of the map in which rows are counted.' })
export class GeoCellCondition implements CellSize {
  @Field(() => Float, { description: `Height and width of a cell: ${CELL_DEGREES.join(', ')}.` })
  degrees!: number;
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
