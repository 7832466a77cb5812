import { createPolicyEngine } from '@chancery/policy/engine';
import { seededSource } from '@chancery/policy/testkit/random';
import { anyRequest } from '@chancery/policy/testkit/varied-case';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldPolicy } from '../../schema/field-policy.js';
import { DecisionTables } from './decision-tables.js';

const engine = createPolicyEngine();
const REQUESTS = 5;

const once = <T extends object>(items: readonly T[], nameOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
];
const byId = ({ id }: Act): string => id;
const byMission = ({ m, receiving, from }: Fact): string => `${m} ${receiving} ${from}`;

/** Snapshots of which each follows the one before: some acts come, some go, some are changed, and now and then a fact is. */
const step = fc.record({
  acts: fc.array(fc.nat(30), { maxLength: 12 }),
  revoked: fc.option(fc.nat(30), { freq: 3 }),
  closed: fc.option(fc.nat(10), { freq: 4 }),
  asked: fc.array(fc.nat(REQUESTS - 1), { minLength: 1, maxLength: 3 }),
  isStale: fc.boolean(),
});

describe('decisions that are carried over to a new snapshot', () => {
  it('are as they are made anew under it, whatever acts and facts came, went or changed, and whoever asked meanwhile', () => {
    let carried = 0;
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(step, { minLength: 4, maxLength: 12 }), (seed, steps) => {
        const random = seededSource(seed);
        const requests = Array.from({ length: REQUESTS }, (_, index) => anyRequest(random, seed + index));
        const acts = once(
          requests.flatMap((each) => each.acts),
          byId,
        );
        const facts = once(
          requests.flatMap((each) => each.facts),
          byMission,
        );
        const source = holdSnapshot(sealSnapshot({ number: 1, facts, acts }));
        const tables = new DecisionTables();
        for (const [index, { acts: chosen, revoked, closed, asked, isStale }] of steps.entries()) {
          const standing = acts
            .filter((_, at) => chosen.includes(at))
            .map((act, at) => (at === revoked ? { ...act, v: act.v + 1, revokedAt: '2026-01-02T00:00:00Z' } : act));
          const held = facts.map((fact, at) => (at === closed ? { ...fact, legalStatus: 'CLOSED' as const } : fact));
          source.replace(sealSnapshot({ number: index + 2, facts: held, acts: standing }));
          source.setStale(isStale && index % 3 === 0);
          for (const who of asked) {
            const request = requests[who];
            if (request === undefined) throw new RangeError('nobody asks');
            const { subject, purpose, caseId } = request;
            const now = Date.parse(request.now);
            const profile = { subject, purpose, caseId };
            const view = source.view(now);
            const decider = tables.tableFor(engine, profile, now, view).at(now);
            const anew = engine.open(profile, view, now);
            for (const { handling, category } of requests) {
              const field: FieldPolicy = {
                index: 0,
                coordinate: `Type.${category}`,
                category,
                floor: 0,
                optional: false,
              };
              const label = parseHandling(handling);
              // One coordinate for each category, or a column would be another's.
              const column = { ...field, index: requests.findIndex((each) => each.category === category) };
              const kept = decider.decide(column, label);
              expect({ ...kept, validUntil: 0 }).toEqual({ ...anew.decide(category, label, 'read'), validUntil: 0 });
              carried += 1;
            }
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(carried).toBeGreaterThan(1_000);
  });

  it('are those of the records that no change names, and of no other', () => {
    const [named, other] = ['Q1', 'Q2'].map((m) =>
      parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${m};t=exclusiveUse`),
    );
    const consent = (kind: Act['kind'], scope: Partial<Act['scope']>): Act => ({
      ...{ id: 'act_1', v: 1, kind, by: { represents: 'USA', office: 'HEAD_OF_MISSION' } },
      ...{ to: { represents: 'DEU', agencies: ['*'] }, from: '2026-01-01T00:00:00Z', until: null, written: true },
      scope: { missions: [], keys: [], persons: [], categories: ['*'], ...scope },
      ...{ ref: null, revokedAt: null },
    });
    const touchedBy = (act: Act, missions: readonly string[] = []) =>
      engine.touchedBy([
        { since: sealSnapshot({ number: 1, facts: [], acts: [] }).digest, missions: new Set(missions), acts: [act] },
      ]);
    if (named === undefined || other === undefined) throw new RangeError('no handlings');
    const touched = touchedBy(consent('CONSENT', { missions: ['Q1'] }));
    expect([touched?.(named), touched?.(other)]).toEqual([true, false]);
    const moved = touchedBy(consent('CONSENT', {}), ['Q2']);
    expect([moved?.(named), moved?.(other)]).toEqual([false, true]);
    expect(touchedBy(consent('CONSENT', { missions: ['*'] }))).toBeNull();
    expect(touchedBy(consent('AGREEMENT', { keys: ['DATA ADEQUACY'] }))).toBeNull();
    expect(touchedBy(consent('PARTY_STATUS', { keys: ['C108'] }))).toBeNull();
  });
});
