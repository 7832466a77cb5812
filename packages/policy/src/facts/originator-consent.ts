import type { Instant } from '@chancery/shared/clock';
import { NEVER } from '@chancery/shared/labels/calendar';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { stateOfAgency } from './act-issuers.js';
import { coversCategory, coversRecord, coversSubject, windowOfAct } from './act-matching.js';
import { isWithin, nextBoundary } from './window.js';

/** Whether an organisation lets a further recipient read a record that it controls. */
export interface OriginatorConsent {
  readonly given: boolean;
  readonly acts: readonly string[];
  readonly validUntil: Instant;
}

/**
 * Looks for the consent of the controlling organisation's State: for every mission that the record concerns, or for
 * its scope key. The organisation of a control mark need not be the record's owner.
 */
export function originatorConsentOf(
  view: SnapshotView,
  profile: Profile,
  category: Category,
  record: RecordMarks,
  organisation: string,
  now: Instant,
): OriginatorConsent {
  const acts: string[] = [];
  let validUntil = NEVER;
  let given = true;
  const state = stateOfAgency(organisation);
  for (const mission of record.missions.length === 0 ? [null] : record.missions) {
    let covered = false;
    for (const act of view.actsOn(mission, record.key)) {
      if (act.kind !== 'ORIGINATOR_CONSENT' || act.by.represents !== state) continue;
      if (!coversSubject(act, profile) || !coversCategory(act, category)) continue;
      if (!coversRecord(act, mission, record.key)) continue;
      const window = windowOfAct(act);
      validUntil = Math.min(validUntil, nextBoundary(window, now));
      if (!isWithin(window, now)) continue;
      covered = true;
      acts.push(`${act.id}@${act.v}`);
    }
    given &&= covered;
  }
  return { given, acts: given ? acts : [], validUntil };
}
