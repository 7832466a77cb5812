import { LEGAL_STATUSES, REGIMES, ROLES } from '@chancery/shared/vocabulary';

/**
 * A set of words of one vocabulary, one bit a word: a whole number below 2 ** 53, so that a set is compared and kept as
 * one value. JavaScript's own operators see the lower 32 bits alone: only the functions of this file may look into one.
 */
export type Bits = number;

/** The acts that a rule may name: kind of act, and the office, form or subject matter where the law asks for one. */
export const ACT_FLAGS = [
  'CONSENT_HEAD_OF_MISSION',
  'CONSENT_HEAD_OF_POST',
  'CONSENT_DESIGNEE',
  'CONSENT_UN_SG',
  'CONSENT_REFUSAL',
  // A consent or a release by the State whose agency made the record: the basis for reading it. The plain flags lift alone.
  'CONSENT_BY_MAKER',
  'RELEASE',
  'RELEASE_BY_MAKER',
  'ORIGINATOR_CONSENT',
  'WAIVER_EXPRESS',
  'WAIVER_WRITTEN',
  'WAIVER_EXECUTION',
  'MANDATE',
  'DISASTER',
  'JUDICIAL_DECISION',
  'EMERGENCY_DISCLOSURE',
  'ASSIGNMENT',
  'AGREEMENT_CHANNEL',
  'AGREEMENT_CONSULAR_NOTICE',
  'AGREEMENT_LEGAL_ASSISTANCE',
  'AGREEMENT_ADEQUACY',
  // An adequacy decision under the Directive (LED 36) is another one than under the Regulation (GDPR 45).
  'AGREEMENT_ADEQUACY_LED',
  'AGREEMENT_SAFEGUARDS',
  'PARTY_VCDR_1961',
  'PARTY_VCCR_1963',
  'PARTY_IPP_1973',
  'PARTY_HOSTAGES_1979',
  'PARTY_UNSAFE_1994',
  'PARTY_CPIUN_1946',
  'PARTY_C108',
] as const;
export type ActFlag = (typeof ACT_FLAGS)[number];

/** Tags of a handling that a rule may name: what kind of record it is, as its maker says. */
export const TAGS = [
  'exclusiveUse',
  'public',
  'synthetic',
  'keptSeparate',
  'officialAct',
  'privateAct',
  'permanentResident',
  'civilMatter',
  'civilException',
  'graveCrime',
  'finalJudgment',
  'seriousGrounds',
  'representativePresent',
  'ownNational',
  'nationalOpposes',
  'notificationRequested',
  'lawfulCollection',
  'unlawfulCollection',
  'aggregate',
  'hostilePartyRisk',
  'voluntarilyCommunicated',
  'wirelessConsented',
  'compensatedExpropriation',
  'payFromSendingState',
  'priorAuthorisation',
  'predatesOrder',
  'leaOrigin',
  'internalLawBar',
  'inTransit',
  'treatyNotice',
  'headquarters',
  'property',
  'trustAgreement',
] as const;
export type Tag = (typeof TAGS)[number];

