import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';

const engine = createPolicyEngine();
const profileOf = (kind: Profile['subject']['kind'], purpose: Profile['purpose']): Profile => ({
  subject: {
    id: 'a:7f3c',
    represents: 'DEU',
    agency: 'DEU.agency',
    kind,
    nationalities: ['DEU'],
    clearances: [],
    compartments: [],
    groups: [],
  },
  purpose,
  caseId: null,
});

describe('the permits that come closest', () => {
  it('name the purpose that the same agency would have to ask for', () => {
    const closest = engine.closestPermits(profileOf('EMERGENCY_SERVICE', 'TRAINING'), 'PREMISES_RESCUE');
    expect(closest.flatMap(({ needs }) => needs.purposes ?? [])).toContain('PROTECT_LIFE');
  });

  it('name the act that a rule rests on, where purpose and kind fit', () => {
    const closest = engine.closestPermits(profileOf('EMERGENCY_SERVICE', 'PROTECT_LIFE'), 'PREMISES_RESCUE');
    expect(closest.some(({ needs }) => needs.acts?.includes('DISASTER') ?? false)).toBe(true);
  });

  it('are few, each with its article and title, and none that only auditors are told of', () => {
    for (const category of ['PREMISES_INTERIOR', 'CASE', 'INTEL_SOURCE', 'HEALTH'] as const) {
      const closest = engine.closestPermits(profileOf('BORDER', 'TRANSIT'), category);
      expect(closest.length).toBeLessThanOrEqual(3);
      for (const { title, article, instrument } of closest) {
        expect([title, article, instrument].every((text) => text.length > 0)).toBe(true);
      }
    }
  });
});
