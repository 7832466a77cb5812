import { NEVER } from '@chancery/shared/calendar';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { type CategoryRules, couldOpenBy, unconditionalBars } from '../compiled/rule-table.js';
import type { Decision } from '../decision.js';
import { profileInput } from '../facts/profile-input.js';
import { denied } from './compose-decision.js';
import { DEFAULT_DENY } from './standing-citations.js';

/** False when no record, fact or act could open this kind of data for the profile. */
export function couldOpen(profile: Profile, category: Category, rules: CategoryRules): boolean {
  return couldOpenBy(rules, profileInput(profile, category));
}

/** The decision on a kind of data that nothing could open for a profile: no record, fact or act is in it. */
export function staticDenial(profile: Profile, category: Category, rules: CategoryRules): Decision {
  const bars = unconditionalBars(rules, profileInput(profile, category));
  const code = bars[0]?.policy.code ?? 'BASIS_MISSING';
  const cited = bars.length === 0 ? [DEFAULT_DENY] : bars.map((bar) => bar.cited);
  return denied(category, code, cited, [], NEVER);
}

/** That decision, where the kind of data is closed to the profile; null where something could open it. */
export function findStaticDenial(profile: Profile, category: Category, rules: CategoryRules): Decision | null {
  return couldOpen(profile, category, rules) ? null : staticDenial(profile, category, rules);
}

/** The decision on a value of which not even the handling is known: closed, and said to be so. */
export const UNDECIDABLE: Decision = denied('PUBLIC_FACT', 'POLICY_ERROR', [DEFAULT_DENY], [], NEVER);
