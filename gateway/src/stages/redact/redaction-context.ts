import type { ClosestPermit } from '@chancery/policy/closest-permits';
import type { Citation, Decision } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import type { Handling } from '@chancery/shared/labels/label';
import type { Category, Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import type { Decider } from '../authorize/decider.js';
import type { ANSWER } from '../limit/limits.js';
import type { OnError } from '../receive/parameters.js';
import type { SelectionMemory } from './selection-memory.js';

/** What one pass needs to know of its request. */
export interface RedactionContext {
  readonly decider: Decider;
  /** Keeps selections as they were decided, across answers. */
  readonly selections: SelectionMemory;
  /** The outcome for a kind of data that nothing can open for this profile: made without reading a record. */
  closed(category: Category): Decision;
  /** The outcome for a row whose handling is lost: withheld, and said to be so. */
  readonly undecidable: Decision;
  /** Handling under the root types, where there is no row. */
  readonly floor: Handling;
  /** Null when the integer is missing, unknown, or its text does not parse. */
  handlingOf(subgraph: string, integer: unknown): Handling | null;
  /** Why a value that this pass would give is withheld after all, because its subgraph did so; null when it did not. */
  overrule(coordinate: Coordinate, handling: Handling): WithheldCode | null;
  /** A labelled row came without a known handling: the operator is told what, the caller that it is withheld. */
  alarm(message: string): void;
  /** The citations that the caller is told; rules on labels only generically. */
  callerCitations(decision: Decision): readonly Citation[];
  /** How a value by itself is marked for this caller. */
  markFor(value: MarkedValue, exercise: boolean): string;
  /** The permits that come closest to a kind of data, by the profile alone. */
  closest(category: Category): readonly ClosestPermit[];
  /** Whether the caller asked on what basis it gets what it gets. */
  readonly tellsBasis: boolean;
  /** Coordinates of the arguments and input fields that were given, for the entry; none unless told. */
  readonly asked?: readonly string[];
  /** What becomes of the places around an error; PROPAGATE unless told. */
  readonly onError?: OnError;
  /** Answers to root introspection fields by response key, made from the caller's own schema. */
  readonly introspection: Readonly<Record<string, unknown>>;
  /** Most items in `errors`; 20 unless told. */
  readonly errorsMax?: number;
  /** What the answer may hold; as in `limits.ts` unless told. */
  readonly answerMax?: { readonly [K in keyof typeof ANSWER]: number };
}
