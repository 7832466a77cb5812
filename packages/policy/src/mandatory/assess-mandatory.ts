import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { CitedRule, Obligation } from '../decision.js';
import { assessLaws } from './assess.js';
import { MANDATORY_RULES, type MandatoryRule } from './catalogue.js';
import { liftBars } from './lift-bars.js';
import { type Bar, facetsOf, labelQuestion } from './question.js';

/** What the mandatory layer says of one value: nothing failed when `failures` is empty. */
export interface MandatoryFinding {
  /** In the order in which a code is chosen. */
  readonly failures: readonly MandatoryRule[];
  /** Rules that let the value through, cited beside the basis for reading it. */
  readonly grounds: readonly CitedRule[];
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

/** Keeps the static findings of one profile at one instant. */
export class MandatoryAssessor {
  readonly #profile: Profile;
  readonly #now: Instant;
  readonly #findings = new Map<Label, Map<string, StaticFinding[]>>();

  constructor(profile: Profile, now: Instant) {
    this.#profile = profile;
    this.#now = now;
  }

  /** The laws' finding on a handling for one kind of data; the same object for the same label, owner and facets. */
  staticFinding(handling: Handling, category: Category): StaticFinding {
    const { label, record } = handling;
    let byOwner = this.#findings.get(label);
    if (byOwner === undefined) {
      byOwner = new Map();
      this.#findings.set(label, byOwner);
    }
    let byFacets = byOwner.get(record.owner);
    if (byFacets === undefined) {
      byFacets = [];
      byOwner.set(record.owner, byFacets);
    }
    const facets = facetsOf(handling, category);
    let finding = byFacets[facets];
    if (finding === undefined) {
      const found = assessLaws(labelQuestion(this.#profile, label, record.owner, facets, this.#now));
      finding = { ...found, failures: rulesOf(found.bars), acts: [] };
      byFacets[facets] = finding;
    }
    return finding;
  }
}

/** Lifts what acts lift of a static finding; the finding itself when no act has to do with it. */
export function assessMandatory(
  found: StaticFinding,
  profile: Profile,
  category: Category,
  handling: Handling,
  view: SnapshotView,
  now: Instant,
): MandatoryFinding {
  if (found.bars.length === 0) return found;
  const lifted = liftBars(found.bars, { profile, category, handling, view, now });
  const isUntouched = lifted.remaining.length === found.bars.length && lifted.validUntil >= found.validUntil;
  if (isUntouched) return found;
  return {
    failures: rulesOf(lifted.remaining),
    grounds: [...new Set([...found.grounds, ...lifted.grounds])],
    obligations: found.obligations,
    acts: lifted.acts,
    validUntil: Math.min(found.validUntil, lifted.validUntil),
  };
}
