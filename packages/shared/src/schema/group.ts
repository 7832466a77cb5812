import { Field, Int, ObjectType } from 'type-graphql';
import { Category, Handled, Inaccessible, Shareable } from './decorators.js';
import { MapCell } from './map-cell.js';
import { HandlingNumber } from './scalars.js';

/** A group of fewer rows is not counted. */
export const GROUP_LEAST = 5;

/** Rows that have one value in common. */
@ObjectType({
  description: `Rows that have one value in common. Of fewer than ${GROUP_LEAST} the count is not told, nor of so many other small groups that it could be reckoned.`,
})
@Shareable()
@Handled('PARENT')
export class Group {
  @Field(() => String, {
    nullable: true,
    description: 'The value; null for rows that have none, or none that this caller may read.',
  })
  @Category('EXISTENCE')
  value!: string | null;

  @Field(() => MapCell, {
    nullable: true,
    description: 'The cell, where rows are counted by the cells of a map that their places are in.',
  })
  @Category('EXISTENCE')
  cell!: MapCell | null;

  @Field(() => Int, { nullable: true, description: 'How many rows; null where that is not told.' })
  @Category('EXISTENCE')
  count!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there are rows of which the count is not told.' })
  @Category('EXISTENCE')
  isSuppressed!: boolean;

  /** Handlings of the rows counted, one of each kind. */
  @Field(() => [HandlingNumber])
  @Inaccessible()
  handlings!: readonly number[];
}
