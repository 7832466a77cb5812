import { Field, Float, ObjectType } from 'type-graphql';
import { Category, Handled, Shareable } from './decorators.js';

/** Degrees that a cell in which rows are counted may be high and wide: each is a whole number of the cells that rows are found by. */
export const CELL_DEGREES: readonly number[] = [0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

/** A cell of the map in which rows were counted. */
@ObjectType({
  description: 'A cell of the map, WGS 84: its southern and western edges are in it, the others in the next.',
})
@Shareable()
@Handled('PARENT')
export class MapCell {
  @Field(() => Float, { nullable: true, description: 'Degrees north of its southern edge.' })
  @Category('EXISTENCE')
  south!: number;

  @Field(() => Float, { nullable: true, description: 'Degrees east of its western edge.' })
  @Category('EXISTENCE')
  west!: number;

  @Field(() => Float, { nullable: true, description: 'Degrees north of its northern edge.' })
  @Category('EXISTENCE')
  north!: number;

  @Field(() => Float, { nullable: true, description: 'Degrees east of its eastern edge.' })
  @Category('EXISTENCE')
  east!: number;
}
