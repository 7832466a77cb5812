import type { Instant } from '@chancery/shared/clock';
import { NEVER } from '@chancery/shared/labels/calendar';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ALL_REGIMES, type Bounds, NONE, REGIME, ROLE } from '../rules/bits.js';
import { coversRecord, coversSubject, windowOfAct } from './act-matching.js';
import { possibleRoles, roleOf } from './role-of.js';
import { isWithin, nextBoundary, windowOf } from './window.js';

/** How a subject stands to one mission: its role, and the treaty that governs the post. */
export interface Standing {
  /** Register key; null when the record concerns no mission. */
  readonly mission: string | null;
  /** Null when the record concerns no mission or nothing is known of it. */
  readonly fact: Fact | null;
  /** False when the mission is named but its facts are UNKNOWN. */
  readonly known: boolean;
  readonly roles: Bounds;
  readonly regimes: Bounds;
  readonly validUntil: Instant;
}

/** How a subject stands to a record that concerns no mission. */
export function standingAtLarge(profile: Profile): Standing {
  const role = ROLE[roleOf(profile.subject, null, false)];
  return {
    mission: null,
    fact: null,
    known: true,
    roles: { certain: role, possible: role },
    regimes: { certain: REGIME.NONE, possible: REGIME.NONE },
    validUntil: NEVER,
  };
}

/** How a subject stands to a mission of which nothing is known: it may have any role of its kind, under any treaty. */
export function standingUnknown(profile: Profile, mission: string, validUntil: Instant): Standing {
  const possible = possibleRoles(profile.subject);
  // Oversight is a matter of the agency's kind alone, so that role is certain whatever the facts are.
  const certain = profile.subject.kind === 'OVERSIGHT' ? possible : NONE;
  return {
    mission,
    fact: null,
    known: false,
    roles: { certain, possible },
    regimes: { certain: NONE, possible: ALL_REGIMES },
    validUntil,
  };
}

interface Mandate {
  readonly holds: boolean;
  readonly validUntil: Instant;
}

function mandateOf(mandates: readonly Act[], profile: Profile, fact: Fact, now: Instant): Mandate {
  let holds = false;
  let validUntil = NEVER;
  for (const act of mandates) {
    if (act.by.represents !== fact.sending || !coversSubject(act, profile)) continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    holds ||= isWithin(window, now);
  }
  return { holds, validUntil };
}

/** How a subject stands to one mission now: one standing for each fact in force, or a single unknown one. */
export function standingsAt(view: SnapshotView, profile: Profile, mission: string, now: Instant): readonly Standing[] {
  if (view.stale) return [standingUnknown(profile, mission, now)];
  const dated = view.factsOf(mission).map((fact) => ({ fact, window: windowOf(fact.from, fact.until) }));
  const factsUntil = Math.min(NEVER, ...dated.map(({ window }) => nextBoundary(window, now)));
  const inForce = dated.filter(({ window }) => isWithin(window, now));
  if (inForce.length === 0) return [standingUnknown(profile, mission, factsUntil)];
  const mandates = view
    .actsOn(mission, null)
    .filter((act) => act.kind === 'MANDATE' && coversRecord(act, mission, null));
  return inForce.map(({ fact }) => {
    const mandate = mandateOf(mandates, profile, fact, now);
    const role = ROLE[roleOf(profile.subject, fact, mandate.holds)];
    const regime = REGIME[fact.regime];
    return {
      mission,
      fact,
      known: true,
      roles: { certain: role, possible: role },
      regimes: { certain: regime, possible: regime },
      validUntil: Math.min(factsUntil, mandate.validUntil),
    };
  });
}
