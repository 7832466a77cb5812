import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { agreementsWith } from '../facts/agreements.js';
import { type Asked, type Asking, ask } from '../facts/ask.js';
import { partyStatusOf } from '../facts/party-status.js';
import { type Standing, standingAtLarge, standingsAt } from '../facts/standing.js';

/** A question about a record in respect of one mission, with what it was put together from. */
export interface AskedOfMission extends Asked {
  readonly standing: Standing;
}

/** The questions that the engine puts to the rules about one value: one for each mission and dated fact. */
export function questionsOf(
  profile: Profile,
  category: Category,
  record: RecordMarks,
  view: SnapshotView,
  now: Instant,
): readonly AskedOfMission[] {
  const party = partyStatusOf(view, profile.subject.represents, now);
  const asking: Asking = { profile, view, now, party, agreements: agreementsWith(view, profile) };
  const standings =
    record.missions.length === 0
      ? [standingAtLarge(profile)]
      : record.missions.flatMap((mission) => standingsAt(view, profile, mission, now));
  return standings.map((standing) => ({ ...ask(asking, category, record, standing), standing }));
}
