import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { POLICIES } from '@chancery/policy/policies';
import { viewOfCase } from '@chancery/policy/testkit/case-file';
import { seededSource } from '@chancery/policy/testkit/random';
import { anyRequest } from '@chancery/policy/testkit/varied-case';
import { sha256Of } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Decider, DecisionTable, stricter } from '../authorize/decider.js';
import { DecisionTables } from '../authorize/decision-tables.js';
import type { FieldPlan, ObjectPlan } from './redaction-plan.js';
import { decideSelection, type SelectionDecisions } from './selection-decisions.js';
import { SelectionMemory } from './selection-memory.js';

const HOURS_MS = 3_600_000;

const engines: readonly PolicyEngine[] = [
  createPolicyEngine(),
  { ...createPolicyEngine({ policies: POLICIES.filter((_, index) => index % 2 === 0) }), version: sha256Of('half') },
];

function fieldOf(category: Category | null, index: number, pruned: boolean): FieldPlan {
  return {
    ...{ responseKey: `f${index}`, canonicalKey: `f${index}`, source: 'data', pruned, isNonNull: false },
    policy: { index, coordinate: `Type.f${index}`, category, floor: index % 3, optional: false },
    ...{ isEdgeNode: false, isShown: true, typeName: 'Type', complete: () => null, leaf: null },
  };
}

function planOf(categories: readonly Category[], index: number): ObjectPlan {
  const fields = [
    fieldOf(null, 0, false),
    ...categories.map((category, at) => fieldOf(category, at + 1, at === index)),
  ];
  const owner = index % 2 === 0 ? 'somebody' : null;
  return { index, typeName: 'Type', owner, rowsOf: null, fields, blank: {}, blankBytes: 0 };
}

/** How long a decision would hold is the one thing in which a kept one may be older. */
const comparable = ({ existence, fields }: SelectionDecisions) =>
  [existence, ...fields.map(({ counted }) => counted)].map((counted) =>
    counted === null ? null : { ...counted, decision: { ...counted.decision, validUntil: 0 } },
  );

describe.each([1, 50_000])('selections of which %p are kept', (sizeMax) => {
  it('are as they are decided anew, under any sequence of selections, profiles, handlings, snapshots, times and policies', () => {
    const step = fc.record({
      asked: fc.nat(5),
      handling: fc.nat(5),
      snapshot: fc.nat(5),
      plan: fc.nat(2),
      hours: fc.integer({ min: -8, max: 8 }),
      engine: fc.nat(1),
      isNewer: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(step, { minLength: 20, maxLength: 60 }), (seed, steps) => {
        const random = seededSource(seed);
        const requests = Array.from({ length: 6 }, (_, index) => anyRequest(random, seed + index));
        const views = requests.map(viewOfCase);
        const plans = [0, 1, 2].map((index) =>
          planOf(
            requests.map(({ category }) => category),
            index,
          ),
        );
        const tables = new DecisionTables();
        const memory = new SelectionMemory(sizeMax);
        for (const { asked, handling, snapshot, plan: which, hours, engine: whose, isNewer } of steps) {
          const [request, other, view, plan] = [requests[asked], requests[handling], views[snapshot], plans[which]];
          const engine = engines[whose];
          if (!request || !other || !view || !plan || !engine) throw new Error('no such request');
          const profile = { subject: request.subject, purpose: request.purpose, caseId: request.caseId };
          const now = Date.parse(request.now) + hours * HOURS_MS;
          const label = parseHandling(other.handling);
          const closed = (category: Category) => engine.staticDenial(profile, category);
          const under = (made: (at: SnapshotView) => DecisionTable): Decider => {
            const decider = made(view).at(now);
            return isNewer ? stricter(decider, made(viewOfCase(other)).at(now)) : decider;
          };
          const kept = under((at) => tables.tableFor(engine, profile, now, at));
          const anew = under((at) => new DecisionTable(engine, profile, at));

          expect(comparable(memory.decide(plan, label, { decider: kept, closed }))).toEqual(
            comparable(decideSelection(plan, label, { decider: anew, closed })),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
