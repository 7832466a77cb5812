/** The closed vocabularies of Chancery. A value outside them is refused where it enters, never guessed. */

export const EFFECTS = ['allow', 'withhold', 'hide'] as const;
export type Effect = (typeof EFFECTS)[number];

export const ACTIONS = ['read', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

export const AGENCY_KINDS = [
  'FOREIGN_MINISTRY',
  'DIPLOMATIC_SECURITY',
  'CONSULAR',
  'INTELLIGENCE',
  'POLICE',
  'EMERGENCY_SERVICE',
  'COURT',
  'TAX',
  'CUSTOMS',
  'BORDER',
  'OVERSIGHT',
  'ORGANISATION',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const RECEIVING_STATE_ROLES = [
  'RECEIVING_STATE_MFA',
  'RECEIVING_STATE_LEA',
  'RECEIVING_STATE_EMERGENCY',
  'RECEIVING_STATE_COURT',
  'RECEIVING_STATE_FISCAL',
  'RECEIVING_STATE_CUSTOMS',
  'RECEIVING_STATE_BORDER',
  'RECEIVING_STATE_OTHER',
] as const;

/** What a subject is relative to one record: a function of who it represents and the mission's facts. */
export const ROLES = [
  'OVERSIGHT',
  'SENDING_STATE',
  ...RECEIVING_STATE_ROLES,
  'PROTECTING_POWER',
  'TRANSIT_STATE',
  'IGO',
  'THIRD_STATE',
] as const;
export type Role = (typeof ROLES)[number];

export const PURPOSES = [
  'PROTECT_LIFE',
  'THREAT_PREVENTION',
  'INCIDENT_RESPONSE',
  'EVACUATION',
  'TRANSIT',
  'CONSULAR_ASSISTANCE',
  'INTERESTS_PROTECTION',
  'PROTOCOL_NOTIFICATION',
  'STATUS_CHECK',
  'CRIMINAL_INVESTIGATION',
  'ARREST',
  'PROSECUTION',
  'EXECUTION',
  'CUSTOMS',
  'TAX_FISCAL',
  'REQUISITION',
  'REGRADE',
  'TRAINING',
  'OVERSIGHT',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Which treaty governs a post; CPIUN is that of the United Nations themselves, CPIUN_MISSION that of a Member's permanent mission to them. */
export const REGIMES = ['VCDR', 'VCCR', 'VCCR_HONORARY', 'CPIUN', 'CPIUN_MISSION', 'NONE'] as const;
export type Regime = (typeof REGIMES)[number];

export const MISSION_KINDS = [
  'EMBASSY',
  'HIGH_COMMISSION',
  'APOSTOLIC_NUNCIATURE',
  'APOSTOLIC_DELEGATION',
  'INTERESTS_SECTION',
  'LIAISON_OFFICE',
  'PERMANENT_MISSION',
  'DE_FACTO_EMBASSY',
  'DE_FACTO_CONSULATE',
  'CONSULATE_GENERAL',
  'CONSULATE',
  'CONSULAR_AGENCY',
  'HONORARY_CONSULATE',
  'ASSISTANT_HIGH_COMMISSION',
] as const;
export type MissionKind = (typeof MISSION_KINDS)[number];

export const LEGAL_STATUSES = ['ESTABLISHED', 'UNNOTIFIED', 'SUSPENDED', 'CLOSED', 'IN_CUSTODY'] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

export const ACT_KINDS = [
  'CONSENT',
  'CONSENT_REFUSAL',
  'RELEASE',
  'ORIGINATOR_CONSENT',
  'WAIVER',
  'MANDATE',
  'AGREEMENT',
  'DISASTER',
  'JUDICIAL_DECISION',
  'EMERGENCY_DISCLOSURE',
  'PARTY_STATUS',
  'ASSIGNMENT',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export const OBLIGATION_KINDS = [
  'NOTIFY_ORIGINATOR',
  'ROUTE_VIA_MFA',
  'NOTIFY_POST',
  'NOTIFY_SENDING_STATE',
  'NOTIFY_UNSG',
  'INFORM_PERSON',
  'REQUEST_ORIGINATOR',
  'ADVISE_ORIGINATOR',
  'MINIMISE',
  'PURGE',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** Why a value was withheld; told to the caller. */
export const WITHHELD_CODES = [
  'LABEL_NOT_DOMINATED',
  'RELEASE_NOT_COVERED',
  'ORIGINATOR_CONTROL',
  'NEED_TO_KNOW',
  'INVIOLABILITY',
  'IMMUNITY',
  'PRIVACY',
  'PURPOSE_MISMATCH',
  'BASIS_MISSING',
  'ACTS_STALE',
  'POLICY_ERROR',
] as const;
export type WithheldCode = (typeof WITHHELD_CODES)[number];

/** Groups of categories that a rule may name: interior, personal, special, law-enforcement data. */
export const CATEGORY_GROUPS = ['INTERIOR', 'PERSONAL', 'SPECIAL', 'LEA'] as const;
export type CategoryGroup = (typeof CATEGORY_GROUPS)[number];

interface CategoryRule {
  /** How a denial shows: withheld (null, code, citation) or hidden (as if absent). */
  readonly mode: 'withhold' | 'hide';
  readonly groups: readonly CategoryGroup[];
}

const withheld = (...groups: CategoryGroup[]): CategoryRule => ({ mode: 'withhold', groups });
const hidden = (...groups: CategoryGroup[]): CategoryRule => ({ mode: 'hide', groups });

/** The legal kind of data that a field holds, with its mode of denial and its groups. */
export const CATEGORY_RULES = {
  EXISTENCE: hidden(),
  PUBLIC_FACT: withheld(),
  LEGAL_STATUS: withheld(),
  PREMISES_PERIMETER: withheld(),
  PREMISES_RESCUE: withheld('INTERIOR'),
  PREMISES_INTERIOR: withheld('INTERIOR'),
  RESIDENCE: withheld('INTERIOR', 'PERSONAL'),
  SECURITY_POSTURE: withheld(),
  PREPAREDNESS: withheld(),
  SURVEILLANCE: withheld('LEA'),
  COMMS: withheld(),
  ARCHIVE: withheld(),
  CORRESPONDENCE: withheld(),
  BAG: withheld(),
  COURIER: withheld(),
  ASSET: withheld(),
  HOST_FACILITY: withheld(),
  FISCAL: withheld(),
  ROSTER: withheld('PERSONAL'),
  PERSON_STATUS: withheld('PERSONAL'),
  PERSON_LOCATION: withheld('PERSONAL'),
  FAMILY: withheld('PERSONAL'),
  PERSONAL_EFFECTS: withheld('PERSONAL'),
  PERSONAL_DATA: withheld('PERSONAL'),
  BIOMETRIC: hidden('PERSONAL', 'SPECIAL'),
  HEALTH: withheld('PERSONAL', 'SPECIAL'),
  INCIDENT_FACT: withheld(),
  RESPONSE_RECORD: withheld(),
  RESPONSE_REQUEST: withheld(),
  VICTIM: withheld('PERSONAL'),
  OFFENDER: withheld('PERSONAL', 'LEA'),
  DETENTION: withheld('PERSONAL', 'LEA'),
  CASE: withheld('LEA'),
  TESTIMONY: withheld('PERSONAL', 'LEA'),
  EVIDENCE: withheld('LEA'),
  PROCEEDING: withheld('LEA'),
  EVACUATION: withheld(),
  EVACUEE: withheld('PERSONAL'),
  TRANSIT: withheld(),
  CONSULAR_CASE: withheld('PERSONAL'),
  THREAT: withheld(),
  INTEL_REPORT: withheld(),
  INTEL_SOURCE: hidden(),
  LEGAL_ACT: withheld(),
  AUDIT: hidden(),
} as const satisfies Record<string, CategoryRule>;
export type Category = keyof typeof CATEGORY_RULES;
export const CATEGORIES = Object.keys(CATEGORY_RULES) as readonly Category[];

/** Why a claim of a token was clipped: the agreement does not name it, caps it lower, or the claim says no end. */
export const CLIP_REASONS = ['NOT_AGREED', 'ABOVE_CEILING', 'END_NOT_SAID'] as const;
export type ClipReason = (typeof CLIP_REASONS)[number];

/** Whose handling decides the fields of an object type. */
export const HANDLED_BY = ['OWN', 'PARENT', 'COMPUTED'] as const;
export type HandledBy = (typeof HANDLED_BY)[number];

/** `Type.field`, or the word EXISTENCE for the row itself. */
export type Coordinate = 'EXISTENCE' | `${string}.${string}`;
