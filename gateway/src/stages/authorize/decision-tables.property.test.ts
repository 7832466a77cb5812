import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { POLICIES } from '@chancery/policy/policies';
import { type CaseRequest, viewOfCase } from '@chancery/policy/testkit/case-file';
import { seededSource } from '@chancery/policy/testkit/random';
import { anyRequest } from '@chancery/policy/testkit/varied-case';
import { sha256Of } from '@chancery/shared/brands';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldPolicy } from '../../schema/field-policy.js';
import { DecisionTables } from './decision-tables.js';

const HOURS_MS = 3_600_000;

/** The engine in force, and one whose policy set lost a permit and a bar: what it decides must never be taken for the other's. */
const engines: readonly PolicyEngine[] = [
  createPolicyEngine(),
  { ...createPolicyEngine({ policies: POLICIES.filter((_, index) => index % 2 === 0) }), version: sha256Of('half') },
];

const fieldFor = (category: CaseRequest['category'], index: number): FieldPolicy => ({
  index,
  coordinate: `Type.${category}`,
  category,
  floor: 0,
  optional: false,
});

describe('decisions that are kept', () => {
  it('equal decisions made anew, under any sequence of profiles, handlings, snapshots, times and policies', () => {
    const step = fc.record({
      asked: fc.nat(5),
      handling: fc.nat(5),
      snapshot: fc.nat(5),
      hours: fc.integer({ min: -8, max: 8 }),
      engine: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(step, { minLength: 20, maxLength: 60 }), (seed, steps) => {
        const random = seededSource(seed);
        const requests = Array.from({ length: 6 }, (_, index) => anyRequest(random, seed + index));
        const views = requests.map(viewOfCase);
        const tables = new DecisionTables();
        for (const { asked, handling, snapshot, hours, engine: which } of steps) {
          const [request, other, view, engine] = [requests[asked], requests[handling], views[snapshot], engines[which]];
          if (!request || !other || !view || !engine) throw new Error('no such request');
          const { subject, purpose, caseId, category } = request;
          const profile = { subject, purpose, caseId };
          const now = Date.parse(request.now) + hours * HOURS_MS;
          const field = fieldFor(category, asked);
          const label = parseHandling(other.handling);
          const kept = tables.tableFor(engine, profile, now, view).at(now).decide(field, label);
          const narrowed = handlingAt(label, field.coordinate, category, 0);
          const made = engine.open(profile, view, now).decide(category, narrowed, 'read');
          // How long it would hold is the one thing in which the kept one may be older.
          expect({ ...kept, validUntil: 0 }).toEqual({ ...made, validUntil: 0 });
          expect(kept.validUntil > now || view.stale).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
