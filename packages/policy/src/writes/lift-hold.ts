import type { Profile } from '@chancery/shared/subjects/subject';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'CHY-HOLD';

/** Whether somebody may act on a hold that stands: a person of the agency that ordered it, and of no other of its State. */
export function checkHolding(orderedBy: string, { subject: { agency } }: Pick<Profile, 'subject'>): Verdict {
  if (agency === orderedBy) return ACCEPTED;
  return refused(RULE, `a hold that \`${orderedBy}\` ordered is not for \`${agency}\` to lift`);
}

/** Whether somebody may lift what one person has asked to be lifted: another person of the same agency (four eyes). */
export function checkSecondLifting(askedBy: string, orderedBy: string, profile: Pick<Profile, 'subject'>): Verdict {
  const holding = checkHolding(orderedBy, profile);
  if (!holding.accepted) return holding;
  return profile.subject.id === askedBy ? refused(RULE, 'whoever asked for it does not approve it') : ACCEPTED;
}
