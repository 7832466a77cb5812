import type { Handling } from '@chancery/shared/labels/label';
import type { Spanned } from '../authorize/decider.js';
import type { ObjectPlan } from './redaction-plan.js';
import { type DecidingSelections, decideSelection, type SelectionDecisions } from './selection-decisions.js';

type ByHandling = Map<Handling, Spanned<SelectionDecisions>>;

/** Selections under one handling that are kept; past that all are forgotten, which costs deciding them again. */
const SELECTIONS_MAX = 50_000;

/**
 * Keeps selections as they were decided.
 * Law: how a selection is decided under a handling follows from the selection, the handling and the table of decisions (a profile, a
 * snapshot, a policy), and of the instant from no more than the spans of the decisions in it.
 */
export class SelectionMemory {
  #kept = new WeakMap<ObjectPlan, WeakMap<object, ByHandling>>();
  #size = 0;

  constructor(readonly sizeMax = SELECTIONS_MAX) {}

  /** The selection as it is decided now; made anew when no table keeps it, or when a dated input could have changed. */
  decide(plan: ObjectPlan, handling: Handling, deciding: DecidingSelections): SelectionDecisions {
    const { decider, closed } = deciding;
    if (decider.kept === null) return decideSelection(plan, handling, deciding);
    const { table, now } = decider.kept;
    const byHandling = this.#of(plan, table);
    const known = byHandling.get(handling);
    if (known !== undefined && known.from <= now && now < known.until) return known.value;
    const made = decider.kept.span((noting) => decideSelection(plan, handling, { decider: noting, closed }));
    if (known === undefined) this.#size += 1;
    byHandling.set(handling, made);
    if (this.#size > this.sizeMax) this.#forget();
    return made.value;
  }

  #of(plan: ObjectPlan, table: object): ByHandling {
    let byTable = this.#kept.get(plan);
    if (byTable === undefined) {
      byTable = new WeakMap();
      this.#kept.set(plan, byTable);
    }
    let byHandling = byTable.get(table);
    if (byHandling === undefined) {
      byHandling = new Map();
      byTable.set(table, byHandling);
    }
    return byHandling;
  }

  #forget(): void {
    this.#kept = new WeakMap();
    this.#size = 0;
  }
}
