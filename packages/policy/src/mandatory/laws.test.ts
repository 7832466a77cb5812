import { joinHandlings, joinLabels } from '@chancery/shared/labels/join-labels';
import { parseHandling, parseLabel } from '@chancery/shared/labels/parse-handling';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { Clearance, Profile } from '@chancery/shared/subjects/subject';
import { type ActKind, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { decideCase } from '../testkit/case-file.js';
import { askerOf, barsOfScenario, bestActs, type MandatoryScenario } from '../testkit/mandatory-scenario.js';
import { seededSource } from '../testkit/random.js';
import { randomRequest } from '../testkit/random-request.js';

const STATES = ['USA', 'GBR', 'DEU', 'NLD', 'AUT', 'FRA'];
const POLICIES = ['USA', 'NATO', 'EU', 'GBR', 'FRA'];
const LIFTING: readonly ActKind[] = [
  'ORIGINATOR_CONSENT',
  'RELEASE',
  'AGREEMENT',
  'ASSIGNMENT',
  'EMERGENCY_DISCLOSURE',
];

/** Permissive with one of these, in the canonical order of a set. */
const subset = (values: readonly string[]) => fc.subarray([...values].sort());
const text = (key: string, values: readonly string[]) => (values.length === 0 ? '' : `;${key}=${values.join('+')}`);
const permissive = (values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    subset(values).map((set) => set.join('+') || '-'),
  );

const label = fc
  .record({
    ranks: fc.dictionary(fc.constantFrom(...POLICIES), fc.nat({ max: 4 }), { maxKeys: 2 }),
    compartments: fc.oneof(fc.constant<string[]>([]), subset(['HCS', 'SAR-XX', 'SI'])),
    rel: permissive(['DEU', 'EU', 'FRA', 'NATO', 'USA']),
    nat: permissive(['GBR', 'USA']),
    pur: permissive(['PROTECT_LIFE', 'TRAINING']),
    oc: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      subset([
        'GBR.intelligence:ORCON',
        'NLD.police:H1',
        'NLD.police:H2',
        'USA.intelligence:ORCON',
        'USA.intelligence:ORCON-USGOV',
      ]),
    ),
    fgi: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, subset(['AUT', 'GBR', 'NLD', '~'])),
    tlp: fc.constantFrom('', '', '', ';tlp=CLEAR', ';tlp=GREEN', ';tlp=AMBER', ';tlp=AMBER+STRICT', ';tlp=RED'),
  })
  .map(({ ranks, compartments, rel, nat, pur, oc, fgi, tlp }) => {
    const levels = Object.entries(ranks)
      .map(([policy, rank]) => `${policy}:${rank}`)
      .sort();
    const head = `l=${levels.length === 0 ? '-' : levels.join(',')}${text('c', compartments)}`;
    return `${head};rel=${rel};nat=${nat};pur=${pur}${text('oc', oc)}${text('fgi', fgi)}${tlp}`;
  });

const clearance = fc
  .record({
    policy: fc.constantFrom(...POLICIES),
    rank: fc.constantFrom(1, 2, 3, 4),
    briefedAt: fc.constantFrom('2026-01-10', '2026-01-10', null),
    ndaAt: fc.constantFrom('2025-11-03', '2025-11-03', null),
    until: fc.constantFrom('2027-01-10', null, '2026-01-20'),
  })
  .map((held): Clearance => held as Clearance);

const profile = fc
  .record({
    state: fc.constantFrom(...STATES),
    name: fc.constantFrom('foreign-ministry', 'intelligence'),
    nationalities: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, subset(STATES)),
    clearances: fc.array(clearance, { maxLength: 4 }),
    compartments: subset(['FGI-PROTECTED', 'HCS', 'SAR-XX', 'SI']),
    groups: subset(['EU', 'NATO']),
    purpose: fc.constantFrom(
      'PROTECT_LIFE' as const,
      'PROTECT_LIFE' as const,
      'INCIDENT_RESPONSE' as const,
      ...PURPOSES,
    ),
  })
  .map(({ state, name, nationalities, purpose, ...held }): Profile => {
    const asker = askerOf(`${state}.${name}`, held);
    return { ...asker, purpose, subject: { ...asker.subject, nationalities: nationalities ?? [state] } };
  });

