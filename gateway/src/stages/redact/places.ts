/** A place in the answer: response keys and the indices of the answer, never those of the fetched data. */
export type AnswerPath = readonly (string | number)[];

/** Where in an answer something stands: so many places, and a path or a pattern for each. */
export interface Places {
  readonly count: number;
  /** Up to 100 places, then patterns with `*` for an index that cover all the others. */
  readonly paths: readonly AnswerPath[];
  /** True when the last of `paths` are patterns. */
  readonly pathsTruncated: boolean;
}
