import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { keptBy } from '../testkit/kept.js';
import { factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { POST_GRANTS } from './post-grants.js';

const at = { view: viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [] }), false), now: NOON };
const DANGER = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];

/** Every kind of agency of a State with every purpose for which it may run a command, as `KIND PURPOSE`. */
function runners(command: CommandName, represents: string): string[] {
  return AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.filter((purpose) => {
      const profile = profileOf(`${represents}.${kind.toLowerCase()}`, kind, purpose, null);
      return checkCommand(command, profile, Q1, at).accepted;
    }).map((purpose) => `${kind} ${purpose}`),
  );
}
const of = (kind: string, purposes: readonly string[]): string[] => purposes.map((purpose) => `${kind} ${purpose}`);

describe('commands on what a post has', () => {
  const sorted = (values: readonly string[]): string[] => [...values].sort();

  it.each([
    'registerVisitor',
    'requestVisit',
    'vetVisitor',
    'approveVisit',
    'closeVisit',
    'reportSuspiciousActivity',
    'raiseAlarm',
    'acknowledgeAlarm',
    'resolveAlarm',
    ...keptBy({
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
    }),
    'recordAccess',
    'advanceCredential',
    'decideVetting',
  ] as const)('%s is of those that protect the post, against a danger, and of nobody else (CHY-GATE)', (command) => {
    expect(sorted(runners(command, 'USA'))).toEqual(sorted(of('DIPLOMATIC_SECURITY', DANGER)));
  });

  it.each([
    'scheduleExercise',
    'advanceExercise',
    'injectEvent',
    'recordTraining',
    'recordFinding',
    'closeFinding',
    'recordResource',
    'inspectResource',
    'countStock',
    'draftPlan',
    'amendPlan',
    'approvePlan',
    'reviewPlan',
    ...keptBy({
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
    }),
    'approveCommsPlan',
    'testChannel',
    'completeChecklist',
  ] as const)(
    '%s is of those that protect or lead the post; to train is the purpose of its security alone (CHY-PREP)',
    (command) => {
      expect(sorted(runners(command, 'USA'))).toEqual(
        sorted([...of('DIPLOMATIC_SECURITY', [...DANGER, 'TRAINING']), ...of('FOREIGN_MINISTRY', DANGER)]),
      );
    },
  );

  it('recordLegalStatus is of the ministries of both States (CHY-STAT)', () => {
    const ministries = of('FOREIGN_MINISTRY', ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK']);
    for (const represents of ['USA', 'DEU'])
      expect(sorted(runners('recordLegalStatus', represents))).toEqual(sorted(ministries));
  });

  it.each([
    'notifyAppointment',
    'notifyArrival',
    'notifyDeparture',
    'notifyEndOfFunctions',
    'amendPostHolder',
    'retractPostHolder',
    'recordImmunity',
    'retractImmunityStatus',
    'notifyFamilyMembers',
    'notifyFamilyDeparture',
    'retractFamilyMember',
  ] as const)('%s is of the ministry of the sending State, for a notification or a check (CHY-MEMB)', (command) => {
    expect(sorted(runners(command, 'USA'))).toEqual(
      sorted(of('FOREIGN_MINISTRY', ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK'])),
    );
  });

  it('declareAcceptability is of the ministry of the receiving State, and never of the sending State (CHY-MEMB)', () => {
    expect(runners('declareAcceptability', 'DEU')).toEqual(['FOREIGN_MINISTRY PROTOCOL_NOTIFICATION']);
    expect(runners('declareAcceptability', 'USA')).toEqual([]);
  });

  it('are of no agency of the host but its ministry, of a partner or of an organisation', () => {
    const ofHost: readonly string[] = ['recordLegalStatus', 'declareAcceptability'];
    for (const command of Object.keys(POST_GRANTS) as CommandName[]) {
      const others = ofHost.includes(command) ? ['GBR', 'UN'] : ['DEU', 'GBR', 'UN'];
      for (const represents of others) expect(runners(command, represents)).toEqual([]);
    }
  });
});
