import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Action, Category } from '@chancery/shared/vocabulary';
import type { Decision } from '../decision.js';
import { denied, writeDecision } from './compose-decision.js';
import { DEFAULT_DENY } from './standing-citations.js';

/** One value to be decided on; the handling is already narrowed to its coordinate. */
export interface RequestedValue {
  readonly category: Category;
  readonly handling: Handling;
  readonly action: Action;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** Where the judgements for one profile come from: worked out, or kept. */
export interface Judgements {
  /** The decision on a kind of data that nothing could open for the profile; null where something could. */
  staticDenial(category: Category): Decision | null;
  /** What rules and label make of a value under a view of the facts and acts. */
  judge(category: Category, handling: Handling, view: SnapshotView): Decision;
}

/** Decides by judgements. Total: whatever goes wrong is a denial. */
export function decideBy(value: RequestedValue, judgements: Judgements): Decision {
  const { category, handling, action, view, now } = value;
  try {
    if (action !== 'read') return writeDecision(category);
    const denial = judgements.staticDenial(category);
    if (denial !== null) return denial;
    return view.stale ? whenStale(value, judgements) : judgements.judge(category, handling, view);
  } catch {
    // A fault of ours must not open anything, and must not be kept.
    return denied(category, 'POLICY_ERROR', [DEFAULT_DENY], [], now);
  }
}

/**
 * Under a stale snapshot every fact and act is UNKNOWN. What that alone closes says so; what the last known facts
 * close as well keeps its own reason, so that going stale can turn an answer only from open to ACTS_STALE.
 */
function whenStale({ category, handling, view, now }: RequestedValue, judgements: Judgements): Decision {
  const unknown = judgements.judge(category, handling, view);
  if (unknown.effect === 'allow') return keptForNoTime(unknown, now);
  const lastKnown = judgements.judge(category, handling, confirmed(view));
  if (lastKnown.effect !== 'allow') return keptForNoTime(lastKnown, now);
  return denied(category, 'ACTS_STALE', [DEFAULT_DENY], [], now);
}

/** The same snapshot as if it had been confirmed just now. */
function confirmed(view: SnapshotView): SnapshotView {
  return {
    snapshot: view.snapshot,
    stale: false,
    factsOf: (mission) => view.factsOf(mission),
    actsOn: (mission, key, person) => view.actsOn(mission, key, person),
  };
}

function keptForNoTime(decision: Decision, now: Instant): Decision {
  return Object.freeze({ ...decision, validUntil: now });
}
