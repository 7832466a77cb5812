import type { Instant } from '@chancery/shared/clock';
import { groupsOf, nextMembershipChange } from '@chancery/shared/memberships';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { EvaluateRules } from '../compiled/evaluate.js';
import { decideValue } from '../decide/decide-value.js';
import type { Decision } from '../decision.js';
import type { AskedValue } from '../paths/asked-value.js';
import type { RulesOfDay } from './rules-of-day.js';

/** What a day is decided by. */
export interface DatedLaw {
  readonly rulesAt: (at: Instant) => RulesOfDay;
  readonly evaluate: EvaluateRules;
}

/** Who asks, as a member of what its State was or will be a member of then. */
function profileAt(profile: Profile, at: Instant): Profile {
  const { subject } = profile;
  return { ...profile, subject: { ...subject, groups: groupsOf(subject.represents, at) } };
}

/**
 * The decision on a value under the law, the parties, the memberships, the facts and acts and the dates of the label of an instant.
 * It opens nothing: a value is read by the decision of the moment alone.
 */
export function decideDated(value: AskedValue, at: Instant, { rulesAt, evaluate }: DatedLaw): Decision {
  const { table, validUntil } = rulesAt(at);
  const profile = profileAt(value.profile, at);
  const decision = decideValue({ ...value, profile, now: at, action: 'read' }, { table, evaluate });
  const until = Math.min(decision.validUntil, validUntil, nextMembershipChange(profile.subject.represents, at));
  return until === decision.validUntil ? decision : { ...decision, validUntil: until };
}
