import { callerCitations } from '@chancery/policy/caller-citations';
import { createPolicyEngine } from '@chancery/policy/engine';
import { grantCommand } from '@chancery/policy/writes/check-command';
import { WriteDenied } from '@chancery/shared/errors';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { AgencyKind, Category, Coordinate, Purpose } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import type { Command } from './commands.js';
import { requireGrants } from './require-grants.js';

const policy = createPolicyEngine();

function profileOf(kind: AgencyKind, purpose: Purpose): Profile {
  return {
    subject: {
      id: 'a:00000000000000aa',
      represents: 'USA',
      agency: 'USA.agency',
      kind,
      nationalities: ['USA'],
      clearances: [],
      compartments: [],
      groups: [],
    },
    purpose,
    caseId: null,
  };
}
const security = profileOf('DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE');
const inputs = new Map<Coordinate, Category>([['ReportIncidentInput.summary', 'INCIDENT_FACT']]);
const granting = { policy, inputs, grant: grantCommand, callerCitations };

function rulesAgainst(commands: readonly Command[], profile: Profile, by = granting): readonly string[] {
  try {
    requireGrants(commands, profile, by);
  } catch (error) {
    if (error instanceof WriteDenied) return error.rules;
    throw error;
  }
  return [];
}

describe('commands', () => {
  it('that a rule grants are run by that rule', () => {
    const report = { name: 'reportIncident', given: ['ReportIncidentInput.summary' as const] };

    expect(requireGrants([report, report], security, granting)).toEqual(['CHY-RPT']);
  });

  it('that no rule knows are refused by default deny, beside others too', () => {
    const report = { name: 'reportIncident', given: [] };

    for (const name of ['deleteIncident', 'constructor', '__proto__']) {
      expect(rulesAgainst([report, { name, given: [] }], security)).toEqual(['CHY-DENY']);
    }
  });

  it('of a profile to which no post could open them are refused by the rule that says who may', () => {
    expect(rulesAgainst([{ name: 'reportIncident', given: [] }], profileOf('TAX', 'TAX_FISCAL'))).toEqual(['CHY-RPT']);
  });

  it('that set what the profile could read nowhere are refused by what closes the reading', () => {
    const lawless = { ...granting, policy: createPolicyEngine({ policies: [] }) };
    const setting = { name: 'reportIncident', given: ['ReportIncidentInput.summary' as const] };

    expect(rulesAgainst([setting], security)).toEqual([]);
    expect(rulesAgainst([setting], security, lawless)).toEqual(['CHY-DENY']);
    expect(rulesAgainst([{ ...setting, given: [] }], security, lawless)).toEqual([]);
  });
});
