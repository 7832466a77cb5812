import type { Decision } from '@chancery/policy/decision';
import type { Handling } from '@chancery/shared/labels/label';
import type { Effect } from '@chancery/shared/vocabulary';
import type { DisclosedGroups } from './disclosed-groups.js';
import type { PlaceGroup } from './place-group.js';
import type { RedactionContext } from './redaction-context.js';
import type { DecidedField, DecidedObject, FieldPlan, ObjectPlan } from './redaction-plan.js';
import type { Undoable } from './undo-log.js';
import type { WithheldGroup, WithheldGroups } from './withheld-group.js';

/** The outcome of one selected field under one handling, before any value is looked at. */
export class FieldOutcome implements Undoable, DecidedField {
  /** True once a value other than null is in the answer. */
  returned = false;

  constructor(
    readonly field: FieldPlan,
    readonly effect: Effect,
    /** Null for an exempt field, which follows its object. */
    readonly decision: Decision | null,
    /** Null unless the effect is `withhold`. */
    readonly group: WithheldGroup | null,
    readonly disclosed: readonly PlaceGroup[],
  ) {}

  undo(): void {
    this.returned = false;
  }
}

/** The decisions for one selection under one handling, shared by every row that has it. */
export class ObjectDecisions implements Undoable, DecidedObject {
  /** Objects in the answer. */
  visits = 0;
  /** Rows that the answer must not know. */
  hidden = 0;
  /** Ids of the rows in the answer, where fetched; in the order of the visits. */
  readonly ids: (string | null)[] = [];

  constructor(
    readonly plan: ObjectPlan,
    readonly handling: Handling,
    /** Null when the object has no row of its own and follows its holder. */
    readonly existence: Decision | null,
    readonly outcomes: readonly FieldOutcome[],
  ) {}

  get exists(): boolean {
    return this.existence === null || this.existence.effect === 'allow';
  }

  undo(): void {
    this.visits--;
    this.ids.pop();
  }
}

/** The groups of an answer that its values are told in. */
interface Told {
  readonly groups: WithheldGroups;
  readonly disclosed: DisclosedGroups;
}

const NOWHERE: readonly PlaceGroup[] = [];

/** Decides a selection under a handling. No field of a row that is hidden is decided. */
export function decideObject(
  plan: ObjectPlan,
  handling: Handling,
  context: RedactionContext,
  told: Told,
): ObjectDecisions {
  const existence = plan.owner === null ? null : context.decider.existence(handling);
  if (existence !== null && existence.effect !== 'allow') return new ObjectDecisions(plan, handling, existence, []);
  const outcomes = plan.fields.map((field) => decideField(field, handling, context, told));
  return new ObjectDecisions(plan, handling, existence, outcomes);
}

function decideField(field: FieldPlan, handling: Handling, context: RedactionContext, told: Told): FieldOutcome {
  const { category, coordinate } = field.policy;
  if (category === null) return new FieldOutcome(field, 'allow', null, null, NOWHERE);
  const own = field.pruned ? context.closed(category) : context.decider.decide(field.policy, handling);
  const overruled = own.effect === 'allow' ? context.overrule(coordinate, handling) : null;
  const decision = overruled === null ? own : { ...context.closed(category), code: overruled };
  const { effect } = decision;
  switch (effect) {
    case 'allow':
      return new FieldOutcome(field, effect, decision, null, told.disclosed.groupsFor(coordinate, decision));
    case 'hide':
      return new FieldOutcome(field, effect, decision, null, NOWHERE);
    case 'withhold':
      return new FieldOutcome(field, effect, decision, told.groups.groupFor(coordinate, category, decision), NOWHERE);
  }
}
