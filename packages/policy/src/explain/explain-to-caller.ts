import { NEVER, startOfDay } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate, Purpose } from '@chancery/shared/vocabulary';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { type DatedLaw, decideDated } from '../dated/decide-dated.js';
import { rulesByDay } from '../dated/rules-of-day.js';
import { type Timeline, timelineOf } from '../dated/timeline.js';
import { callerCitations } from '../decide/caller-citations.js';
import type { Citation, Decision, Obligation } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import type { AskedValue } from '../paths/asked-value.js';
import type { PathLimits } from '../paths/find-paths.js';
import type { PathsFound } from '../paths/path.js';
import { pathsTold } from './paths-told.js';
import { readerOf } from './reader.js';
import { toldView } from './told-facts.js';

/** What a caller asks about a record that it sees. */
export interface CallerQuestion {
  readonly profile: Profile;
  readonly assigned: readonly Purpose[];
  readonly coordinate: Coordinate;
  readonly category: Category;
  readonly floor: number;
  /** Of the whole record. */
  readonly whole: Handling;
  readonly view: SnapshotView;
  readonly now: Instant;
  /** The instant that is asked about, when it is another. */
  readonly asOf: Instant | null;
}

/** How far an explanation goes. */
export interface ExplainLimits extends PathLimits {
  /** Instants that a timeline decides. */
  readonly instantsMax: number;
}

/** Why a caller may or may not read a value, by what it may be told. */
export interface CallerExplanation {
  readonly effect: 'allow' | 'withhold';
  readonly code: Decision['code'];
  readonly citations: readonly Citation[];
  readonly obligations: readonly Obligation[];
  /** Null of a value that is open. */
  readonly paths: PathsFound | null;
  /** Since the United Nations began, as far as the caller may read what it depends on. */
  readonly timeline: Timeline;
}

const FIRST_DAY = startOfDay('1945-10-24');
const LAW: DatedLaw = { rulesAt: rulesByDay(POLICIES), evaluate: evaluateCompiled };

/**
 * Explains a value to who asks for it; null where the record or the value hides from it, as if there were none. The outcome of this
 * moment is the engine's own. That of any other is by the facts and acts that the caller may read, or it would learn when one ends
 * that it may not.
 */
export function explainToCaller(
  question: CallerQuestion,
  engine: PolicyEngine,
  limits: ExplainLimits,
): CallerExplanation | null {
  const { profile, assigned, whole, coordinate, category, floor, view, now, asOf } = question;
  const narrowed = handlingAt(whole, coordinate, category, floor);
  const reader = readerOf({ profile, asker: profile, whole, narrowed, category, view, now }, engine);
  if (!reader.marks) return null;
  const value: AskedValue = { profile, category, handling: narrowed, view, now };
  const told: AskedValue = { ...value, view: toldView(view, narrowed.record, reader) };
  const decision =
    asOf === null ? engine.decide(profile, category, narrowed, 'read', view, now) : decideDated(told, asOf, LAW);
  return {
    // What hides at another time is no more than closed: now it does not.
    effect: decision.effect === 'allow' ? 'allow' : 'withhold',
    code: decision.code,
    citations: callerCitations(decision),
    obligations: decision.obligations,
    paths: decision.effect === 'allow' ? null : pathsTold({ ...told, now: asOf ?? now }, { reader, assigned, limits }),
    timeline: timelineOf(told, { from: FIRST_DAY, until: NEVER, decisionsMax: limits.instantsMax }, LAW),
  };
}
