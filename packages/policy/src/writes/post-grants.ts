import type { Purpose } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';
import { keeping, retracting } from './retraction.js';

const DANGER: readonly Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];
const NOTIFYING: readonly Purpose[] = ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK'];

/**
 * CHY-GATE: who comes into a post is asked, checked and decided, and alarms are raised and answered, by those of its own State that protect it (VCDR 22(1), 30; VCCR 31):
 * the host is asked to protect the street, never the door.
 */
const GATE: readonly CommandGrant[] = [
  { rule: 'CHY-GATE', roles: ['SENDING_STATE'], kinds: ['DIPLOMATIC_SECURITY'], purposes: DANGER },
];

/** CHY-PREP: plans, exercises, trainings and resources of a post are kept by those of its own State that protect or lead it; to train is a purpose of its own. */
const PREPARATION: readonly CommandGrant[] = [
  {
    rule: 'CHY-PREP',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY'],
    purposes: [...DANGER, 'TRAINING'],
  },
  { rule: 'CHY-PREP', roles: ['SENDING_STATE'], kinds: ['FOREIGN_MINISTRY'], purposes: DANGER },
];

/**
 * CHY-STAT: the standing of a post is recorded by the ministries of the two States, through which official business runs (VCDR 2, 10, 41(2), 43, 45;
 * VCCR 2, 4, 11, 27).
 */
const STANDING: readonly CommandGrant[] = [
  {
    rule: 'CHY-STAT',
    roles: ['SENDING_STATE', 'RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: NOTIFYING,
  },
];

/** CHY-MEMB: who belongs to a post is notified by the ministry of its own State (VCDR 10, VCCR 24). */
const MEMBERS: readonly CommandGrant[] = [
  { rule: 'CHY-MEMB', roles: ['SENDING_STATE'], kinds: ['FOREIGN_MINISTRY'], purposes: NOTIFYING },
];

/** CHY-MEMB: whether they are accepted the ministry of the receiving State says, which is told of them for that purpose alone (VCDR 4, 9, 10; VCCR 12, 23, 24). */
const ACCEPTANCE: readonly CommandGrant[] = [
  {
    rule: 'CHY-MEMB',
    roles: ['RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['PROTOCOL_NOTIFICATION'],
  },
];

/** Commands on what a post has and how it is protected, with what grants each. */
export const POST_GRANTS = {
  registerVisitor: GATE,
  requestVisit: GATE,
  vetVisitor: GATE,
  approveVisit: GATE,
  closeVisit: GATE,
  scheduleExercise: PREPARATION,
  advanceExercise: PREPARATION,
  injectEvent: PREPARATION,
  recordTraining: PREPARATION,
  recordFinding: PREPARATION,
  closeFinding: PREPARATION,
  recordResource: PREPARATION,
  inspectResource: PREPARATION,
  countStock: PREPARATION,
  draftPlan: PREPARATION,
  amendPlan: PREPARATION,
  approvePlan: PREPARATION,
  reviewPlan: PREPARATION,
  reportSuspiciousActivity: GATE,
  raiseAlarm: GATE,
  acknowledgeAlarm: GATE,
  resolveAlarm: GATE,
  retractVisitor: retracting(GATE),
  retractSuspiciousActivityReport: retracting(GATE),
  retractTrainingRecord: retracting(PREPARATION),
  retractFinding: retracting(PREPARATION),
  retractResource: retracting(PREPARATION),
  recordLegalStatus: STANDING,
  notifyAppointment: MEMBERS,
  notifyArrival: MEMBERS,
  notifyDeparture: MEMBERS,
  notifyEndOfFunctions: MEMBERS,
  amendPostHolder: MEMBERS,
  retractPostHolder: retracting(MEMBERS),
  declareAcceptability: ACCEPTANCE,
  recordImmunity: MEMBERS,
  retractImmunityStatus: retracting(MEMBERS),
  notifyFamilyMembers: MEMBERS,
  notifyFamilyDeparture: MEMBERS,
  retractFamilyMember: retracting(MEMBERS),
  ...keeping(
    {
      registerAccessPoint: 'AccessControlPoint',
      issueCredential: 'Credential',
      openVetting: 'VisitorVetting',
      enrolBiometric: 'BiometricEnrollment',
      registerSecurityTeam: 'SecurityTeam',
      postGuard: 'GuardPost',
      registerSensor: 'Sensor',
      recordFootage: 'Footage',
      surveySecurity: 'SecurityPosture',
      registerCyberControl: 'CyberControl',
    },
    GATE,
  ),
  recordAccess: GATE,
  advanceCredential: GATE,
  decideVetting: GATE,
  ...keeping(
    {
      registerPremises: 'Premises',
      registerArea: 'Area',
      registerAsset: 'Asset',
      registerResidence: 'Residence',
      registerVehicle: 'Vehicle',
      draftCommsPlan: 'CommsPlan',
      openChannel: 'CommsChannel',
      draftNotificationTree: 'NotificationTree',
      attachAnnex: 'PlanAnnex',
      writeActionCard: 'ActionCard',
      writeChecklist: 'Checklist',
      draftEvacuationPlan: 'EvacuationPlan',
      draftContinuityPlan: 'ContinuityPlan',
      recordLiaisonContact: 'LiaisonContact',
      recordStock: 'ResourceStock',
      offerCourse: 'TrainingCourse',
      writeScenario: 'Scenario',
      scoreReadiness: 'ReadinessScore',
      recordAssessment: 'Assessment',
    },
    PREPARATION,
  ),
  approveCommsPlan: PREPARATION,
  testChannel: PREPARATION,
  completeChecklist: PREPARATION,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
