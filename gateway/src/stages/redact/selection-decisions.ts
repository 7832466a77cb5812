import type { AccessDecision } from '@chancery/ledger/entry';
import type { Decision } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Category, Coordinate, Effect } from '@chancery/shared/vocabulary';
import type { Decider } from '../authorize/decider.js';
import type { FieldPlan, ObjectPlan } from './redaction-plan.js';

/** A decision as it is counted, recorded and marked, whatever the answer that it stands in. */
export interface CountedDecision {
  readonly coordinate: Coordinate;
  readonly decision: Decision;
  readonly letter: AccessDecision;
  /** What the coordinate is marked with. */
  readonly label: Label;
  readonly mark: MarkedValue;
  /** Equal for equal marks. */
  readonly markText: string;
  /** The same object for whatever is counted together: one coordinate under one handling with one letter. */
  readonly together: object;
}

/** One selected field under one handling. */
export interface FieldDecision {
  readonly field: FieldPlan;
  readonly effect: Effect;
  /** Null for an exempt field, which follows its object. */
  readonly counted: CountedDecision | null;
}

/** A selection under one handling, before any value is looked at: of the profile, its snapshot and the instant, and of no answer. */
export interface SelectionDecisions {
  /** Null when the object has no row of its own and follows its holder. */
  readonly existence: CountedDecision | null;
  /** Empty for a row that is hidden: no field of it is decided. */
  readonly fields: readonly FieldDecision[];
}

/** What a selection is decided with. */
export interface DecidingSelections {
  readonly decider: Decider;
  /** The outcome for a kind of data that nothing can open for this profile. */
  closed(category: Category): Decision;
}

const LETTERS: Readonly<Record<Effect, AccessDecision>> = { allow: 'A', withhold: 'W', hide: 'H' };

/** Decides a selection under a handling. */
export function decideSelection(
  plan: ObjectPlan,
  handling: Handling,
  { decider, closed }: DecidingSelections,
): SelectionDecisions {
  const existence = plan.owner === null ? null : existenceOf(handling, decider.existence(handling));
  if (existence !== null && existence.decision.effect !== 'allow') return { existence, fields: [] };
  const fields = plan.fields.map((field): FieldDecision => {
    const { category } = field.policy;
    if (category === null) return { field, effect: 'allow', counted: null };
    const decision = field.pruned ? closed(category) : decider.decide(field.policy, handling);
    return decidedField(field, handling, decision);
  });
  return { existence, fields };
}

/** A field with the decision on it. */
export function decidedField(field: FieldPlan, handling: Handling, decision: Decision): FieldDecision {
  const { coordinate, category, floor } = field.policy;
  if (category === null) return { field, effect: decision.effect, counted: null };
  const { label } = handlingAt(handling, coordinate, category, floor);
  return { field, effect: decision.effect, counted: countedOf(coordinate, handling, label, decision) };
}

/** The decision on a row; its label is that of its existence. */
function existenceOf(handling: Handling, decision: Decision): CountedDecision {
  const { label } = handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0);
  // A row is there, or hidden: neither is withheld.
  return countedOf('EXISTENCE', handling, label, decision, decision.effect === 'allow' ? 'A' : 'H');
}

function countedOf(
  coordinate: Coordinate,
  handling: Handling,
  label: Label,
  decision: Decision,
  letter = LETTERS[decision.effect],
): CountedDecision {
  const mark = markOf(handling, label);
  const together = countedTogether(handling, `${letter} ${coordinate}`);
  return { coordinate, decision, letter, label, mark, markText: markTextOf(mark), together };
}

// Handlings are interned.
const together = new WeakMap<Handling, Map<string, object>>();

function countedTogether(handling: Handling, what: string): object {
  const known = together.get(handling) ?? new Map<string, object>();
  together.set(handling, known);
  const counted = known.get(what) ?? {};
  known.set(what, counted);
  return counted;
}

/** A label with the State or organisation that made the record. */
export function markOf({ record: { owner } }: Handling, label: Label): MarkedValue {
  return { label, maker: owner.slice(0, owner.indexOf('.')) };
}

/** Equal for what is marked alike. */
export const markTextOf = ({ label, maker }: MarkedValue): string => `${maker} ${label.text}`;
