import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { ProfileInput } from '../compiled/policy-input.js';
import { needsToKnow, usesWhatItMade } from './need-to-know.js';
import { possibleRoles } from './role-of.js';

/** What a profile tells about a kind of data before any record is read. */
export function profileInput({ subject, purpose }: Profile, category: Category): ProfileInput {
  const { kind } = subject;
  return {
    kind,
    purpose,
    needToKnow: needsToKnow(kind, purpose, category),
    ownUse: usesWhatItMade(kind, purpose, category),
    roles: possibleRoles(subject),
  };
}
