import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { ALL_ACTS, type Bits, type Bounds, NONE, TAG, TAGS } from '../rules/bits.js';
import type { Question } from '../rules/question.js';
import { stateOfAgency } from './act-issuers.js';
import { type ActFindings, matchActs, NO_ACTS } from './act-matching.js';
import type { Standing } from './standing.js';

/** Who asks, of which snapshot, when: what every question of one evaluation shares. */
export interface Asking {
  readonly profile: Profile;
  readonly view: SnapshotView;
  readonly now: Instant;
  /** Instruments that the represented State is a party to. */
  readonly party: ActFindings;
}

/** A question with the acts behind it. */
export interface Asked {
  readonly question: Question;
  readonly acts: ActFindings;
}

const REGISTER = 'CHANCERY';

function tagBits(tags: ReadonlySet<string>): Bits {
  let bits: Bits = NONE;
  for (const tag of TAGS) if (tags.has(tag)) bits |= TAG[tag];
  return bits;
}

function merge(record: ActFindings, party: ActFindings): ActFindings {
  if (record === NO_ACTS) return party;
  return {
    inForce: record.inForce | party.inForce,
    ids: new Map([...record.ids, ...party.ids]),
    validUntil: Math.min(record.validUntil, party.validUntil),
  };
}

/** What is known of the acts: nothing when stale; not who could refuse when the mission's States are UNKNOWN. */
function boundsOf(acts: ActFindings, view: SnapshotView, standing: Standing): Bounds {
  if (view.stale) return { certain: NONE, possible: ALL_ACTS };
  return { certain: acts.inForce, possible: standing.known ? acts.inForce : ALL_ACTS };
}

/** Puts together what the rules are asked about one kind of data of one record, in respect of one mission. */
export function ask(asking: Asking, category: Category, record: RecordMarks, standing: Standing): Asked {
  const { profile, view, now, party } = asking;
  const { mission, fact, roles, regimes } = standing;
  const acts = view.stale ? NO_ACTS : merge(matchActs(view, { profile, category, record, mission, fact }, now), party);
  const inForce = boundsOf(acts, view, standing);
  const owner = stateOfAgency(record.owner);
  const question: Question = {
    kind: profile.subject.kind,
    purpose: profile.purpose,
    role: roles.certain,
    possibleRole: roles.possible,
    regime: regimes.certain,
    possibleRegime: regimes.possible,
    inForce: inForce.certain,
    notExcluded: inForce.possible,
    tags: tagBits(record.tags),
    published: category === 'PUBLIC_FACT' || record.tags.has('public'),
    rescueMinimum: category === 'PREMISES_RESCUE',
    originator: record.owner === profile.subject.agency,
    ownState: owner === profile.subject.represents,
    registerRecord: owner === REGISTER,
  };
  return { question, acts };
}
