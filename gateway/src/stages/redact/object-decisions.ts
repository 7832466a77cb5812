import type { Handling } from '@chancery/shared/labels/label';
import type { Effect } from '@chancery/shared/vocabulary';
import type { LeafCompleter } from './complete-leaf.js';
import type { DisclosedGroups } from './disclosed-groups.js';
import type { PlaceGroup } from './place-group.js';
import type { RedactionContext } from './redaction-context.js';
import type { DecidedField, DecidedObject, FieldPlan, ObjectPlan } from './redaction-plan.js';
import { type CountedDecision, decidedField, type FieldDecision } from './selection-decisions.js';
import type { Adding, Undoable } from './undo-log.js';
import type { WithheldGroup, WithheldGroups } from './withheld-group.js';

/** One selected field under one handling, in one answer. */
class FieldOutcome implements Undoable, DecidedField {
  readonly field: FieldPlan;
  readonly effect: Effect;
  /** Null for an exempt field, which follows its object. */
  readonly counted: CountedDecision | null;
  readonly plain: LeafCompleter | null;
  /** True once a value other than null is in the answer. */
  returned = false;

  constructor(
    { field, effect, counted }: FieldDecision,
    /** Null unless the effect is `withhold`. */
    readonly group: WithheldGroup | null,
    readonly disclosed: readonly PlaceGroup[],
  ) {
    this.field = field;
    this.effect = effect;
    this.counted = counted;
    this.plain = effect === 'allow' && disclosed.length === 0 && field.isShown ? field.leaf : null;
  }

  undo(): void {
    this.returned = false;
  }
}

/** The decisions for one selection under one handling, shared by every row that has it. */
export class ObjectDecisions implements Undoable, DecidedObject {
  readonly exists: boolean;
  /** Objects in the answer. */
  visits = 0;
  /** Rows that the answer must not know. */
  hidden = 0;
  /** Ids of the rows in the answer, where fetched; in the order of the visits, of those that came again but the first. */
  readonly ids: (string | null)[] = [];

  constructor(
    readonly plan: ObjectPlan,
    readonly handling: Handling,
    /** Null when the object has no row of its own and follows its holder. */
    readonly existence: CountedDecision | null,
    readonly outcomes: readonly FieldOutcome[],
  ) {
    this.exists = existence === null || existence.decision.effect === 'allow';
  }

  undo(): void {
    this.visits--;
    this.ids.pop();
  }

  addTo(adding: Adding): void {
    adding.visits(this, 1);
  }
}

/** The groups of an answer that its values are told in. */
interface Told {
  readonly groups: WithheldGroups;
  readonly disclosed: DisclosedGroups;
}

const NOWHERE: readonly PlaceGroup[] = [];

/** The decisions of one answer on a selection under a handling. No field of a row that is hidden is decided. */
export function decideObject(
  plan: ObjectPlan,
  handling: Handling,
  context: RedactionContext,
  told: Told,
): ObjectDecisions {
  const { existence, fields } = context.selections.decide(plan, handling, context);
  const outcomes = fields.map((field) => outcomeOf(overruled(field, handling, context), handling, told));
  return new ObjectDecisions(plan, handling, existence, outcomes);
}

/** The subgraph of this answer may have withheld what we would give. */
function overruled(decided: FieldDecision, handling: Handling, { closed, overrule }: RedactionContext): FieldDecision {
  const { field, effect, counted } = decided;
  const { category, coordinate } = field.policy;
  const code = counted !== null && effect === 'allow' ? overrule(coordinate, handling) : null;
  if (code === null || category === null) return decided;
  return decidedField(field, handling, { ...closed(category), code });
}

function outcomeOf(decided: FieldDecision, handling: Handling, { groups, disclosed }: Told): FieldOutcome {
  const { field, effect, counted } = decided;
  if (counted === null || effect === 'hide') return new FieldOutcome(decided, null, NOWHERE);
  const { coordinate, category } = field.policy;
  return effect === 'allow'
    ? new FieldOutcome(decided, null, disclosed.groupsFor(counted, handling))
    : new FieldOutcome(decided, groups.groupFor(coordinate, category, counted.decision), NOWHERE);
}
