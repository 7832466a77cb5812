import type { ErrorCode } from '@chancery/shared/errors';

/** What went wrong, in words that may be shown. */
export interface Failure {
  readonly code: ErrorCode;
  /** Only for INPUT_INVALID, where a subgraph answers with the caller's own words; else null and a constant text is shown. */
  readonly message: string | null;
  /** Where in the caller's input, with INPUT_INVALID and where the subgraph says so. */
  readonly argument?: string;
}

/** A failure of a fetch, by canonical path: list indices are those of the merged data, or absent when a whole fetch failed. */
export interface FailureNode extends Omit<Failure, 'code'> {
  readonly code: ErrorCode | null;
  readonly children: ReadonlyMap<string | number, FailureNode>;
}

/** What the subgraphs answered, merged under canonical keys. Objects may be shared: read, never write. */
export interface Fetched {
  readonly data: Readonly<Record<string, unknown>>;
  readonly failures: FailureNode | null;
}
