import { hash } from 'node:crypto';
import { InternalError } from './errors.js';

declare const brand: unique symbol;

/** A value that its own parser let through: of the same form as others, and taken for none of them. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Random reference of a ledger entry, which its caller holds: 22 characters of base64url. */
export type Receipt = Brand<string, 'Receipt'>;

const RECEIPT = /^[A-Za-z0-9_-]{22}$/;

/** Whether somebody's words have the form of a receipt. */
export function isReceipt(value: unknown): value is Receipt {
  return typeof value === 'string' && RECEIPT.test(value);
}

/** A receipt of our own making; throws when it is none. */
export function parseReceipt(text: string): Receipt {
  if (isReceipt(text)) return text;
  throw new InternalError('INTERNAL', 'a receipt that is none');
}

/** Digest by which a text is named elsewhere: `sha256:` and 64 hex digits. */
export type Sha256 = Brand<string, 'Sha256'>;

const SHA256 = /^sha256:[0-9a-f]{64}$/;

/** Whether somebody's words have the form of a digest. */
export function isSha256(value: unknown): value is Sha256 {
  return typeof value === 'string' && SHA256.test(value);
}

/** A digest of our own making; throws when it is none. */
export function parseSha256(text: string): Sha256 {
  if (isSha256(text)) return text;
  throw new InternalError('INTERNAL', 'a digest that is none');
}

/** The digest of a text. */
export function sha256Of(text: string): Sha256 {
  return parseSha256(`sha256:${hash('sha256', text, 'hex')}`);
}

/** Small integer of a handling in its own service: no count, no place in a list, and no integer of another service. */
export type HandlingNumber = Brand<number, 'HandlingNumber'>;

