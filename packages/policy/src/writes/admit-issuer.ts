import type { Profile } from '@chancery/shared/subjects/subject';
import { REGISTER } from '../facts/act-issuers.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const RULE = 'CHY-ADMT';

/** Whether somebody may act on trust agreements at all: a person of the register, and nobody of a State or of another organisation. */
export function checkAdmitting({ subject: { represents, agency } }: Pick<Profile, 'subject'>): Verdict {
  if (represents === REGISTER) return ACCEPTED;
  return refused(RULE, `whom the register lets in is not for \`${agency}\` to say`);
}

/** Whether somebody may decide on what was proposed: another person of the register (four eyes). */
export function checkSecondAdmitting(proposer: string, profile: Pick<Profile, 'subject'>): Verdict {
  const admitting = checkAdmitting(profile);
  if (!admitting.accepted) return admitting;
  return profile.subject.id === proposer ? refused(RULE, 'whoever proposed it does not decide on it') : ACCEPTED;
}
