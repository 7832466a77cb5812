import type { HandlingNumber } from '../../brands.js';

/** A record that a search finds. */
export interface Hit {
  readonly type: string;
  readonly id: string;
  readonly handling: HandlingNumber;
  /** How many of the words stand there only as the beginning of longer ones. */
  readonly rank: number;
}

/** How many a search finds. */
export interface Counted {
  readonly rows: number;
  readonly isExact: boolean;
  readonly handlings: readonly HandlingNumber[];
}

/** Behind which hit a page begins. */
export type Position = readonly [rank: number, id: string];
