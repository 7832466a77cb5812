import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { keptBy } from '../testkit/kept.js';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { INCIDENT_GRANTS } from './incident-grants.js';

const DANGER = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];
const MANDATE = actOf('MANDATE', 'FOREIGN_MINISTRY', ['Q1'], { to: { represents: 'CHE', agencies: ['*'] } });

/** Every kind of agency of a State with every purpose for which it may run a command, as `KIND PURPOSE`. */
function runners(command: CommandName, represents: string, acts: readonly Act[] = []): string[] {
  const at = {
    view: viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [...acts] }), false),
    now: NOON,
  };
  return AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.filter((purpose) => {
      const profile = profileOf(`${represents}.${kind.toLowerCase()}`, kind, purpose, null);
      return checkCommand(command, profile, Q1, at).accepted;
    }).map((purpose) => `${kind} ${purpose}`),
  ).sort();
}
const of = (kinds: readonly string[], purposes: readonly string[]): string[] =>
  kinds.flatMap((kind) => purposes.map((purpose) => `${kind} ${purpose}`)).sort();
const LEADERS = ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'];

/** What a host says itself, and the label of what it made. */
const OF_HOSTS: readonly CommandName[] = [
  'answerProtectionRequest',
  'answerCall',
  'reportArrival',
  'sendNote',
  'regradeIncident',
];

describe('commands on how an incident is handled', () => {
  it.each([
    'assessIncident',
    'activatePlan',
    'activateCommunications',
    'mobilize',
    'advanceIncident',
    'closeIncident',
    'recordLesson',
    'orderEvacuation',
    ...keptBy({
      grantAuthority: 'AuthorityGrant',
      placeInSuccession: 'SuccessionLine',
      recordAttackPhase: 'AttackPhase',
      recordCyberIncident: 'CyberIncident',
      reportForce: 'ForceReport',
      allocateResource: 'ResourceAllocation',
    }),
    'delegateAuthority',
    'endDelegation',
    'takeUpActionCard',
    'advanceActionCard',
    'advanceCyberIncident',
  ] as const)('%s is of those that protect or lead the post, against a danger (CHY-RESP, CHY-EVAC)', (command) => {
    expect(runners(command, 'USA')).toEqual(of(LEADERS, DANGER));
  });

  it('an entry of the log is of them and of consular staff who help', () => {
    expect(runners('logEntry', 'USA')).toEqual(
      [...of(LEADERS, DANGER), ...of(['CONSULAR'], ['EVACUATION', 'CONSULAR_ASSISTANCE'])].sort(),
    );
  });

  it('protection is asked for by the State of the post or its protecting power, and answered by the ministry of the host alone (CHY-HOST)', () => {
    expect(runners('requestHostProtection', 'USA')).toEqual(of(LEADERS, DANGER));
    expect(runners('requestHostProtection', 'CHE')).toEqual([]);
    expect(runners('requestHostProtection', 'CHE', [MANDATE])).toEqual(['FOREIGN_MINISTRY INTERESTS_PROTECTION']);
    expect(runners('answerProtectionRequest', 'DEU')).toEqual(
      of(['FOREIGN_MINISTRY'], ['PROTOCOL_NOTIFICATION', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'PROTECT_LIFE']),
    );
    expect(runners('answerProtectionRequest', 'USA')).toEqual([]);
  });

  it('a manifest is written for an evacuation and no other purpose (CHY-EVAC)', () => {
    expect(runners('checkInEvacuee', 'USA')).toEqual(of([...LEADERS, 'CONSULAR'], ['EVACUATION']));
  });

  it('a call is answered by those of the host who are called, and a claim is raised by no host (CHY-HOST, CHY-NOTE)', () => {
    const called = ['POLICE', 'EMERGENCY_SERVICE', 'FOREIGN_MINISTRY'];
    expect(runners('answerCall', 'DEU')).toEqual(
      of(called, ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE']),
    );
    expect(runners('answerCall', 'USA')).toEqual([]);
    expect(runners('raiseClaim', 'DEU')).toEqual([]);
    expect(runners('sendNote', 'DEU')).toEqual(
      of(['FOREIGN_MINISTRY'], ['PROTOCOL_NOTIFICATION', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'PROTECT_LIFE']),
    );
  });

  it('are of no partner and no organisation, and but for its answer and the labels of its own records of no host', () => {
    for (const command of Object.keys(INCIDENT_GRANTS) as CommandName[]) {
      for (const represents of ['GBR', 'UN']) expect(runners(command, represents)).toEqual([]);
      if (!OF_HOSTS.includes(command)) expect(runners(command, 'DEU')).toEqual([]);
    }
  });
});
