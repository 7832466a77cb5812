import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { groupsOf, nextMembershipChange } from '@chancery/shared/memberships';
import type { Subject } from '@chancery/shared/subjects/subject';
import { type Bar, barOf, type LabelInput, type Law, NO_BARS } from './label-input.js';

const NATO = 'NATO';
const EU = 'EU';

function belongsTo(organisation: string, { represents, groups }: Subject): boolean {
  return represents === organisation || groups.includes(organisation);
}

/** Whether every nationality is of a member; who states none cannot be shown to have one. */
function isNationalOfMember(organisation: string, { nationalities }: Subject, now: Instant): boolean {
  return nationalities.length > 0 && nationalities.every((state) => groupsOf(state, now).includes(organisation));
}

/**
 * Information of NATO: to non-parties the originator must consent, and NATO must decide; to a national of a non-party
 * in the service of a party, NATO must. Two acts, by different hands: neither implies the other.
 */
export const assessNato: Law = ({ profile, label, ownerState, now }) => {
  if ((label.ranks.get(NATO) ?? 0) === 0) return NO_BARS;
  const { subject } = profile;
  const bars: Bar[] = [];
  const isParty = belongsTo(NATO, subject);
  if (!isParty) bars.push(barOf('NATO-1/party', ownerState));
  if (!isParty || !isNationalOfMember(NATO, subject, now)) bars.push(barOf('NATO-CM49/release', NATO));
  return bars;
};

/** EU classified information: to third States and organisations only by 13(2), and by 13(4) with the originator. */
export const assessEu: Law = ({ profile, label, ownerState }) => {
  if ((label.ranks.get(EU) ?? 0) === 0 || belongsTo(EU, profile.subject)) return NO_BARS;
  const release = barOf('EU-13', EU);
  return ownerState === EU ? [release] : [release, barOf('EU-13/originator', ownerState)];
};

/** When the membership of the represented State, or of a State of nationality, next changes. */
export function nextAllianceChange({ profile, label, now }: LabelInput): Instant {
  if (!label.ranks.has(NATO) && !label.ranks.has(EU)) return NEVER;
  const { represents, nationalities } = profile.subject;
  return Math.min(...[represents, ...nationalities].map((state) => nextMembershipChange(state, now)));
}
