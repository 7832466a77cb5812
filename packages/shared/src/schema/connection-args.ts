import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';
import type { ReaderLanguage } from './reader-language.js';

/** Items of a page when neither `first` nor `last` is given, and the most that either may ask for. */
export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 500;
/** Values that one `in` of a filter may hold. */
export const IN_MAX = 100;
/** Characters and words of one search. */
export const SEARCH_LENGTH_MAX = 200;
export const SEARCH_WORDS_MAX = 8;
/** Characters of a cursor. */
export const CURSOR_LENGTH_MAX = 4_096;

/** Arguments of every connection; what they admit is checked by the connection itself. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly filter?: object | null | undefined;
  readonly orderBy?: readonly object[] | null | undefined;
  readonly language?: ReaderLanguage | null | undefined;
}

/** The paging arguments; a connection's own class adds `filter` and `orderBy`. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Items from the beginning, 0 to ${PAGE_MAX}; ${PAGE_DEFAULT} when neither this nor last is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Items after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `Items from the end, 0 to ${PAGE_MAX}; not beside first.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Items before this cursor.' })
  before?: string | null;
}
