import { endOfDay, NEVER, startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import { LruCache } from '../lru-cache.js';
import type { SnapshotView } from '../snapshot/snapshot.js';
import { profileText } from '../subjects/profile-text.js';
import type { Clearance, Profile } from '../subjects/subject.js';

/** What decides of a profile at an instant, and nothing that tells one person from another. */
export interface DecisionProfile {
  readonly profile: Profile;
  /** Equal for all who are decided alike at the instant and under the snapshot. */
  readonly key: string;
}

interface Reduced {
  readonly reduced: DecisionProfile;
  readonly view: SnapshotView;
  readonly from: Instant;
  readonly until: Instant;
}

/** A day before any that counts. */
const LONG_AGO = '1970-01-01';
/** Kept so that those who are decided alike share one object, by which memories are looked up. */
const PROFILES_MAX = 4_096;

/**
 * Leaves out of a profile what no decision reads: who the person is, on which day it was briefed, when its clearance will end, and
 * a case that no act names. Ten thousand officers of thirty agencies are then as many profiles as their agencies have ranks.
 * It must be made anew for each instant: tomorrow another clearance may be in force.
 */
export class DecisionProfiles {
  readonly #known = new LruCache<string, DecisionProfile>(PROFILES_MAX);
  /** Law: of the instant a reduction reads which days have come, and of the view whether an act names the case. */
  readonly #reduced = new WeakMap<Profile, Reduced>();

  of(profile: Profile, now: Instant, view: SnapshotView): DecisionProfile {
    const known = this.#reduced.get(profile);
    if (known !== undefined && known.view === view && known.from <= now && now < known.until) return known.reduced;
    const reduced = this.#reduce(profile, now, view);
    this.#reduced.set(profile, { reduced, view, from: now, until: nextDay(profile, now) });
    return reduced;
  }

  #reduce(profile: Profile, now: Instant, view: SnapshotView): DecisionProfile {
    const { subject, purpose, caseId } = profile;
    const clearances = subject.clearances.flatMap((clearance) => inForce(clearance, now));
    const reduced: Profile = {
      subject: { ...subject, id: '', clearances },
      purpose,
      caseId: caseId !== null && isNamed(caseId, view) ? caseId : null,
    };
    const key = profileText(reduced).digest;
    return this.#known.compute(key, () => ({ profile: reduced, key }));
  }
}

/** The clearance with its days as yes or no; none once its last day is over. */
function inForce({ policy, rank, briefedAt, ndaAt, until }: Clearance, now: Instant): Clearance[] {
  if ((until === null ? NEVER : endOfDay(until)) <= now) return [];
  return [{ policy, rank, briefedAt: pastOrNull(briefedAt, now), ndaAt: pastOrNull(ndaAt, now), until: null }];
}

const pastOrNull = (day: string | null, now: Instant): string | null =>
  day !== null && startOfDay(day) <= now ? LONG_AGO : null;

/** Whether an act of the snapshot names the case: only then can it decide anything. */
function isNamed(caseId: string, view: SnapshotView): boolean {
  return view
    .actsOn(caseId, caseId, null)
    .some(({ scope }) => scope.keys.includes(caseId) || scope.missions.includes(caseId));
}

/** When the next day comes on which a clearance ends or its holder is briefed. */
function nextDay({ subject }: Profile, now: Instant): Instant {
  const days = subject.clearances.flatMap(({ briefedAt, ndaAt, until }) => [
    ...(briefedAt === null ? [] : [startOfDay(briefedAt)]),
    ...(ndaAt === null ? [] : [startOfDay(ndaAt)]),
    ...(until === null ? [] : [endOfDay(until)]),
  ]);
  return Math.min(NEVER, ...days.filter((day) => day > now));
}
