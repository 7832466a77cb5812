import type { RecordMarks } from '@chancery/shared/labels/label';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { CATEGORY_RULES, type Category, ROLES, type Role } from '@chancery/shared/vocabulary';
import { ROLE, some } from '../compiled/bits.js';
import { dataLawOf, isTransfer } from '../facts/data-law.js';
import { jurisdictionsOf } from '../facts/jurisdiction.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { unionStatusOf } from '../facts/union.js';
import type { Circumstances } from './decide-again.js';

/** What a subject was relative to the first post of a record of which anything was known; null when nothing was. */
export function roleThen(record: RecordMarks, { profile, snapshot, now }: Circumstances): Role | null {
  for (const { roles } of jurisdictionsOf(viewOf(snapshot, false), profile, record, now)) {
    const role = ROLES.find((each) => some(roles.certain, ROLE[each]));
    if (role !== undefined) return role;
  }
  return null;
}

/** Whether reading it was a transfer of personal data to a third country or an organisation, under the law on personal data that binds the holder. */
export function isTransferThen(record: RecordMarks, category: Category, { profile, now }: Circumstances): boolean {
  const groups: readonly string[] = CATEGORY_RULES[category].groups;
  if (!groups.includes('PERSONAL')) return false;
  const ownerUnion = unionStatusOf(stateOfAgency(record.owner), now);
  return isTransfer(dataLawOf(record, category, ownerUnion), unionStatusOf(profile.subject.represents, now));
}
