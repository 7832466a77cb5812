import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';

/** Arguments of every connection; what they admit is checked by the connection itself. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly filter?: object | null | undefined;
  readonly orderBy?: readonly object[] | null | undefined;
}

/** The paging arguments; a connection's own class adds `filter` and `orderBy`. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true })
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}
