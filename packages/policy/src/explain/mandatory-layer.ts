import { assessDominance } from '@chancery/shared/clearance/dominance';
import type { Instant } from '@chancery/shared/clock';
import type { Handling, Label, Permissive } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { ActKind, Category } from '@chancery/shared/vocabulary';
import type { CitedRule, Decision } from '../decision.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { assessLabel, type StaticFinding } from '../mandatory/assess-mandatory.js';
import { MANDATORY_RULES } from '../mandatory/catalogue.js';
import { facetsOf } from '../mandatory/label-input.js';
import type { LabelBar, LabelTest, MandatoryLayer } from './explanation.js';

const NOTHING = 'nothing';

/** A decision, and what of it the mandatory layer reads. */
interface LabelCase {
  readonly profile: Profile;
  readonly category: Category;
  readonly narrowed: Handling;
  readonly decision: Decision;
  readonly now: Instant;
}

function list(words: Iterable<string>): string {
  const sorted = [...words].sort();
  return sorted.length === 0 ? NOTHING : sorted.join(', ');
}

function permissive(words: Permissive): string {
  if (words === 'ANY') return NOTHING;
  return words.size === 0 ? 'nobody is admitted' : list(words);
}

function releaseOf({ releasableTo, displayOnly }: Label): string {
  const release = permissive(releasableTo);
  return displayOnly === null ? release : `${release}; for display only: ${list(displayOnly)}`;
}

function testsOf(profile: Profile, label: Label, now: Instant, toldOfSubject: boolean): readonly LabelTest[] {
  const { subject, purpose } = profile;
  const { failures } = assessDominance(profile, label, now);
  const ranks = [...label.ranks].map(([policy, rank]) => `${policy}:${rank}`);
  const clearances = subject.clearances.map(({ policy, rank }) => `${policy}:${rank}`);
  const organisations = label.originatorControls.map(({ organisation, mode }) => `${organisation} (${mode})`);
  const own = label.originatorControls.every(({ organisation }) => organisation === subject.agency);
  const told = (text: string): string | null => (toldOfSubject ? text : null);
  return [
    { test: 'RANK', asked: list(ranks), has: told(list(clearances)), holds: !failures.has('RANK') },
    {
      test: 'COMPARTMENT',
      asked: list(label.compartments),
      has: told(list(subject.compartments)),
      holds: !failures.has('COMPARTMENT'),
    },
    {
      test: 'NATIONALITY',
      asked: permissive(label.nationals),
      has: told(list(subject.nationalities)),
      holds: !failures.has('NATIONALITY'),
    },
    {
      test: 'RELEASE',
      asked: releaseOf(label),
      has: list([subject.represents, ...subject.groups]),
      holds: !failures.has('RELEASE'),
    },
    { test: 'ORIGINATOR', asked: list(organisations), has: subject.agency, holds: own ? true : null },
    { test: 'TLP', asked: label.tlp ?? NOTHING, has: subject.agency, holds: label.tlp === null ? true : null },
    { test: 'PURPOSE', asked: permissive(label.purposes), has: purpose, holds: !failures.has('PURPOSE') },
  ];
}

/** The States whose act lifts a rule of the label. A source is not named, for it may be protected. */
function originatorsOf(rule: string, { label }: Handling, found: StaticFinding): readonly string[] {
  const bars = found.bars.filter(({ key }) => MANDATORY_RULES.get(key)?.cited.rule === rule);
  const originators = bars.flatMap((bar) => bar.originators);
  return [...new Set(originators.map((state) => (label.foreignSources.has(state) ? 'the source' : state)))].sort();
}

function lifterOf(kind: ActKind, originators: readonly string[], owner: string): string {
  switch (kind) {
    case 'EMERGENCY_DISCLOSURE':
      return `${kind} by AGENCY_HEAD or AGENCY_HEAD_DESIGNEE of ${owner}`;
    case 'AGREEMENT':
      return `${kind} with the subject's State`;
    default:
      return `${kind} by ${originators.length === 0 ? owner : originators.join(' and ')}`;
  }
}

/** What the label asks for and what the subject has, with the label rules that the decision cites. */
export function mandatoryLayer(
  { profile, category, narrowed, decision, now }: LabelCase,
  cited: readonly CitedRule[],
  toldOfSubject: boolean,
): MandatoryLayer {
  const owner = stateOfAgency(narrowed.record.owner);
  const found = assessLabel(profile, narrowed, facetsOf(narrowed, category), now);
  const rules = cited.map(({ rule, instrument, article, liftedBy }): LabelBar => {
    const originators = originatorsOf(rule, narrowed, found);
    const lifters = decision.effect === 'allow' ? [] : liftedBy.map((kind) => lifterOf(kind, originators, owner));
    return { rule, instrument, article, liftedBy: lifters };
  });
  const tests = testsOf(profile, narrowed.label, now, toldOfSubject);
  return decision.effect === 'allow' ? { tests, bars: [], permits: rules } : { tests, bars: rules, permits: [] };
}
