import { assertNever } from '@chancery/shared/errors';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { Category, Regime } from '@chancery/shared/vocabulary';
import { type ActFlag, PERSON_CATEGORIES, type PersonCategory } from '../compiled/bits.js';
import type { ActQuestion } from './act-question.js';
import { isEmergencyDisclosure } from './emergency-disclosure.js';

/** The State of an agency: `USA` of `USA.diplomatic-security`. */
export function stateOfAgency(agency: string): string {
  const dot = agency.indexOf('.');
  return dot < 0 ? agency : agency.slice(0, dot);
}

/** Scope key of a waiver of immunity from execution. It holds a space, so no record can bear it. */
export const EXECUTION = 'EXECUTION OF JUDGMENT';

/** Office of an ASSIGNMENT that names a State as one of transit for a case; it opens nothing by itself. */
export const TRANSIT_NOTICE = 'TRANSIT_NOTICE';

/** The register's own records. */
export const REGISTER = 'CHANCERY';

const NOTHING: readonly ActFlag[] = Object.freeze([]);

const CONSENT_FLAGS: ReadonlyMap<string, ActFlag> = new Map<string, ActFlag>([
  ['HEAD_OF_MISSION', 'CONSENT_HEAD_OF_MISSION'],
  ['HEAD_OF_POST', 'CONSENT_HEAD_OF_POST'],
  ['DESIGNEE', 'CONSENT_DESIGNEE'],
  ['UN_SG', 'CONSENT_UN_SG'],
]);

const HEAD_OF_MISSION = new Set(['HEAD_OF_MISSION']);
const HEADS_AND_DESIGNEE = new Set(['HEAD_OF_MISSION', 'HEAD_OF_POST', 'DESIGNEE']);
/** Who may consent to entry or refuse it: VCDR 22(1), VCCR 31(2), UN headquarters agreement 9(a). */
const CONSENTING_OFFICES: Readonly<Record<Regime, ReadonlySet<string>>> = {
  VCDR: HEAD_OF_MISSION,
  VCCR: HEADS_AND_DESIGNEE,
  VCCR_HONORARY: HEADS_AND_DESIGNEE,
  CPIUN: new Set(['UN_SG']),
  CPIUN_MISSION: HEAD_OF_MISSION,
  NONE: HEAD_OF_MISSION,
};

/** Whether who issued it may consent to entry, or refuse it. */
export function mayConsent(act: Act, fact: Fact | null): boolean {
  if (fact === null || act.by.represents !== fact.sending) return false;
  return CONSENTING_OFFICES[fact.regime].has(act.by.office);
}

/** A disaster is declared by the sending post or by the receiving State's emergency service. */
export function mayDeclareDisaster(act: Act, fact: Fact | null): boolean {
  if (fact === null) return false;
  if (act.by.represents === fact.sending) return HEADS_AND_DESIGNEE.has(act.by.office);
  return act.by.represents === fact.receiving && act.by.office === 'EMERGENCY_SERVICE';
}

function isOwnerState(act: Act, asked: ActQuestion): boolean {
  return act.by.represents === stateOfAgency(asked.record.owner);
}

/** An agency of the issuer's State made the record, or the register keeps it of a mission which that State sends. */
function isMaker(act: Act, asked: ActQuestion): boolean {
  if (isOwnerState(act, asked)) return true;
  return stateOfAgency(asked.record.owner) === REGISTER && act.by.represents === asked.fact?.sending;
}

/** What a consent to entry can be about: what shows the inside, and where somebody is who is to be protected there. */
const ENTERED: ReadonlySet<Category> = new Set<Category>([
  'PREMISES_RESCUE',
  'PREMISES_INTERIOR',
  'RESIDENCE',
  'PERSON_LOCATION',
  'FAMILY',
]);

/** VCDR 22(1) lets the head of the mission let somebody in; it makes nobody the master of what another State has written. */
function consentFlags(act: Act, asked: ActQuestion): readonly ActFlag[] {
  const flag = CONSENT_FLAGS.get(act.by.office);
  if (flag === undefined || !ENTERED.has(asked.category) || !mayConsent(act, asked.fact)) return NOTHING;
  return isMaker(act, asked) ? [flag, 'CONSENT_BY_MAKER'] : [flag];
}

/** The sending State lifts what protects it (VCDR 24, 27(2)); whoever made a record decides who reads it. */
function releaseFlags(act: Act, asked: ActQuestion): readonly ActFlag[] {
  const lifts = asked.fact !== null && act.by.represents === asked.fact.sending;
  return [...flagIf(lifts, 'RELEASE'), ...flagIf(isMaker(act, asked), 'RELEASE_BY_MAKER')];
}

