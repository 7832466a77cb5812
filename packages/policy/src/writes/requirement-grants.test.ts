import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { REQUIREMENT_GRANTS } from './requirement-grants.js';

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

describe('commands on standing requirements', () => {
  it.each(Object.keys(REQUIREMENT_GRANTS) as CommandName[])(
    '%s is of those that judge what threatens a post of their own State, and of an organisation for itself (CHY-SREQ)',
    (command) => {
      const purposes = ['EVACUATION', 'INCIDENT_RESPONSE', 'PROTECT_LIFE', 'THREAT_PREVENTION'];
      expect(runners(command, 'USA')).toEqual([
        ...purposes.map((purpose) => `DIPLOMATIC_SECURITY ${purpose}`),
        ...purposes.map((purpose) => `FOREIGN_MINISTRY ${purpose}`),
        'INTELLIGENCE THREAT_PREVENTION',
      ]);
      expect(runners(command, 'DEU')).toEqual([]);
      // What an agency is says its agreement: no State has one of this kind.
      for (const represents of ['GBR', 'UN']) {
        expect(runners(command, represents)).toEqual(['ORGANISATION THREAT_PREVENTION']);
      }
    },
  );
});
