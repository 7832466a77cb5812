import type { RegisterKey } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ALL_REGIMES, type Bits, type Bounds, NONE, REGIME, ROLE } from '../compiled/bits.js';
import { perObject } from '../per-object.js';
import { isMandate, namesTransit } from './act-issuers.js';
import { coversSubject, windowOfAct } from './act-matching.js';
import { coversMission } from './act-scope.js';
import { type Entrustment, possibleRoles, roleOf } from './role-of.js';
import { isWithin, nextBoundary, windowOf } from './window.js';

/** How a subject stands to one mission: its role, and the treaty that governs the post. */
export interface Jurisdiction {
  /** Register key; null when the record concerns no mission. */
  readonly mission: RegisterKey | null;
  /** Null when the record concerns no mission or nothing is known of it. */
  readonly fact: Fact | null;
  /** False when the mission is named but its facts are UNKNOWN. */
  readonly known: boolean;
  readonly roles: Bounds;
  readonly regimes: Bounds;
  readonly validUntil: Instant;
}

const exactly = (word: Bits): Bounds => ({ certain: word, possible: word });

/** How a subject stands to a record that concerns no mission. */
export function jurisdictionAtLarge(profile: Profile): Jurisdiction {
  return {
    mission: null,
    fact: null,
    known: true,
    roles: exactly(ROLE[roleOf(profile.subject, null, NOTHING_ENTRUSTED)]),
    regimes: exactly(REGIME.NONE),
    validUntil: NEVER,
  };
}

/** How a subject stands to a mission of which nothing is known: it may have any role of its kind, under any treaty. */
function unknownJurisdiction(profile: Profile, mission: RegisterKey, validUntil: Instant): Jurisdiction {
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

/** What acts of the sending State make of a State that is neither sending nor receiving. */
interface Entrusted extends Entrustment {
  readonly validUntil: Instant;
}

const NOTHING_ENTRUSTED: Entrusted = { mandated: false, transit: false, validUntil: NEVER };

function entrustedAt(view: SnapshotView, profile: Profile, fact: Fact, now: Instant): Entrusted {
  const acts = view.actsOn(fact.m, null, null);
  if (acts.length === 0) return NOTHING_ENTRUSTED;
  let mandated = false;
  let transit = false;
  let validUntil = NEVER;
  for (const act of acts) {
    const [mandate, notice] = [isMandate(act, fact), namesTransit(act, fact, profile.caseId)];
    if (!(mandate || notice) || !coversMission(act, fact.m) || !coversSubject(act, profile)) continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    if (!isWithin(window, now)) continue;
    mandated ||= mandate;
    transit ||= notice;
  }
  return { mandated, transit, validUntil };
}

const windowOfFact = perObject(({ from, until }: Fact) => windowOf(from, until));

/** How a subject stands to a record: to each mission that it concerns, or at large. */
export function jurisdictionsOf(
  view: SnapshotView,
  profile: Profile,
  { missions }: RecordMarks,
  now: Instant,
): readonly Jurisdiction[] {
  if (missions.length === 0) return [jurisdictionAtLarge(profile)];
  return missions.flatMap((mission) => jurisdictionsAt(view, profile, mission, now));
}

/**
 * The relations in which a subject stands to a post. Each State of accreditation is receiving State in its own (VCDR 5(1)):
 * there it is bound and served as such, and is no third State to the post because it receives it together with others.
 */
function relationsOf({ subject: { represents } }: Profile, inForce: readonly Fact[]): readonly Fact[] {
  const own = inForce.filter(({ sending, receiving }) => receiving === represents && sending !== represents);
  return own.length === 0 ? inForce : own;
}

/** The relations of a post that are in force; none where nothing is known of it. */
export function factsInForce(view: SnapshotView, mission: RegisterKey, now: Instant): readonly Fact[] {
  if (view.stale) return [];
  return view.factsOf(mission).filter((fact) => isWithin(windowOfFact(fact), now));
}

/** How a subject stands to one mission now: one for each relation in force, or a single unknown one. */
export function jurisdictionsAt(
  view: SnapshotView,
  profile: Profile,
  mission: RegisterKey,
  now: Instant,
): readonly Jurisdiction[] {
  if (view.stale) return [unknownJurisdiction(profile, mission, now)];
  const facts = view.factsOf(mission);
  const inForce = facts.filter((fact) => isWithin(windowOfFact(fact), now));
  const factsUntil = facts.reduce((first, fact) => Math.min(first, nextBoundary(windowOfFact(fact), now)), NEVER);
  if (inForce.length === 0) return [unknownJurisdiction(profile, mission, factsUntil)];
  return relationsOf(profile, inForce).map((fact) => {
    const entrusted = entrustedAt(view, profile, fact, now);
    return {
      mission,
      fact,
      known: true,
      roles: exactly(ROLE[roleOf(profile.subject, fact, entrusted)]),
      regimes: exactly(REGIME[fact.regime]),
      validUntil: Math.min(factsUntil, entrusted.validUntil),
    };
  });
}
