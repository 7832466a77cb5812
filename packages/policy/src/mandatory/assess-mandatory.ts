import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { CitedRule, Obligation } from '../decision.js';
import { assessLaws } from './assess.js';
import { MANDATORY_RULES, type MandatoryRule } from './catalogue.js';
import type { LiftInput } from './covering-acts.js';
import { type Bar, facetsOf, labelInput, type RecordFacets } from './label-input.js';
import { liftBars } from './lift-bars.js';
import { type LiftingReach, liftingReach } from './lifting-reach.js';

/** What the mandatory layer says of one value: nothing failed when `failures` is empty. */
export interface MandatoryFinding {
  /** In the order in which a code is chosen. */
  readonly failures: readonly MandatoryRule[];
  /** Rules that let the value through, cited beside the basis for reading it. */
  readonly permits: readonly CitedRule[];
  readonly obligations: readonly Obligation[];
  /** Acts that were relied on. */
  readonly acts: readonly string[];
  readonly validUntil: Instant;
}

/** What the laws find in a label before any act is looked at: what may be kept for a profile. */
export interface StaticFinding extends MandatoryFinding {
  readonly bars: readonly Bar[];
}

function ruleOf({ key }: Bar): MandatoryRule {
  const rule = MANDATORY_RULES.get(key);
  if (rule === undefined) throw new InternalError('INTERNAL', `no bar \`${key}\` in the mandatory layer`);
  return rule;
}

/** The rules of some bars, each once: two originators bar by the same rule. */
function rulesOf(bars: readonly Bar[]): readonly MandatoryRule[] {
  return [...new Set(bars.map(ruleOf))];
}

/** What the laws find in a label before any act is looked at. The facets are those of the handling for the kind of data. */
export function assessLabel(
  profile: Profile,
  { label, record }: Handling,
  facets: RecordFacets,
  now: Instant,
): StaticFinding {
  const found = assessLaws(labelInput(profile, label, record.owner, facets, now));
  return { failures: rulesOf(found.bars), acts: [], ...found };
}

/** Lifts what acts lift of a static finding; the finding itself when no act has to do with it. */
export function liftByActs(found: StaticFinding, input: LiftInput, reach: LiftingReach): MandatoryFinding {
  if (found.bars.length === 0) return found;
  const lifted = liftBars(found.bars, input, reach);
  const isUntouched = lifted.remaining.length === found.bars.length && lifted.validUntil >= found.validUntil;
  if (isUntouched) return found;
  return {
    failures: rulesOf(lifted.remaining),
    permits: [...new Set([...found.permits, ...lifted.permits])],
    obligations: found.obligations,
    acts: lifted.acts,
    validUntil: Math.min(found.validUntil, lifted.validUntil),
  };
}

/** What the mandatory layer says of one value, its label and the acts that lift together. */
export function assessMandatory(input: LiftInput): MandatoryFinding {
  const { profile, handling, category, view, now } = input;
  const found = assessLabel(profile, handling, facetsOf(handling, category), now);
  return liftByActs(found, input, liftingReach(view.snapshot));
}