/** The case is the one that the subject asks under, named by a key or a mission of the act. */
function namesCase(act: Act, caseId: string | null): boolean {
  return caseId !== null && (act.scope.keys.includes(caseId) || act.scope.missions.includes(caseId));
}

/** Who waives for officials of the United Nations: the Secretary-General, for himself the Security Council (CPIUN 20). */
const WAIVING_OFFICES: Readonly<Partial<Record<PersonCategory, string>>> = {
  UN_OFFICIAL: 'UN_SG',
  UN_HIGH_OFFICIAL: 'UN_SG',
  UN_SECRETARY_GENERAL: 'SECURITY_COUNCIL',
};

/** VCCR 45(2): for consular staff a waiver is communicated in writing. */
const WAIVED_IN_WRITING: ReadonlySet<string> = new Set(['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER']);

function mayWaive(act: Act, { record: { person }, fact }: ActQuestion): boolean {
  const category = PERSON_CATEGORIES.find((each) => each === person?.category);
  // Whose immunity it is must be known before anyone can give it up.
  if (category === undefined) return false;
  const office = WAIVING_OFFICES[category];
  if (office !== undefined) return act.by.represents === 'UN' && act.by.office === office;
  return fact !== null && act.by.represents === fact.sending;
}

/** A waiver for proceedings does not cover execution, nor the reverse: VCDR 32(4), VCCR 45(4). */
function waiverFlags(act: Act, category: string): readonly ActFlag[] {
  if (act.scope.keys.includes(EXECUTION)) {
    return flagIf(act.written || !WAIVED_IN_WRITING.has(category), 'WAIVER_EXECUTION');
  }
  return act.written ? ['WAIVER_EXPRESS', 'WAIVER_WRITTEN'] : ['WAIVER_EXPRESS'];
}

function flagIf(entitled: boolean, flag: ActFlag | undefined): readonly ActFlag[] {
  return entitled && flag !== undefined ? [flag] : NOTHING;
}

/** The flags that an act raises for one value when whoever issued it was entitled to; none otherwise. */
export function flagsOf(act: Act, asked: ActQuestion): readonly ActFlag[] {
  const bySending = asked.fact !== null && act.by.represents === asked.fact.sending;
  switch (act.kind) {
    case 'CONSENT':
      return consentFlags(act, asked);
    case 'CONSENT_REFUSAL':
      return flagIf(mayConsent(act, asked.fact), 'CONSENT_REFUSAL');
    case 'RELEASE':
      return releaseFlags(act, asked);
    case 'WAIVER':
      return mayWaive(act, asked) ? waiverFlags(act, asked.record.person?.category ?? '') : NOTHING;
    case 'MANDATE':
      return flagIf(bySending && isNamed(act), 'MANDATE');
    case 'DISASTER':
      return flagIf(mayDeclareDisaster(act, asked.fact), 'DISASTER');
    case 'JUDICIAL_DECISION':
      return flagIf(isByCourt(act, asked.fact), 'JUDICIAL_DECISION');
    case 'ORIGINATOR_CONSENT':
      return flagIf(isOwnerState(act, asked), 'ORIGINATOR_CONSENT');
    case 'EMERGENCY_DISCLOSURE':
      return flagIf(isEmergencyDisclosure(act, stateOfAgency(asked.record.owner)), 'EMERGENCY_DISCLOSURE');
    case 'ASSIGNMENT':
      return flagIf(isOwnerState(act, asked) && isToCase(act, asked.profile.caseId), 'ASSIGNMENT');
    // Facts about States rather than about one record: party-status.ts, agreements.ts.
    case 'AGREEMENT':
    case 'PARTY_STATUS':
      return NOTHING;
    default:
      return assertNever(act.kind);
  }
}

/**
 * Whether the act refers to the instrument that it rests on: for a mandate the receiving State's acceptance of the
 * protecting power (VCDR 45(b)-(c), 46), for a judicial decision the decision itself.
 */
export function isNamed(act: Act): boolean {
  return act.ref !== null && act.ref !== '';
}

/** VCCR 41(1): a decision of the competent judicial authority of the receiving State; `ref` names it. */
function isByCourt(act: Act, fact: Fact | null): boolean {
  return fact !== null && act.by.represents === fact.receiving && act.by.office === 'COURT' && isNamed(act);
}

function isToCase(act: Act, caseId: string | null): boolean {
  return act.by.office !== TRANSIT_NOTICE && namesCase(act, caseId);
}

/** The sending State's notice that names the subject's State as one of transit for the case that it asks under. */
export function isTransitNotice(act: Act, fact: Fact, caseId: string | null): boolean {
  if (act.kind !== 'ASSIGNMENT' || act.by.office !== TRANSIT_NOTICE || act.by.represents !== fact.sending) return false;
  return namesCase(act, caseId);
}
