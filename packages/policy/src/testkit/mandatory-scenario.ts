import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile, Subject } from '@chancery/shared/subjects/subject';
import type { ActKind, Category } from '@chancery/shared/vocabulary';
import { assessLaws } from '../mandatory/assess.js';
import type { BarKey } from '../mandatory/bars.js';
import { facetsOf, labelInput } from '../mandatory/label-input.js';
import { liftBars } from '../mandatory/lift-bars.js';
import { liftingReach } from '../mandatory/lifting-reach.js';
import { actOf, NOON, profileOf } from './scenario.js';

/** One value under the mandatory layer: who asks, and the handling. */
export interface MandatoryScenario {
  readonly profile: Profile;
  readonly handling: string;
  readonly category: Category;
  readonly acts: readonly Act[];
  readonly stale: boolean;
}

/** The bars that remain of a scenario. */
export function barsOfScenario({ profile, handling: text, category, acts, stale }: MandatoryScenario): BarKey[] {
  const handling = parseHandling(text);
  const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [...acts] }), stale);
  const { label, record } = handling;
  const asked = labelInput(profile, label, record.owner, facetsOf(handling, category), NOON);
  const { bars } = assessLaws(asked);
  return liftBars(bars, { profile, category, handling, view, now: NOON }, liftingReach(view.snapshot)).remaining.map(
    ({ key }) => key,
  );
}

/** Everybody whose act could count in a scenario. */
const ISSUERS = ['USA', 'GBR', 'DEU', 'FRA', 'NLD', 'SWE', 'AUT', 'NATO', 'EU'];

/** Acts of one kind by everyone, each as good as one of its kind can be: nothing but the kind can fail it. */
export function bestActs(kind: ActKind, profile: Profile, category: Category): Act[] {
  const { represents, agency } = profile.subject;
  const keys = ['k1', 'inc_1', 'EUCI 4', 'EU PARTICIPATION'];
  const office = kind === 'AGREEMENT' ? 'GOVERNMENT' : 'AGENCY_HEAD';
  return ISSUERS.map((issuer) =>
    actOf(kind, office, [], {
      id: `act_${kind.toLowerCase()}_${issuer.toLowerCase()}`,
      by: { represents: issuer, office },
      to: { represents, agencies: [agency] },
      scope: { missions: [], keys, persons: [], categories: [category] },
      written: true,
      ref: 'a reference',
    }),
  );
}

/** Someone who asks to save a life, in a case. */
export function askerOf(agency: string, changes: Partial<Subject> = {}): Profile {
  const profile = profileOf(agency, 'FOREIGN_MINISTRY', 'PROTECT_LIFE', 'inc_1');
  return { ...profile, subject: { ...profile.subject, ...changes } };
}
