import type { Instant } from '@chancery/shared/clock';
import { assessDominance } from '@chancery/shared/labels/dominance';
import type { Handling, Label, Permissive } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { ActKind } from '@chancery/shared/vocabulary';
import type { CitedRule } from '../decision.js';
import { stateOfAgency } from '../facts/act-issuers.js';
import type { LabelBar, LabelTest, MandatoryLayer } from './explanation.js';

const NOTHING = 'nothing';

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

/** Who may issue an act that lifts a bar of the label: what an agency marked, its State releases. */
function lifter(kind: ActKind, label: Label, owner: string): string {
  const originators = new Set(label.originatorControls.map(({ organisation }) => stateOfAgency(organisation)));
  switch (kind) {
    case 'ORIGINATOR_CONSENT':
      return `${kind} by ${list(originators.size === 0 ? [owner] : originators)}`;
    case 'EMERGENCY_DISCLOSURE':
      return `${kind} by AGENCY_HEAD or AGENCY_HEAD_DESIGNEE of ${owner}`;
    default:
      return `${kind} by ${owner}`;
  }
}

/** What the label asks for and what the subject has, with the label rules that the decision cites. */
export function mandatoryLayer(
  profile: Profile,
  { label, record }: Handling,
  cited: readonly CitedRule[],
  now: Instant,
  toldOfSubject: boolean,
): MandatoryLayer {
  const owner = stateOfAgency(record.owner);
  const bars = cited.map(({ rule, instrument, article, liftedBy }): LabelBar => {
    return { rule, instrument, article, liftedBy: liftedBy.map((kind) => lifter(kind, label, owner)) };
  });
  return { tests: testsOf(profile, label, now, toldOfSubject), bars };
}
