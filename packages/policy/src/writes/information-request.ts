import type { RegisterKey } from '@chancery/shared/brands';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose, WithheldCode } from '@chancery/shared/vocabulary';
import { REGIME, ROLE, some, union } from '../compiled/bits.js';
import { faultOf } from '../facts/act-check.js';
import { coversSubject, windowOfAct } from '../facts/act-matching.js';
import { type Jurisdiction, jurisdictionsAt } from '../facts/jurisdiction.js';
import { ABOUT_NO_RECORD } from '../facts/speaks-for.js';
import { isWithin } from '../facts/window.js';
import type { CommandMoment } from './check-command.js';
import { channelOf } from './request-channel.js';

/** Values of one record that are kept from whoever asks for them. */
export interface AskedValues {
  /** The agency that made the record. */
  readonly owner: string;
  readonly missions: readonly RegisterKey[];
  /** Why they are kept. */
  readonly codes: readonly WithheldCode[];
}

/** By which way a request comes. */
export type RequestWay = 'DIRECT' | 'MINISTRY' | 'AGREED' | 'EMERGENCY';

/** To whom a request goes and by which way. */
export interface RequestRoute {
  /** State or organisation that can open what is asked for. */
  readonly addressee: string;
  /** Those of its agencies that the request is put before. */
  readonly agencies: readonly string[];
  readonly way: RequestWay;
  /** The ministry that has yet to pass it on; null where it goes straight. */
  readonly through: string | null;
  /** The rule by which it goes there. */
  readonly rule: string;
}

/** What only the sending State can open, whoever made the record (VCDR 22, 24, 29-32; VCCR 31, 33, 43-45). */
const OF_THE_SENDING_STATE: ReadonlySet<WithheldCode> = new Set<WithheldCode>(['INVIOLABILITY', 'IMMUNITY']);
const DIPLOMATIC = REGIME.VCDR;
const RECEIVING = union(
  ROLE.RECEIVING_STATE_MFA,
  ROLE.RECEIVING_STATE_LEA,
  ROLE.RECEIVING_STATE_EMERGENCY,
  ROLE.RECEIVING_STATE_COURT,
  ROLE.RECEIVING_STATE_FISCAL,
  ROLE.RECEIVING_STATE_CUSTOMS,
  ROLE.RECEIVING_STATE_BORDER,
  ROLE.RECEIVING_STATE_OTHER,
);
const CHANNEL = 'AGREED CHANNEL';

/**
 * Whom a request is for: the sending State where only it can open what is asked for, else who made the record. An authority of the
 * receiving State comes to a diplomatic mission through its ministry (VCDR 41(2)), unless another channel is agreed or a life depends on it.
 * What nobody knows of a post keeps the way through the ministry.
 */
export function routeOfRequest(asked: AskedValues, profile: Profile, moment: CommandMoment): RequestRoute {
  const relations = asked.missions.flatMap((mission) => jurisdictionsAt(moment.view, profile, mission, moment.now));
  const isTheirs = asked.codes.some((code) => OF_THE_SENDING_STATE.has(code));
  const [sending] = isTheirs ? relations.flatMap(({ fact }) => fact?.sending ?? []) : [];
  const maker = stateOf(asked.owner);
  const addressee = sending ?? maker;
  const agencies = addressee === maker ? [asked.owner] : [ministryOf(addressee)];
  const route = { addressee, agencies, rule: 'CHY-ASK' };
  if (!relations.some((relation) => isBusinessWithMission(relation, addressee))) {
    return { ...route, way: 'DIRECT', through: null };
  }
  const { channel } = channelOf({
    from: profile.subject.kind === 'FOREIGN_MINISTRY' ? 'RECEIVING_STATE_MFA' : 'RECEIVING_STATE_OTHER',
    purpose: profile.purpose,
    agreedChannelRef: agreedChannel(moment, profile, addressee),
  });
  const toPass = channel === 'MISROUTED' ? ministryOf(profile.subject.represents) : null;
  return { ...route, way: channel === 'MISROUTED' ? 'MINISTRY' : channel, through: toPass, rule: 'VCDR-41-2' };
}

/** Whether it is business of an authority of the receiving State with a diplomatic mission, or may be. */
function isBusinessWithMission({ roles, regimes, fact }: Jurisdiction, addressee: string): boolean {
  const isWithMission = fact === null || fact.sending === addressee;
  return isWithMission && some(roles.possible, RECEIVING) && some(regimes.possible, DIPLOMATIC);
}

/** The agreement by which the addressee takes requests of this authority directly. */
function agreedChannel({ view, now }: CommandMoment, profile: Profile, addressee: string): string | null {
  if (view.stale) return null;
  return view.actsOn(null, CHANNEL, null).find((act) => isAgreed(act, profile, addressee, now))?.id ?? null;
}

function isAgreed(act: Act, profile: Profile, addressee: string, now: number): boolean {
  return (
    act.kind === 'AGREEMENT' &&
    act.by.represents === addressee &&
    faultOf(act, ABOUT_NO_RECORD) === null &&
    coversSubject(act, profile) &&
    isWithin(windowOfAct(act), now)
  );
}

const stateOf = (agency: string): string => agency.slice(0, agency.indexOf('.'));

/** The name under which every State's ministry for foreign affairs stands in trust agreements (docs/tokens.md). */
export const ministryOf = (state: string): string => `${state}.foreign-ministry`;

const HOUR = 3_600;
const DAY = 24 * HOUR;
const URGENT: ReadonlySet<Purpose> = new Set<Purpose>([
  'THREAT_PREVENTION',
  'INCIDENT_RESPONSE',
  'EVACUATION',
  'ARREST',
]);

/** Within how many seconds an answer is asked for: the project's own choice, by how much depends on it. */
export function answerWithinSeconds(purpose: Purpose): number {
  if (purpose === 'PROTECT_LIFE') return HOUR;
  return URGENT.has(purpose) ? DAY : 30 * DAY;
}
