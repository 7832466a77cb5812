import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import type { CaseRequest } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { randomRequest } from '../testkit/random-request.js';
import { factOf, NOON, profileOf } from '../testkit/scenario.js';
import { type CallerQuestion, explainToCaller } from './explain-to-caller.js';

const engine = createPolicyEngine();
const LIMITS = { pathsMax: 20, decisionsMax: 300, instantsMax: 64 };
const fire = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const PLAN = 'l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1;t=exclusiveUse';

const ask = (
  profile: Profile,
  handling: string,
  facts: readonly Fact[],
  acts: readonly Act[],
  changes: Partial<CallerQuestion> = {},
) =>
  explainToCaller(
    {
      profile,
      assigned: [profile.purpose],
      coordinate: 'Premises.floorPlan',
      category: 'PREMISES_RESCUE',
      floor: 0,
      whole: parseHandling(handling),
      view: viewOf(sealSnapshot({ number: 1, facts, acts }), false),
      now: NOON,
      asOf: null,
      ...changes,
    },
    engine,
    LIMITS,
  );

const words = (handling: string, facts: readonly Fact[], acts: readonly Act[] = []) =>
  ask(fire, handling, facts, acts)?.paths?.paths.map((path) =>
    path.map((step) =>
      step.step === 'ACT' ? `${step.act} by ${step.by.offices.join(' or ')} of ${step.by.represents}` : step.step,
    ),
  );

describe('what a caller is told of a value that is withheld', () => {
  it('is who may let it in: at an embassy its head or its State, and no disaster', () => {
    const told = words(PLAN, [factOf('Q1')]);
    expect(told).toContainEqual([expect.stringMatching(/^CONSENT by .*HEAD_OF_MISSION.* of USA$/)]);
    expect(told?.flat().join()).not.toContain('DISASTER');
    expect(told?.flat().join()).not.toMatch(/of DEU/);
  });

  it('is what makes the consent assumed at a consulate, and who declares it', () => {
    const told = words(PLAN, [factOf('Q1', { regime: 'VCCR' })]);
    expect(told).toContainEqual(['DISASTER by EMERGENCY_SERVICE of DEU']);
  });

  it('is of its label that it asks something, and nothing of what', () => {
    const secret = PLAN.replace('l=-;rel=*', 'l=USA:3;c=SI;rel=GBR+USA');
    const told = `${secret}!EXISTENCE(l=-;rel=*;nat=*;pur=*)`;
    const facts = [factOf('Q1', { regime: 'VCCR' })];
    expect(words(told, facts)).toContainEqual(['DISASTER by EMERGENCY_SERVICE of DEU', 'LABEL']);
    const other = told.replace('USA:3;c=SI;rel=GBR+USA', 'USA:1;rel=FRA');
    expect(words(other, facts)).toEqual(words(told, facts));
    expect(JSON.stringify(ask(fire, told, facts, []))).not.toMatch(/"SI"|GBR|USA:3|CLEARANCE|COMPARTMENT/);
  });

  it('is nothing of a record that it does not see, and nothing of a value that hides', () => {
    const facts = [factOf('Q1')];
    expect(ask(fire, PLAN.replace('rel=*', 'rel=USA'), facts, [])).toBeNull();
    const source = { coordinate: 'IntelReport.sourceRef', category: 'INTEL_SOURCE' } as const;
    expect(ask(fire, PLAN, facts, [], source)).toBeNull();
  });

  it('is when it opens by a disaster that it may read, and of another date what is decided then', () => {
    const facts = [factOf('Q1', { regime: 'VCCR' })];
    const own = profileOf('USA.diplomatic-security', 'DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE');
    const asked = ask(own, PLAN, facts, []);
    expect(asked).toMatchObject({ effect: 'allow', paths: null });
    const before = ask(own, PLAN, facts, [], { asOf: Date.parse('2025-06-01T00:00:00Z') });
    expect(before).toMatchObject({ effect: 'withhold', code: 'BASIS_MISSING' });
    expect(asked?.timeline.spans.at(-1)).toMatchObject({ from: Date.parse('2026-01-01T00:00:00Z'), effect: 'allow' });
  });
});

const profileIn = ({ subject, purpose, caseId }: CaseRequest): Profile => ({ subject, purpose, caseId });
const mayReadActs = (profile: Profile, mission: string, view: CallerQuestion['view'], now: number): boolean => {
  const register = parseHandling(`l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=${mission}`);
  return engine.decide(profile, 'LEGAL_ACT', register, 'read', view, now).effect === 'allow';
};

describe('acts that a caller may not read', () => {
  it('change nothing that it is told, of whatever date, where the outcome is the same', () => {
    let varied = 0;
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), fc.option(fc.nat({ max: 20_000 }), { nil: null }), (drawn, days) => {
        const request = { ...randomRequest(seededSource(drawn)), stale: false };
        const { record } = parseHandling(request.handling);
        const profile = profileIn(request);
        const now = Date.parse(request.now);
        const asOf = days === null ? null : days * 86_400_000;
        const view = viewOf(sealSnapshot({ number: 1, facts: request.facts, acts: request.acts }), false);
        if (record.missions.some((mission) => mayReadActs(profile, mission, view, now))) return;
        // Those about States are public, or at large.
        const kept = request.acts.filter(({ kind }) => kind === 'PARTY_STATUS' || kind === 'AGREEMENT');
        const changed: Partial<CallerQuestion> = { coordinate: 'Any.field', category: request.category, now, asOf };
        const tell = (acts: readonly Act[]) => ask(profile, request.handling, request.facts, acts, changed);
        const outcomeOf = (acts: readonly Act[]) => {
          const held = viewOf(sealSnapshot({ number: 1, facts: request.facts, acts }), false);
          const { effect, code, citations, obligations } = engine.decide(
            profile,
            request.category,
            parseHandling(request.handling),
            'read',
            held,
            now,
          );
          return JSON.stringify([effect, code, citations, obligations]);
        };
        if (outcomeOf(request.acts) !== outcomeOf(kept)) return;
        expect(tell(request.acts)).toEqual(tell(kept));
        if (request.acts.length > kept.length && tell(kept) !== null) varied += 1;
      }),
      { numRuns: 150, seed: 61 },
    );
    expect(varied).toBeGreaterThan(12);
  });
});
