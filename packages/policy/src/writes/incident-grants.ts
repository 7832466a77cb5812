import type { Purpose } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';
import { keeping, retracting } from './retraction.js';

const DANGER: readonly Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];

/**
 * CHY-RESP: the response to an incident at a post is led by those of its own State that protect or lead it (VCDR 3, 22(1); VCCR 5):
 * what is done inside is never ordered by a host.
 */
const RESPONSE: readonly CommandGrant[] = [
  { rule: 'CHY-RESP', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'], purposes: DANGER },
];

/** CHY-RPT: those of the State of the post that may report an incident add to its log; a host that saw something reports it as its own record. */
const LOG: readonly CommandGrant[] = [
  { rule: 'CHY-RPT', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'], purposes: DANGER },
  {
    rule: 'CHY-RPT',
    roles: ['SENDING_STATE'],
    kinds: ['CONSULAR'],
    purposes: ['EVACUATION', 'CONSULAR_ASSISTANCE'],
  },
];

/**
 * CHY-HOST: protection is asked for by the State of the post, or by the power that its interests are entrusted to (VCDR 22(2), 29, 45(c);
 * VCCR 8, 27, 31(3), 40).
 */
const REQUEST: readonly CommandGrant[] = [
  { rule: 'CHY-HOST', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'], purposes: DANGER },
  {
    rule: 'CHY-HOST',
    roles: ['PROTECTING_POWER'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['INTERESTS_PROTECTION'],
  },
];

/** CHY-HOST: it is answered by the ministry for foreign affairs of the host, through which official business runs (VCDR 41(2)). */
const ANSWER: readonly CommandGrant[] = [
  {
    rule: 'CHY-HOST',
    roles: ['RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['PROTOCOL_NOTIFICATION', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'PROTECT_LIFE'],
  },
];

/** CHY-EVAC: an evacuation of a post is ordered by its own State, which the host must let leave (VCDR 44; VCCR 26). */
const EVACUATION: readonly CommandGrant[] = [
  { rule: 'CHY-EVAC', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'], purposes: DANGER },
];

/** CHY-EVAC: who is on a manifest is written there for the evacuation, and for no other purpose (GDPR 5(1)(b), 6(1)(d), 49(1)(f)). */
const MANIFEST: readonly CommandGrant[] = [
  {
    rule: 'CHY-EVAC',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY', 'CONSULAR'],
    purposes: ['EVACUATION'],
  },
];

/**
 * CHY-REGR: a label is given anew by those that make such records, of the State of the post and of the host; that it is lowered by its
 * originator alone is a check of its own (`lowering.ts`).
 */
const REGRADE: readonly CommandGrant[] = [
  {
    rule: 'CHY-REGR',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'],
    purposes: [...DANGER, 'REGRADE'],
  },
  {
    rule: 'CHY-REGR',
    roles: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_MFA'],
    kinds: ['POLICE', 'EMERGENCY_SERVICE', 'FOREIGN_MINISTRY'],
    purposes: ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'REGRADE'],
  },
];

/** CHY-NOTE: notes and claims between States are sent by those that represent the post, and by the ministry of the host (VCDR 3(1)(c), 41(2)). */
const NOTE: readonly CommandGrant[] = [
  {
    rule: 'CHY-NOTE',
    roles: ['SENDING_STATE'],
    kinds: ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY'],
    purposes: [...DANGER, 'PROTOCOL_NOTIFICATION'],
  },
  {
    rule: 'CHY-NOTE',
    roles: ['RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['PROTOCOL_NOTIFICATION', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'PROTECT_LIFE'],
  },
];

/** CHY-NOTE: a claim is the State's own; the host answers it by a note. */
const CLAIM: readonly CommandGrant[] = NOTE.filter(({ roles }) => roles.includes('SENDING_STATE'));

/** CHY-HOST: those who are called say themselves that they come (VCDR 22(2); VCCR 31(3)). */
const CALLED: readonly CommandGrant[] = [
  {
    rule: 'CHY-HOST',
    roles: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_MFA'],
    kinds: ['POLICE', 'EMERGENCY_SERVICE', 'FOREIGN_MINISTRY'],
    purposes: ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE'],
  },
];

/** CHY-STDY: what is learnt from is written by those of the State of the post that protect or lead it, also when they train. */
const STUDIES: readonly CommandGrant[] = [
  { rule: 'CHY-STDY', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY'], purposes: [...DANGER, 'TRAINING'] },
  { rule: 'CHY-STDY', roles: ['SENDING_STATE'], kinds: ['FOREIGN_MINISTRY'], purposes: DANGER },
];

/** Commands on how an incident is handled, with what grants each. */
export const INCIDENT_GRANTS = {
  assessIncident: RESPONSE,
  activatePlan: RESPONSE,
  activateCommunications: RESPONSE,
  mobilize: RESPONSE,
  advanceIncident: RESPONSE,
  closeIncident: RESPONSE,
  regradeIncident: REGRADE,
  recordLesson: RESPONSE,
  retractLesson: retracting(RESPONSE),
  retractSituationReport: retracting(RESPONSE),
  retractDamageAssessment: retracting(RESPONSE),
  recordDecision: RESPONSE,
  recordMeeting: RESPONSE,
  reportSituation: RESPONSE,
  updateSituation: RESPONSE,
  reviewIncident: RESPONSE,
  agreeReview: RESPONSE,
  recommend: RESPONSE,
  advanceRecommendation: RESPONSE,
  closeRecommendation: RESPONSE,
  assessDamage: RESPONSE,
  reopenPremises: RESPONSE,
  assignCommand: RESPONSE,
  endCommand: RESPONSE,
  advanceMobilization: RESPONSE,
  arriveMobilization: RESPONSE,
  releaseMobilization: RESPONSE,
  countCasualties: RESPONSE,
  secureEvidence: RESPONSE,
  advanceEvidence: RESPONSE,
  transferCustody: RESPONSE,
  ...keeping(
    {
      grantAuthority: 'AuthorityGrant',
      placeInSuccession: 'SuccessionLine',
      recordAttackPhase: 'AttackPhase',
      recordCyberIncident: 'CyberIncident',
      reportForce: 'ForceReport',
      allocateResource: 'ResourceAllocation',
    },
    RESPONSE,
  ),
  ...keeping({ writeCaseStudy: 'CaseStudy', recordClaim: 'CheckedClaim' }, STUDIES),
  verifyCaseStudy: STUDIES,
  delegateAuthority: RESPONSE,
  endDelegation: RESPONSE,
  takeUpActionCard: RESPONSE,
  advanceActionCard: RESPONSE,
  advanceCyberIncident: RESPONSE,
  logEntry: LOG,
  raiseClaim: CLAIM,
  advanceClaim: CLAIM,
  sendNote: NOTE,
  requestHostProtection: REQUEST,
  callResponders: REQUEST,
  answerProtectionRequest: ANSWER,
  answerCall: CALLED,
  reportArrival: CALLED,
  orderEvacuation: EVACUATION,
  advanceEvacuation: EVACUATION,
  checkInEvacuee: MANIFEST,
  listEvacuee: MANIFEST,
  advanceEvacuee: MANIFEST,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
