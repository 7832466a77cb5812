import type { Decision } from '@chancery/policy/decision';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate, Effect } from '@chancery/shared/vocabulary';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Failure, FailureNode } from '../execute/fetched.js';
import type { FieldProjection } from '../rewrite/projection.js';
import type { AnswerBudget } from './answer-budget.js';
import type { LeafCompleter } from './complete-leaf.js';
import type { PlaceGroup } from './place-group.js';
import type { RepeatedObjects } from './repeated-objects.js';
import type { Undoable, UndoLog } from './undo-log.js';
import type { WithheldGroup } from './withheld-group.js';

/** A selection on one object type, compiled: what is constant for a document is worked out once. */
export interface ObjectPlan {
  /** Position among the plans of one projection, from 0. */
  readonly index: number;
  readonly typeName: string;
  /** The subgraph whose handlings its rows carry; null when the object follows its holder. */
  readonly owner: string | null;
  /** The subgraph of whose rows this tells without showing them. */
  readonly rowsOf: string | null;
  /** In the order in which they are completed. */
  readonly fields: readonly FieldPlan[];
  /**
   * Every response key in the caller's order, with null: an answer is filled into a copy of it. A key such as `__proto__`
   * is data of its own here, so that filling it in cannot reach a prototype.
   */
  readonly blank: Readonly<Record<string, null>>;
  /** Bytes of that as JSON. */
  readonly blankBytes: number;
}

/** A selection on an interface or a union, compiled: which plan holds is known when the object's own type is. */
export interface AbstractPlan {
  readonly typeName: string;
  readonly byType: ReadonlyMap<string, ObjectPlan>;
  /** For an object whose own type did not come; null where something is decided by it. */
  readonly untyped: ObjectPlan | null;
  /** Object types that the caller may not know of. */
  readonly inaccessible: ReadonlySet<string>;
}

/** One selected field, compiled. */
export interface FieldPlan {
  readonly responseKey: string;
  readonly canonicalKey: string;
  readonly policy: FieldPolicy;
  readonly source: FieldProjection['source'];
  readonly pruned: boolean;
  readonly isNonNull: boolean;
  /** The `node` of an edge: when there is none to show, the edge goes, and its cursor with it. */
  readonly isEdgeNode: boolean;
  /** False for a node that was fetched only to decide whether its edge is there. */
  readonly isShown: boolean;
  /** What `__typename` answers; null for an object whose own type did not come. */
  readonly typeName: string | null;
  readonly complete: Completer;
  /** How a value is checked that comes as data and is a leaf; null for any other. */
  readonly leaf: LeafCompleter | null;
}

/** A whole projection, compiled; holds nothing of a request and may be cached with its document. */
export interface RedactionPlan {
  readonly root: ObjectPlan;
  readonly objectCount: number;
}

/**
 * Completes a fetched value (GraphQL §6.4.3) under the handling of its holder. `depth` is the length of its path in
 * `pass.path`. Returns the value to answer, null, or a signal.
 */
export type Completer = (
  value: unknown,
  handling: Handling,
  failures: FailureNode | null,
  depth: number,
  pass: Pass,
) => unknown;

/** A type of which a row came that cannot be decided, and the subgraph that should have labelled it, where one is known. */
export type Unlabelled = Pick<ObjectPlan, 'typeName' | 'owner' | 'rowsOf'>;

/** A selected field as it was decided under one handling. */
export interface DecidedField extends Undoable {
  readonly field: FieldPlan;
  readonly effect: Effect;
  /** Null unless the effect is `withhold`. */
  readonly group: WithheldGroup | null;
  /** What each value in the answer counts in, when the effect is `allow`; most often nothing. */
  readonly disclosed: readonly PlaceGroup[];
  /** How a value is checked of which there is nothing else to be done: an allowed leaf; null for any other. */
  readonly plain: LeafCompleter | null;
  /** True once a value other than null is in the answer. */
  returned: boolean;
}

/** A selection as it was decided under one handling. */
export interface DecidedObject extends Undoable {
  readonly plan: ObjectPlan;
  readonly handling: Handling;
  /** Null when the object has no row of its own and follows its holder. */
  readonly existence: { readonly decision: Decision } | null;
  readonly exists: boolean;
  readonly outcomes: readonly DecidedField[];
  /** Objects in the answer. */
  visits: number;
  /** Rows that the answer must not know. */
  hidden: number;
  /** Ids of the rows in the answer, where fetched; in the order of the visits, of those that came again but the first. */
  readonly ids: (string | null)[];
}

/** What completing a value may do to the pass that it is part of. */
export interface Pass {
  /** Response keys and indices down to the value being completed; longer than the path at hand while going back up. */
  readonly path: (string | number)[];
  readonly undoLog: UndoLog;
  readonly budget: AnswerBudget;
  readonly repeated: RepeatedObjects;
  /** Whether a null stays where its error is, though its type is non-null: what the caller asked for. */
  readonly keepsNulls: boolean;
  /** The decisions for an object, under its own handling or its holder's; null when it should have its own and has not. */
  decisionsFor(plan: ObjectPlan, value: object, inherited: Handling): DecidedObject | null;
  /** Whether its owner has said that there is no such row, for this caller at least. */
  isAbsent(value: object): boolean;
  /** The name of its own type as it came, unchecked. */
  typeNameOf(value: object): unknown;
  /** The fetched value of a field, or what the gateway answers itself. */
  read(field: FieldPlan, holder: object): unknown;
  visit(decisions: DecidedObject, value: object): void;
  /** The rows that an object tells of without showing them; null unless each of them is known and exists for the caller. */
  rowsBehind(plan: ObjectPlan, value: object): readonly Handling[] | null;
  tell(rows: readonly Handling[]): void;
  withhold(group: WithheldGroup, depth: number): void;
  /** Notes that a value stands at this place, where something follows from that. */
  disclose(groups: readonly PlaceGroup[], depth: number): void;
  returned(outcome: DecidedField): void;
  unlabelled(plan: Unlabelled): void;
  /** Withholds a value that cannot be decided, at the coordinate that would have held it. */
  lose(coordinate: Coordinate, depth: number): null;
  malformed(depth: number): symbol;
  reportFirst(failures: FailureNode | null, depth: number): boolean;
  report(failure: Failure, depth: number): void;
}
