import { assertNever } from '@chancery/shared/errors';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { Category } from '@chancery/shared/vocabulary';
import type { ActFlag } from '../compiled/bits.js';
import { faultOf } from './act-check.js';
import type { ActInput } from './act-input.js';
import { EXECUTION } from './act-subjects.js';
import { type ActMatter, isTransitNotice, officeOf, speaksFor, stateOfAgency } from './speaks-for.js';

/** The register's own records. */
export const REGISTER = 'CHANCERY';

const NOTHING: readonly ActFlag[] = Object.freeze([]);

/** Offices that consent in a part of their own; everybody else who may consent stands for the head of mission. */
const CONSENT_FLAGS: ReadonlyMap<string, ActFlag> = new Map<string, ActFlag>([
  ['HEAD_OF_POST', 'CONSENT_HEAD_OF_POST'],
  ['ACTING_HEAD_OF_POST', 'CONSENT_HEAD_OF_POST'],
  ['DESIGNEE', 'CONSENT_DESIGNEE'],
  ['UN_SG', 'CONSENT_UN_SG'],
]);

/** What a consent to entry can be about: what shows the inside, and where somebody is who is to be protected there. */
const ENTERED: ReadonlySet<Category> = new Set<Category>([
  'PREMISES_RESCUE',
  'PREMISES_INTERIOR',
  'RESIDENCE',
  'PERSON_LOCATION',
  'FAMILY',
]);

/** What the value asked about tells of an act's matter. */
export function matterOf({ record, fact }: Pick<ActInput, 'record' | 'fact'>): ActMatter {
  return { fact, owner: record.owner, person: record.person };
}

/** An agency of the issuer's State made the record, or the register keeps it of a mission which that State sends. */
function isMaker({ by }: Act, { fact, owner }: ActMatter): boolean {
  const ownerState = owner === null ? null : stateOfAgency(owner);
  return by.represents === ownerState || (ownerState === REGISTER && by.represents === fact?.sending);
}

/** VCDR 22(1) lets the head of the mission let somebody in; it makes nobody the master of what another State has written. */
function consentFlags(act: Act, category: Category, matter: ActMatter): readonly ActFlag[] {
  if (!ENTERED.has(category)) return NOTHING;
  const flag = CONSENT_FLAGS.get(officeOf(act)) ?? 'CONSENT_HEAD_OF_MISSION';
  return isMaker(act, matter) ? [flag, 'CONSENT_BY_MAKER'] : [flag];
}

/** The sending State lifts what protects it (VCDR 24, 27(2)), by its agency too where that made the record; whoever made it decides who reads it. */
function releaseFlags(act: Act, matter: ActMatter): readonly ActFlag[] {
  const isOwn = isMaker(act, matter);
  const lifts = speaksFor(act, 'SENDING', matter) || (isOwn && act.by.represents === matter.fact?.sending);
  if (!lifts) return isOwn ? ['RELEASE_BY_MAKER'] : NOTHING;
  return isOwn ? ['RELEASE', 'RELEASE_BY_MAKER'] : ['RELEASE'];
}

/** A waiver for proceedings does not cover execution, nor the reverse: VCDR 32(4), VCCR 45(4). */
function waiverFlags({ scope, written }: Act): readonly ActFlag[] {
  if (scope.keys.includes(EXECUTION)) return ['WAIVER_EXECUTION'];
  return written ? ['WAIVER_EXPRESS', 'WAIVER_WRITTEN'] : ['WAIVER_EXPRESS'];
}

/** The flags that an act raises for one value when it is without fault; none otherwise. */
export function flagsOf(act: Act, input: ActInput): readonly ActFlag[] {
  const matter = matterOf(input);
  return faultOf(act, matter) === null ? flagsOfSound(act, input, matter) : NOTHING;
}

function flagsOfSound(act: Act, { category, profile }: ActInput, matter: ActMatter): readonly ActFlag[] {
  switch (act.kind) {
    case 'CONSENT':
      return consentFlags(act, category, matter);
    case 'RELEASE':
      return releaseFlags(act, matter);
    case 'WAIVER':
      return waiverFlags(act);
    case 'ASSIGNMENT':
      return isTransitNotice(act) || !namesCase(act, profile.caseId) ? NOTHING : ['ASSIGNMENT'];
    // What a State entrusts is its own; what others wrote of its post is in nobody's custody (VCDR 45(b)).
    case 'MANDATE':
      return isMaker(act, matter) ? ['MANDATE'] : NOTHING;
    case 'CONSENT_REFUSAL':
    case 'DISASTER':
    case 'JUDICIAL_DECISION':
    case 'ORIGINATOR_CONSENT':
    case 'EMERGENCY_DISCLOSURE':
      return [act.kind];
    // Facts about States rather than about one record: party-status.ts, agreements.ts.
    case 'AGREEMENT':
    case 'PARTY_STATUS':
      return NOTHING;
    default:
      return assertNever(act.kind);
  }
}

/** The case is the one that the subject asks under, named by a key or a mission of the act. */
function namesCase(act: Act, caseId: string | null): boolean {
  return caseId !== null && (act.scope.keys.includes(caseId) || act.scope.missions.includes(caseId));
}

const aboutMission = (fact: Fact): ActMatter => ({ fact, owner: null, person: null });

/** A mandate of the sending State for a third State that the receiving State has accepted. */
export function isMandate(act: Act, fact: Fact): boolean {
  return act.kind === 'MANDATE' && faultOf(act, aboutMission(fact)) === null;
}

/** The sending State's notice that names the subject's State as one of transit for the case that it asks under. */
export function namesTransit(act: Act, fact: Fact, caseId: string | null): boolean {
  return isTransitNotice(act) && namesCase(act, caseId) && faultOf(act, aboutMission(fact)) === null;
}
