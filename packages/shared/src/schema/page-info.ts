import { Field, ObjectType } from 'type-graphql';
import { Handled, Inaccessible, Shareable } from './decorators.js';
import { HandlingNumber } from './scalars.js';

/** Where a page stands in its connection. */
@ObjectType({ description: 'Position of a page in its connection.' })
@Shareable()
@Handled('PARENT')
export class PageInfo {
  @Field(() => Boolean, { description: 'More after this page, among rows this caller sees.' })
  hasNextPage!: boolean | Promise<boolean>;

  @Field(() => Boolean, { description: 'More before this page, among rows this caller sees.' })
  hasPreviousPage!: boolean | Promise<boolean>;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null | Promise<string | null>;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  endCursor!: string | null | Promise<string | null>;

  /** Handlings of the rows that this tells of, one of each kind. */
  @Field(() => [HandlingNumber])
  @Inaccessible()
  handlings!: readonly number[] | Promise<readonly number[]>;
}
