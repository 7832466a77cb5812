import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { keptBy } from '../testkit/kept.js';
import { factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { INTEL_GRANTS } from './intel-grants.js';

const at = { view: viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [] }), false), now: NOON };

/** Every kind of agency of a State with every purpose for which it may run a command, as `KIND PURPOSE`. */
function runners(command: CommandName, represents: string): string[] {
  return AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.filter((purpose) => {
      const profile = profileOf(`${represents}.${kind.toLowerCase()}`, kind, purpose, null);
      return checkCommand(command, profile, Q1, at).accepted;
    }).map((purpose) => `${kind} ${purpose}`),
  ).sort();
}

describe('commands on what may happen to a post', () => {
  it.each([
    'submitReport',
    'assessThreat',
    'identifyThreat',
    'advanceThreat',
    'assessRisk',
    'reportCyberFinding',
    'advanceCyberFinding',
    'resolveCyberFinding',
    'requireCollection',
    'advanceRequirement',
    ...keptBy({
      registerSource: 'Source',
      nameActor: 'ThreatActor',
      recordIndicator: 'Indicator',
      countIndicator: 'IndicatorWatch',
      publishProduct: 'AnalyticProduct',
    }),
  ] as const)('%s is of those that gather intelligence or protect the post (CHY-INTL)', (command) => {
    expect(runners(command, 'USA')).toEqual([
      'DIPLOMATIC_SECURITY INCIDENT_RESPONSE',
      'DIPLOMATIC_SECURITY PROTECT_LIFE',
      'DIPLOMATIC_SECURITY THREAT_PREVENTION',
      'INTELLIGENCE THREAT_PREVENTION',
    ]);
  });

  it.each(['issueWarning', 'updateWarning', 'cancelWarning', 'disseminate'] as const)(
    '%s is of the intelligence service of the State of the post alone (CHY-WARN)',
    (command) => {
      expect(runners(command, 'USA')).toEqual(['INTELLIGENCE THREAT_PREVENTION']);
    },
  );

  it('are of no agency of the host, of a partner or of an organisation', () => {
    for (const command of Object.keys(INTEL_GRANTS) as CommandName[]) {
      for (const represents of ['DEU', 'GBR', 'UN']) expect(runners(command, represents)).toEqual([]);
    }
  });
});