/** Tags of a handling that say on what ground personal data may be processed: their own set, for both are many. */
export const GROUNDS = [
  'explicitConsent',
  'vitalInterest',
  'incapable',
  'legalObligation',
  'publicTask',
  'legalClaim',
  'medicalCare',
  'publicHealth',
  'substantialPublicInterest',
  'importantPublicInterest',
  'lawReference',
  'compatiblePurpose',
  'archivingStatistics',
  'nationalSecurity',
  'lawEnforcementNecessity',
  'originAuthorised',
  'immediateThreat',
  'publicSecurityThreat',
  'individualCase',
  'rightsOverride',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Tags of a handling that say what offence a record is about, of those against protected persons. */
export const OFFENCES = [
  'againstProtectedPerson',
  'hostageTaking',
  'againstUnPersonnel',
  'offenderFled',
  'finalOutcome',
] as const;
export type Offence = (typeof OFFENCES)[number];

/** The laws of the European Union on personal data, of which one binds the holder of a record, or none. */
export const DATA_LAWS = ['GDPR', 'LED', 'EUDPR', 'NONE'] as const;
export type DataLaw = (typeof DATA_LAWS)[number];

/** What a person concerned is under the treaties (`im` of a handling). */
export const PERSON_CATEGORIES = [
  'DIPLOMATIC_AGENT',
  'FAMILY_OF_AGENT',
  'ADMINISTRATIVE_TECHNICAL',
  'FAMILY_OF_ADMINISTRATIVE_TECHNICAL',
  'SERVICE_STAFF',
  'PRIVATE_SERVANT',
  'CONSULAR_OFFICER',
  'CONSULAR_EMPLOYEE',
  'FAMILY_OF_CONSULAR_OFFICER',
  'HONORARY_OFFICER',
  'UN_OFFICIAL',
  'UN_HIGH_OFFICIAL',
  'FAMILY_OF_UN_HIGH_OFFICIAL',
  'UN_SECRETARY_GENERAL',
  'FAMILY_OF_UN_SECRETARY_GENERAL',
  'UN_REPRESENTATIVE',
  'UN_EXPERT',
  'MEMBER_OF_PERMANENT_MISSION',
  'COURIER',
  'LOCAL_STAFF',
] as const;
export type PersonCategory = (typeof PERSON_CATEGORIES)[number];

/** What a person is immune from, or what of it is inviolable. */
export const IMMUNITIES = [
  'IMMUNE_CRIMINAL',
  'IMMUNE_CIVIL',
  'IMMUNE_ARREST',
  'IMMUNE_TESTIMONY',
  'IMMUNE_PAPERS',
  'IMMUNE_RESIDENCE',
  'IMMUNE_BAGGAGE',
  // In a State passed through: inviolability and what passage requires (VCDR 40(1), VCCR 54(1)); not to be hindered (40(2), 54(2)).
  'IMMUNE_TRANSIT',
  'UNHINDERED_TRANSIT',
] as const;
export type Immunity = (typeof IMMUNITIES)[number];

/** As many words as a set has room for. */
export const WORDS_MAX = 53;

/** One bit for each word of a vocabulary. */
export function bitsOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, Bits>> {
  // A 54th word would be lost in the rounding and make two sets one: what grows so far is two vocabularies, as GROUNDS is.
  if (words.length > WORDS_MAX) throw new RangeError(`vocabulary of ${words.length} words does not fit a bit set`);
  return Object.freeze(Object.fromEntries(words.map((word, index) => [word, 2 ** index])) as Record<Word, Bits>);
}

/** One bit for each role. */
export const ROLE = bitsOf(ROLES);
/** One bit for each regime. */
export const REGIME = bitsOf(REGIMES);
/** One bit for each legal status of a post. */
export const LEGAL_STATUS = bitsOf(LEGAL_STATUSES);
/** One bit for each act that a rule may name. */
export const ACT = bitsOf(ACT_FLAGS);
/** One bit for each tag that a rule may name. */
export const TAG = bitsOf(TAGS);
/** One bit for each ground of processing. */
export const GROUND = bitsOf(GROUNDS);
/** One bit for each offence against protected persons. */
export const OFFENCE = bitsOf(OFFENCES);
/** One bit for each category of person. */
export const PERSON = bitsOf(PERSON_CATEGORIES);
/** One bit for each immunity. */
export const IMMUNITY = bitsOf(IMMUNITIES);

/** No word at all. */
export const NONE: Bits = 0;
/** Every regime: what cannot be excluded when nothing is known. */
export const ALL_REGIMES: Bits = 2 ** REGIMES.length - 1;
/** Every legal status: what cannot be excluded when nothing is known. */
export const ALL_LEGAL_STATUSES: Bits = 2 ** LEGAL_STATUSES.length - 1;
/** Every act: what cannot be excluded when nothing is known. */
export const ALL_ACTS: Bits = 2 ** ACT_FLAGS.length - 1;
/** Every category of person: what cannot be excluded of someone who is not described. */
export const ALL_PERSONS: Bits = 2 ** PERSON_CATEGORIES.length - 1;
/** Every immunity: what cannot be excluded of someone who is not described. */
export const ALL_IMMUNITIES: Bits = 2 ** IMMUNITIES.length - 1;

/** What the upper bits count in units of. */
const UPPER = 2 ** 32;

/** Whether the set holds one of the wanted words. */
export function some(set: Bits, wanted: Bits): boolean {
  return (set & wanted) !== 0 || (set >= UPPER && wanted >= UPPER && ((set / UPPER) & (wanted / UPPER)) !== 0);
}

function joined(lower: number, upper: number): Bits {
  return (lower >>> 0) + upper * UPPER;
}

/** The words of all the sets. */
export function union(...sets: readonly Bits[]): Bits {
  let all = NONE;
  for (const set of sets) all = joined(all | set, (all / UPPER) | (set / UPPER));
  return all;
}

/** The words that both sets hold. */
export function common(one: Bits, other: Bits): Bits {
  return joined(one & other, (one / UPPER) & (other / UPPER));
}

/** The words of a set that are not in the other. */
export function without(set: Bits, other: Bits): Bits {
  return set - common(set, other);
}

/** What certainly holds, and what cannot be excluded: equal when the facts are known. */
export interface Bounds {
  readonly certain: Bits;
  readonly possible: Bits;
}
