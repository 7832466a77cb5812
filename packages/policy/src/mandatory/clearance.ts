import { startOfDay } from '@chancery/shared/calendar';
import { assessDominance, meetsControl } from '@chancery/shared/clearance/dominance';
import type { Instant } from '@chancery/shared/clock';
import type { Label, Rank } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import { type Bar, barOf, type LabelInput } from './label-input.js';

const NOTHING: ReadonlySet<string> = new Set();

/** A label that asks for one rank under one policy and for nothing else. */
function rankOnly(policy: string, rank: Rank): Label {
  return {
    text: '',
    ranks: new Map([[policy, rank]]),
    compartments: NOTHING,
    releasableTo: 'ANY',
    nationals: 'ANY',
    purposes: 'ANY',
    displayOnly: null,
    originatorControls: [],
    foreignSources: NOTHING,
    tlp: null,
  };
}

function reaches(profile: Profile, policy: string, rank: Rank, now: Instant): boolean {
  return !assessDominance(profile, rankOnly(policy, rank), now).failures.has('RANK');
}

/** Whether a subject was briefed on an organisation's information, whatever its level. */
export function isBriefed(profile: Profile, policy: 'NATO' | 'EU', now: Instant): boolean {
  return reaches(profile, policy, 1, now);
}

/** The profile without clearances of the United States whose holder has not signed the agreement of 4.1(a)(2). */
function signed(profile: Profile, now: Instant): Profile {
  const { subject } = profile;
  const clearances = subject.clearances.filter(
    ({ policy, ndaAt }) => policy !== 'USA' || (ndaAt !== null && startOfDay(ndaAt) <= now),
  );
  return { ...profile, subject: { ...subject, clearances } };
}

/**
 * Clearance, briefing and non-disclosure agreement, policy by policy. What a foreign clearance is worth, and whether
 * it is worth anything, is a matter of the dated equivalence rows; it needs no agreement with the United States.
 */
export function assessClearance({ profile, label, now }: LabelInput): readonly Bar[] {
  const bars: Bar[] = [];
  for (const [policy, rank] of label.ranks) {
    if (rank === 0) continue;
    const bar = barUnder(policy, rank, profile, now);
    if (bar !== null) bars.push(bar);
  }
  return bars;
}

function barUnder(policy: string, rank: Rank, profile: Profile, now: Instant): Bar | null {
  switch (policy) {
    case 'USA':
      return reaches(signed(profile, now), policy, rank, now) ? null : barOf('EO-4.1a', 'USA');
    case 'NATO':
      // Every level asks for a briefing, and level 1 for nothing else.
      if (!reaches(profile, policy, 1, now)) return barOf('NATO-CM49/briefing');
      return reaches(profile, policy, rank, now) ? null : barOf('NATO-1/clearance');
    case 'EU':
      return reaches(profile, policy, rank, now) ? null : barOf('EU-7');
    case 'GBR':
      return reaches(profile, policy, rank, now) ? null : barOf('UK-GSCP/tier');
    default:
      return reaches(profile, policy, rank, now) ? null : barOf('LABEL-RANK');
  }
}

/** When a non-disclosure agreement that is dated ahead begins to count. */
export function nextSignature({ profile, label, now }: LabelInput): Instant {
  if ((label.ranks.get('USA') ?? 0) === 0) return Number.POSITIVE_INFINITY;
  const ahead = profile.subject.clearances.flatMap(({ policy, ndaAt }) =>
    policy === 'USA' && ndaAt !== null && startOfDay(ndaAt) > now ? [startOfDay(ndaAt)] : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...ahead);
}

/** Special access programmes, by the prefix of the register and by that of their name. */
const SPECIAL_ACCESS = /^SA[PR]-/;

/** Read-ins: the subject needs all. Of a special access programme not even the existence is told. */
export function assessCompartments({ profile, label }: LabelInput): readonly Bar[] {
  const missing = [...label.compartments].filter((each) => !meetsControl(profile.subject, each));
  return missing.map((compartment) => {
    if (SPECIAL_ACCESS.test(compartment)) return barOf('EO-4.3');
    if (compartment === 'ATOMAL') return barOf('NATO-CM49/atomal');
    const isHumanSource = compartment === 'HCS' || compartment.startsWith('HCS-');
    return barOf(isHumanSource ? 'LABEL-COMPARTMENT/hcs' : 'LABEL-COMPARTMENT');
  });
}

/** Need-to-know of a record that its owner has bound to a case; whoever made the record has it (EO 4.1(a)(3)). */
export function assessNeedToKnow({ profile, label, owner, ownerState, caseBound }: LabelInput): readonly Bar[] {
  if (!caseBound || profile.subject.agency === owner || (label.ranks.get('USA') ?? 0) === 0) return [];
  return [barOf('EO-4.1a/need-to-know', ownerState)];
}
