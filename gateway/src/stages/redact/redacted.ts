import type { AccessDecision } from '@chancery/ledger/entry';
import type { ClosestPermit } from '@chancery/policy/closest-permits';
import type { Citation, Obligation } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import type { ErrorCode } from '@chancery/shared/errors';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { ActKind, Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import type { AnswerPath, Places } from './places.js';

/** An item of `errors`; constant text but for INPUT_INVALID. */
export interface AnswerError {
  readonly message: string;
  /** Absent when no field can be named. */
  readonly path?: AnswerPath;
  readonly extensions: {
    readonly code: ErrorCode;
    readonly argument?: string;
    /** Of a refused change. */
    readonly citations?: readonly Citation[];
  };
}

/** An item of `extensions.withheld`: values withheld for one reason, with the places where they would have stood. */
export interface WithheldItem extends Places {
  readonly coordinate: Coordinate;
  readonly code: WithheldCode;
  readonly citations: readonly Citation[];
  readonly liftedBy: readonly ActKind[];
  /** What would have to be another, of a value that no basis opens: by the profile alone. */
  readonly closest: readonly ClosestPermit[];
}

/** Something that the disclosures at one coordinate make somebody owe. */
export interface OwedItem extends Places {
  readonly coordinate: Coordinate;
  readonly obligation: Obligation;
}

/** An item of `extensions.basis`: values that the same rules and acts open, and that are marked alike. */
export interface BasisItem extends Places {
  readonly coordinate: Coordinate;
  readonly citations: readonly Citation[];
  readonly acts: readonly string[];
  /** What this caller reads above each of them alone. */
  readonly mark: string;
}

/** How often one coordinate was decided one way under one handling. */
export interface TallyItem {
  readonly coordinate: Coordinate;
  /** Null when the row came without a handling that is known. */
  readonly handling: Handling | null;
  /** What the coordinate is marked with under that handling. */
  readonly label: Label | null;
  readonly letter: AccessDecision;
  readonly count: number;
  /** Every rule that bore on it, whether or not the caller is told. */
  readonly rules: readonly string[];
  /** Acts that it rests on. */
  readonly acts: readonly string[];
}

/** The answer and what must be recorded of it before it leaves. */
export interface Redacted {
  /** An object in it may stand at several places: read, never write. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Objects in it that stand at several places, where they are most of it. */
  readonly repeated: ReadonlySet<object>;
  readonly errors: readonly AnswerError[];
  readonly withheld: readonly WithheldItem[];
  /** Effective labels of what is returned, for the banner. */
  readonly marked: readonly MarkedValue[];
  /** True when a row returned was made for exercises. */
  readonly exercise: boolean;
  readonly tally: readonly TallyItem[];
  /** Coordinates of arguments and input fields that were given. */
  readonly asked: readonly string[];
  /** Rows returned, `Type:id`. */
  readonly records: ReadonlySet<string>;
  /** The same by coordinate and place, for the caller. */
  readonly owed: readonly OwedItem[];
  /** On what basis each value stands there; null when the caller did not ask. */
  readonly bases: readonly BasisItem[] | null;
  /** What the disclosures of this answer oblige to. */
  readonly obligations: readonly Obligation[];
  /** Acts that a decision on this answer rests on. */
  readonly acts: readonly string[];
}
