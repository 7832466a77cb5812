import type { Rank } from '../label.js';

/** A level that a policy has, in its own words, while it has it. */
export interface MarkingLevel {
  readonly policy: string;
  readonly mark: string;
  readonly rank: Rank;
  /** First day; null when it was there before any instrument that Chancery knows. */
  readonly from: string | null;
  /** First day on which it is no longer marked. */
  readonly to: string | null;
  /** `checked` against a published table, or from `memory`. */
  readonly source: 'checked' | 'memory';
}

/** Words for the ranks 4, 3, 2 and 1, in this order; null where the policy has no such level. */
export type FourWords = readonly [string | null, string | null, string | null, string | null];

/** While words are marked: from a day, to a day. */
export type Period = readonly [from: string | null, to: string | null];

const ALWAYS: Period = [null, null];

/** The levels of one policy. */
export function levelsOf(
  policy: string,
  words: FourWords,
  source: MarkingLevel['source'],
  [from, to]: Period = ALWAYS,
): MarkingLevel[] {
  return words.flatMap((mark, index) =>
    mark === null ? [] : [{ policy, mark, rank: (4 - index) as Rank, from, to, source }],
  );
}