const world = fc.record({
  label,
  profile,
  owner: fc.constantFrom('USA.intelligence', 'USA.intelligence', 'NLD.police', 'FRA.police', 'EU.eeas', 'NATO.staff'),
  tags: fc.constantFrom('', '', ';t=caseBound', ';t=predatesOrder', ';t=priorAuthorisation'),
  category: fc.constantFrom('THREAT' as const, 'INTEL_SOURCE' as const),
  kinds: fc.subarray([...LIFTING]),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

const scenarioOf = ({ label: marks, profile: asker, owner, tags, category, kinds }: World): MandatoryScenario => ({
  profile: asker,
  handling: `${marks};own=${owner}${tags};x=k1`,
  category,
  acts: kinds.flatMap((kind): Act[] => bestActs(kind, asker, category)),
  stale: false,
});
const isBarred = (scenario: MandatoryScenario) => barsOfScenario(scenario).length > 0;
const held = (asker: Profile, changes: Partial<Profile['subject']>): Profile => {
  return { ...asker, subject: { ...asker.subject, ...changes } };
};
const RUNS = { numRuns: 3000, seed: 13526 };

describe('the mandatory layer', () => {
  it('never closes what was open because a clearance, a compartment or a membership was added', () => {
    let opened = 0;
    fc.assert(
      fc.property(world, clearance, (given, added) => {
        const scenario = scenarioOf(given);
        if (isBarred(scenario)) return;
        opened += 1;
        const { subject } = given.profile;
        const raised = subject.clearances.map((each) => ({ ...each, rank: 4 as const }));
        const changes: Partial<Profile['subject']>[] = [
          { clearances: [...subject.clearances, added] },
          { clearances: raised },
          { compartments: ['FGI-PROTECTED', 'HCS', 'SAR-XX', 'SI'] },
          { groups: ['EU', 'NATO'] },
        ];
        for (const change of changes)
          expect(barsOfScenario({ ...scenario, profile: held(given.profile, change) })).toEqual([]);
      }),
      RUNS,
    );

    // A law over scenarios that are all barred would hold of anything.
    expect(opened).toBeGreaterThan(100);
  });

  it('never opens what was closed because a label was raised', () => {
    let closed = 0;
    fc.assert(
      fc.property(world, label, (given, other) => {
        if (!isBarred(scenarioOf(given))) return;
        closed += 1;
        const raised = joinLabels(parseLabel(given.label), parseLabel(other)).text;
        expect([raised, isBarred(scenarioOf({ ...given, label: raised }))]).toEqual([raised, true]);
      }),
      RUNS,
    );

    expect(closed).toBeGreaterThan(1000);
  });

  it('bars what is made of a record wherever it bars that record, whatever acts name the key of what it was added to', () => {
    let barred = 0;
    fc.assert(
      fc.property(world, label, fc.boolean(), (given, drawn, isAlike) => {
        const scenario = scenarioOf(given);
        const held = parseHandling(scenario.handling);
        const source = parseHandling(`${isAlike ? given.label : drawn};own=${given.owner}${given.tags}`);
        if (!isBarred({ ...scenario, handling: source.text })) return;
        barred += 1;
        const made = joinHandlings(held, source).text;
        expect([made, isBarred({ ...scenario, handling: made })]).toEqual([made, true]);
      }),
      { ...RUNS, numRuns: 1000 },
    );

    expect(barred).toBeGreaterThan(300);
  });

  it('bars under a stale snapshot whatever it bars under a fresh one, and all that an act had lifted', () => {
    let lifted = 0;
    fc.assert(
      fc.property(world, (given) => {
        const scenario = scenarioOf(given);
        const fresh = barsOfScenario(scenario);
        const stale = barsOfScenario({ ...scenario, stale: true });
        if (stale.length > fresh.length) lifted += 1;
        expect(stale).toEqual(expect.arrayContaining(fresh));
        expect(stale).toEqual(barsOfScenario({ ...scenario, acts: [] }));
      }),
      RUNS,
    );

    expect(lifted).toBeGreaterThan(100);
  });
});

describe('an emergency disclosure', () => {
  it('lifts in the mandatory layer rank, control and limited release of the United States, and nothing else', () => {
    let lifted = 0;
    fc.assert(
      fc.property(world, (given) => {
        const before = barsOfScenario(scenarioOf({ ...given, kinds: [] }));
        const after = barsOfScenario(scenarioOf({ ...given, kinds: ['EMERGENCY_DISCLOSURE'] }));
        const gone = before.filter((key) => !after.includes(key) && key !== 'IC-NF/unmarked');
        lifted += gone.length;
        const control = ['EO-4.1a', 'EO-4.1a/need-to-know', 'EO-4.1i1', 'CFR-2001.55', 'IC-OC'];
        const reach = [...control, 'IC-REL', 'IC-DO', 'IC-NF'];
        expect(gone.filter((key) => !reach.includes(key))).toEqual([]);
      }),
      RUNS,
    );

    expect(lifted).toBeGreaterThan(50);
  });

  it('never opens what inviolability, immunity or privacy closes', () => {
    const engine = createPolicyEngine();
    const closing = new Set(['INVIOLABILITY', 'IMMUNITY', 'PRIVACY']);
    let barred = 0;
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), (seed) => {
        const request = { ...randomRequest(seededSource(seed)), purpose: 'PROTECT_LIFE' as const };
        const before = decideCase(engine, request);
        if (before.code === null || !closing.has(before.code)) return;
        barred += 1;
        const asker = { subject: request.subject, purpose: request.purpose, caseId: null };
        const missions = request.facts.map(({ m }) => m);
        const disclosures = bestActs('EMERGENCY_DISCLOSURE', asker, request.category).map((act): Act => {
          return { ...act, scope: { ...act.scope, missions }, until: null };
        });
        const after = decideCase(engine, {
          ...request,
          acts: [...request.acts, ...disclosures] as typeof request.acts,
        });
        expect(after.code).toBe(before.code);
      }),
      { numRuns: 1500, seed: 52 },
    );

    expect(barred).toBeGreaterThan(50);
  });
});