/** Whether a stored value may be the integer of a handling. */
export function isHandlingNumber(value: unknown): value is HandlingNumber {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** The integer of a handling as our own database gives it; throws when it is none. */
export function parseHandlingNumber(value: unknown): HandlingNumber {
  if (isHandlingNumber(value)) return value;
  throw new InternalError('INTERNAL', 'an integer of a handling that is none');
}

/** Public key of a mission in the register, `Q875787`, by which handlings, facts and acts name it; its row has an id of its own. */
export type RegisterKey = Brand<string, 'RegisterKey'>;

const REGISTER_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** Whether somebody's words have the form of a register key. */
export function isRegisterKey(value: unknown): value is RegisterKey {
  return typeof value === 'string' && REGISTER_KEY.test(value);
}

/** A register key as a handling, a fact or the register itself gives it; throws when it is none. */
export function parseRegisterKey(text: string): RegisterKey {
  if (isRegisterKey(text)) return text;
  throw new InternalError('INTERNAL', 'a register key that is none');
}

/** By what the ids of each type begin. */
export const ID_PREFIXES = {
  Mission: 'mis',
  Premises: 'prm',
  Incident: 'inc',
  Warning: 'wrn',
  LegalStatusPeriod: 'lsp',
  Area: 'are',
  Residence: 'rsd',
  Asset: 'ast',
  Vehicle: 'vhc',
  PostHolder: 'pho',
  ImmunityStatus: 'ims',
  FamilyMember: 'fam',
  AccessControlPoint: 'acp',
  Credential: 'crd',
  AccessEvent: 'ace',
  Visitor: 'vis',
  VisitRequest: 'vrq',
  VisitorVetting: 'vvt',
  BiometricEnrollment: 'bio',
  SecurityTeam: 'stm',
  GuardPost: 'gpt',
  Sensor: 'sns',
  AlarmEvent: 'alm',
  Footage: 'ftg',
  SuspiciousActivityReport: 'sar',
  CommsPlan: 'cpl',
  CommsChannel: 'cch',
  NotificationTree: 'ntr',
  EmergencyActionPlan: 'eap',
  PlanAnnex: 'pax',
  ActionCard: 'acd',
  Checklist: 'chk',
  EvacuationPlan: 'evp',
  ContinuityPlan: 'cop',
  LiaisonContact: 'lia',
  ResourceStock: 'rst',
  Resource: 'res',
  TrainingCourse: 'trc',
  TrainingRecord: 'trr',
  Scenario: 'scn',
  Exercise: 'exr',
  Inject: 'inj',
  Finding: 'fnd',
  ReadinessScore: 'rds',
  SecurityPosture: 'spo',
  Assessment: 'asm',
  CyberControl: 'cyc',
  IncidentLogEntry: 'ile',
  EvidenceItem: 'evi',
  CustodyTransfer: 'cus',
  InitialAssessment: 'ias',
  PlanActivation: 'pla',
  ActionCardInstance: 'aci',
  CommunicationsActivation: 'cma',
  CommandAssignment: 'cas',
  AuthorityGrant: 'aug',
  Delegation: 'dlg',
  SuccessionLine: 'suc',
  Mobilization: 'mob',
  ResponderRequest: 'rsp',
  ProtectionRequest: 'prq',
  ResourceAllocation: 'ral',
  ForceReport: 'frc',
  Detention: 'det',
  ConsularVisit: 'cvs',
  EvacuationOperation: 'evo',
  EvacManifestEntry: 'eme',
  CasualtySummary: 'csm',
  SituationReport: 'sit',
  SituationUpdate: 'siu',
  Decision: 'dec',
  Meeting: 'mtg',
  DiplomaticNote: 'dpn',
  DamageAssessment: 'dmg',
  Claim: 'clm',
  AfterActionReport: 'aar',
  LessonLearned: 'lsn',
  Recommendation: 'rcm',
  CaseStudy: 'csy',
  CheckedClaim: 'ccl',
  CyberIncident: 'cyb',
  AttackPhase: 'aph',
  AuditEntry: 'aud',
  AuditedAccess: 'aac',
  Obligation: 'obl',
  LegalHold: 'lho',
  CollectionRequirement: 'pir',
  StandingRequirement: 'srq',
  Source: 'src',
  IntelReport: 'rpt',
  ThreatActor: 'tac',
  Threat: 'thr',
  Indicator: 'ind',
  IndicatorWatch: 'iwt',
  ThreatAssessment: 'tas',
  RiskAssessment: 'rsk',
  AnalyticProduct: 'anp',
  ThreatLevel: 'tlv',
  Dissemination: 'dsm',
  CyberFinding: 'cyf',
  LegalInstrument: 'lin',
  LegalRule: 'rul',
  LegalAct: 'act',
  InformationRequest: 'irq',
  Assignment: 'asg',
  PartyStatus: 'pst',
  PolicyChange: 'pch',
  RuleChange: 'rch',
  Agency: 'agy',
  TrustAgreement: 'tra',
  DataKind: 'dkd',
  State: 'stt',
  UseOfForcePolicy: 'ufp',
  HostLegalConstraint: 'hlc',
  PersonaNonGrata: 'png',
  Waiver: 'wvr',
  JurisdictionDetermination: 'jdt',
  Mandate: 'mdt',
  ReleaseDecision: 'rld',
  SharingAgreement: 'sha',
  PartnerArrangement: 'par',
  InteragencyProtocol: 'iap',
} as const;
export type EntityType = keyof typeof ID_PREFIXES;

/** Opaque id of a row of one type, `mis_` and 26 characters; links name rows by it, the law never. */
export type EntityId<Type extends EntityType> = Brand<string, `${Type} id`>;

const ID_TAIL = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Whether somebody's words have the form of an id of that type. */
export function isEntityId<Type extends EntityType>(type: Type, value: unknown): value is EntityId<Type> {
  return hasIdForm(ID_PREFIXES[type], value);
}

/** The same of a type that no other part knows by name, by what its ids begin. */
export function hasIdForm(prefix: string, value: unknown): boolean {
  const head = `${prefix}_`;
  return typeof value === 'string' && value.startsWith(head) && ID_TAIL.test(value.slice(head.length));
}

/** An id of our own making; throws when it is none of that type. */
export function parseEntityId<Type extends EntityType>(type: Type, text: string): EntityId<Type> {
  if (isEntityId(type, text)) return text;
  throw new InternalError('INTERNAL', `an id of ${type} that is none`);
}
