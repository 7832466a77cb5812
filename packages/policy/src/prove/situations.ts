import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { factContext } from '../facts/gather-input.js';
import { type MissionInput, missionInputs } from '../facts/mission-inputs.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { type JurisdictionName, MAKERS, type Maker, type Situation } from './atoms.js';

function jurisdictionNameOf({ jurisdiction }: MissionInput): JurisdictionName {
  if (jurisdiction.mission === null) return 'atLarge';
  return jurisdiction.fact === null ? 'unknown' : 'known';
}

function makersOf({ jurisdiction: { fact } }: MissionInput, owner: string): ReadonlySet<Maker> {
  return new Set(fact === null ? [] : MAKERS.filter((maker) => fact[maker] === stateOfAgency(owner)));
}

/** What the facts layer makes of a request: a situation for each mission and fact. */
export function situationsOf(
  profile: Profile,
  category: Category,
  handling: string,
  view: SnapshotView,
  now: number,
): readonly Situation[] {
  const { record } = parseHandling(handling);
  return missionInputs(factContext(profile, view, now), category, record).map((asked) => ({
    category,
    input: asked.input,
    jurisdiction: jurisdictionNameOf(asked),
    stale: view.stale,
    makers: makersOf(asked, record.owner),
  }));
}
