import type { Instant } from '@chancery/shared/clock';
import type { ErrorCode } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import type { Consulted } from './consulted.js';

/** What went wrong, in words that may be shown. */
export interface Failure {
  readonly code: ErrorCode;
  /** Only for INPUT_INVALID, where a subgraph answers with the caller's own words; else null and a constant text is shown. */
  readonly message: string | null;
  /** Where in the caller's input, where the subgraph says so. */
  readonly argument?: string;
  /** Of a refused change: ids of the rules that refuse it, as the subgraph says. */
  readonly rules?: readonly string[];
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
  /** Objects of which who labels their type has said that there is none, for this caller at least. */
  readonly absent?: ReadonlySet<object>;
  /** Objects that more than one object or list holds. */
  readonly shared?: { has(object: object): boolean };
  /** What the subgraphs withheld by their own decision; absent where nothing was asked of one. */
  readonly withheld?: SecondDecision;
  /** What was asked about records beside reading them. */
  readonly consulted?: Consulted;
}

/** The decision of a subgraph on its own values. */
export interface SecondDecision {
  /** Why a value that the gateway would give is withheld after all; null when its subgraph gave it. */
  overrule(coordinate: Coordinate, handling: Handling): WithheldCode | null;
  /** Until when it is the same, as far as that was told: it is of events. */
  readonly heldUntil: Instant;
}
