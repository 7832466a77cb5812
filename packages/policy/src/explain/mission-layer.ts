import type { RegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { type Category, REGIMES, ROLES } from '@chancery/shared/vocabulary';
import { ACT, type Bits, REGIME, ROLE, some, union } from '../compiled/bits.js';
import { coversSubject, windowOfAct } from '../facts/act-matching.js';
import { coversCategory, coversRecord, reaches } from '../facts/act-scope.js';
import type { MissionInput } from '../facts/mission-inputs.js';
import type { ConsideredAct, MissionLayer } from './explanation.js';
import type { Reader } from './reader.js';
import { timeText } from './time-text.js';

/** Who asks for what of which record. */
export interface ActsFor {
  readonly profile: Profile;
  readonly category: Category;
  readonly record: RecordMarks;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** The name of an act: its id and version. */
export function nameOf({ id, v }: Act): string {
  return `${id}@${v}`;
}

/** The roles that the subject has as far as a reader can tell who may not read the acts on the mission. */
export function rolesToldOf({ jurisdiction, input }: MissionInput, profile: Profile, readsActs: boolean): Bits {
  const { fact } = jurisdiction;
  const { kind, represents } = profile.subject;
  const settled = fact === null || kind === 'OVERSIGHT' || represents === fact.sending || represents === fact.receiving;
  if (readsActs || settled) return input.possibleRole;
  // A mandate or a notice of transit is an act: without it nobody can tell the third State from the protecting power.
  return union(ROLE.PROTECTING_POWER, ROLE.TRANSIT_STATE, kind === 'ORGANISATION' ? ROLE.IGO : ROLE.THIRD_STATE);
}

function whyNot(act: Act, { profile, category, record, now }: ActsFor, mission: RegisterKey | null): string {
  const { from, until } = windowOfAct(act);
  if (!coversRecord(act, mission, record)) return 'does not reach this record';
  if (!reaches(act, mission, category, record)) return 'names a mission alone, and this concerns a person';
  if (!coversCategory(act, category)) return `is for ${act.scope.categories.join(', ') || 'no kind of data'}`;
  if (!coversSubject(act, profile))
    return `is addressed to ${act.to.represents}: ${act.to.agencies.join(', ') || 'nobody'}`;
  if (now < from) return `begins at ${timeText(from)}`;
  const revoked = act.revokedAt !== null && Date.parse(act.revokedAt) === until;
  if (now >= until) return `${revoked ? 'was revoked' : 'ended'} at ${timeText(until)}`;
  return `is not one that ${act.by.office} of ${act.by.represents} can give here, or no rule asks for it`;
}

function considered(act: Act, asked: MissionInput, actsFor: ActsFor): ConsideredAct {
  const name = nameOf(act);
  const flags = [...asked.acts.ids].filter(([, ids]) => ids.includes(name)).map(([flag]) => flag);
  // An express refusal outweighs a consent: what it raised is found, and not in force.
  const outweighed = flags.length > 0 && !flags.some((flag) => some(asked.input.inForce, ACT[flag]));
  return {
    act: name,
    kind: act.kind,
    by: `${act.by.office} of ${act.by.represents}`,
    matched: flags.length > 0 && !outweighed,
    why: flags.length === 0 ? whyNot(act, actsFor, asked.jurisdiction.mission) : reason(flags, outweighed),
  };
}

function reason(flags: readonly string[], outweighed: boolean): string {
  return outweighed ? 'is outweighed by an express refusal' : `is in force and counts as ${flags.join(', ')}`;
}

/** Every act that names the mission or the record, with why it bears on this value or does not. */
function actsOf(asked: MissionInput, actsFor: ActsFor): readonly ConsideredAct[] {
  return actsFor.view
    .actsOn(asked.jurisdiction.mission, actsFor.record.key, actsFor.record.who)
    .map((act) => considered(act, asked, actsFor))
    .sort((a, b) => (a.act < b.act ? -1 : 1));
}

/** What is known of one mission: jurisdiction is public, its legal status and its acts are not. */
export function missionLayer(asked: MissionInput, actsFor: ActsFor, reader: Reader): MissionLayer {
  const { mission, fact, regimes } = asked.jurisdiction;
  const readsActs = reader.acts(mission);
  const roles = rolesToldOf(asked, actsFor.profile, readsActs);
  return {
    mission,
    sending: fact?.sending ?? null,
    receiving: fact?.receiving ?? null,
    regimes: REGIMES.filter((regime) => some(regimes.possible, REGIME[regime])),
    legalStatus: fact !== null && reader.status(mission) ? fact.legalStatus : null,
    roles: ROLES.filter((role) => some(roles, ROLE[role])),
    acts: readsActs ? actsOf(asked, actsFor) : null,
  };
}
