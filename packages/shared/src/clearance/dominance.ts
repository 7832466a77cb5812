import { endOfDay, NEVER, startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import { asksOf, holdsCompartment } from '../labels/control-asks.js';
import type { Label, Permissive, Rank } from '../labels/label.js';
import { nextMembershipChange } from '../memberships.js';
import type { Profile, Subject } from '../subjects/subject.js';
import { equivalentRank, nextEquivalenceChange } from './equivalence.js';

export type DominanceFailure = 'RANK' | 'COMPARTMENT' | 'RELEASE' | 'NATIONALITY' | 'PURPOSE' | 'DISPLAY_ONLY';

export interface DominanceAssessment {
  /** Empty when the profile dominates the label. */
  readonly failures: ReadonlySet<DominanceFailure>;
  /** True when only the display-only list lets the subject look: it may read, and may not keep or pass on. */
  readonly displayOnly: boolean;
  /** The earliest instant at which a clearance, a membership or an equivalence can change this. */
  readonly validUntil: Instant;
}

/** Policies that ask for their own briefing at every rank, and at rank 1 for that alone. */
const BRIEFED_POLICIES: ReadonlySet<string> = new Set(['NATO', 'EU']);

/** Assesses a profile against a label at an instant: the static part of dominance, without acts and need-to-know. */
export function assessDominance(profile: Profile, label: Label, now: Instant): DominanceAssessment {
  const { subject } = profile;
  const failures = new Set<DominanceFailure>();
  for (const [policy, rank] of label.ranks) if (!isCleared(subject, policy, rank, now)) failures.add('RANK');
  for (const compartment of label.compartments) {
    if (!meetsControl(subject, compartment)) failures.add('COMPARTMENT');
  }
  const released = admitsRecipient(label.releasableTo, subject);
  const displayed = label.displayOnly !== null && admitsRecipient(label.displayOnly, subject);
  if (!released && !displayed) {
    failures.add('RELEASE');
    if (label.displayOnly !== null) failures.add('DISPLAY_ONLY');
  }
  if (!admitsNational(label.nationals, subject)) failures.add('NATIONALITY');
  if (label.purposes !== 'ANY' && !label.purposes.has(profile.purpose)) failures.add('PURPOSE');
  return { failures, displayOnly: !released && displayed, validUntil: validUntil(subject, label, now) };
}

/** Whether a subject meets what a word in a label's compartments asks; affiliation is asked by the release set. */
export function meetsControl({ compartments }: Subject, compartment: string): boolean {
  return asksOf(compartment) !== 'READ_IN' || holdsCompartment(compartments, compartment);
}

/** A clearance with its days as instants. */
interface DatedClearance {
  readonly policy: string;
  readonly rank: Rank;
  readonly briefedFrom: Instant;
  readonly endsAt: Instant;
}

const datedClearances = new WeakMap<Subject, readonly DatedClearance[]>();

/** A clearance counts through the whole of its last day, UTC. */
function clearancesOf(subject: Subject): readonly DatedClearance[] {
  let dated = datedClearances.get(subject);
  if (dated === undefined) {
    dated = subject.clearances.map(({ policy, rank, briefedAt, until }) => ({
      policy,
      rank,
      briefedFrom: briefedAt === null ? NEVER : startOfDay(briefedAt),
      endsAt: until === null ? NEVER : endOfDay(until),
    }));
    datedClearances.set(subject, dated);
  }
  return dated;
}

/** Whether live clearances reach a rank under a policy. Rank 0 needs nothing. */
function isCleared(subject: Subject, policy: string, rank: Rank, now: Instant): boolean {
  if (rank === 0) return true;
  const live = clearancesOf(subject).filter(({ endsAt }) => now < endsAt);
  if (BRIEFED_POLICIES.has(policy)) {
    if (!live.some((clearance) => clearance.policy === policy && clearance.briefedFrom <= now)) return false;
    if (rank === 1) return true;
  }
  return live.some((clearance) => {
    const needed = equivalentRank(policy, rank, clearance.policy, now);
    return needed !== null && clearance.rank >= needed;
  });
}

function admitsRecipient(recipients: Permissive, { represents, groups }: Subject): boolean {
  if (recipients === 'ANY') return true;
  return recipients.has(represents) || groups.some((group) => recipients.has(group));
}

/**
 * Nationals only (NOFORN is `USA`): the State represented must be listed, and so must every nationality, for a
 * second one is a national of somebody else; who states none cannot be shown to be a national of anybody.
 */
function admitsNational(nationals: Permissive, { represents, nationalities }: Subject): boolean {
  if (nationals === 'ANY') return true;
  return (
    nationals.has(represents) &&
    nationalities.length > 0 &&
    nationalities.every((nationality) => nationals.has(nationality))
  );
}

/** The earliest dated input that any test above has read; a later one cannot matter before it. */
function validUntil(subject: Subject, label: Label, now: Instant): Instant {
  let earliest = label.releasableTo === 'ANY' ? NEVER : nextMembershipChange(subject.represents, now);
  for (const [policy, rank] of label.ranks) {
    if (rank === 0) continue;
    for (const { policy: held, briefedFrom, endsAt } of clearancesOf(subject)) {
      if (endsAt > now) earliest = Math.min(earliest, endsAt);
      if (briefedFrom > now) earliest = Math.min(earliest, briefedFrom);
      earliest = Math.min(earliest, nextEquivalenceChange(policy, rank, held, now));
    }
  }
  return earliest;
}
