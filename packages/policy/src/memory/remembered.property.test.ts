import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { createRuleTable } from '../compiled/rule-table.js';
import { decideValue, type RuleSet } from '../decide/decide-value.js';
import { POLICIES } from '../generated/policies.js';
import { alikeValues, unseen } from '../testkit/alike-values.js';
import { seededSource } from '../testkit/random.js';
import { EngineMemory } from './engine-memory.js';
import { LIMITS, type MemoryLimits } from './limits.js';
import { openProfileDecider } from './profile-decider.js';

const seed = fc.nat({ max: 2 ** 31 });
/** A case, or past them a varied one. */
const request = fc.nat({ max: 400 });
/** Every memory is full at once, and begins anew all the time. */
const TINY: MemoryLimits = {
  handlings: 2,
  labels: 2,
  owners: 1,
  shapes: 2,
  kinds: 1,
  missions: 1,
  inputs: 1,
  decisions: 1,
};

const ruleSet = (policies: typeof POLICIES): RuleSet => ({
  table: createRuleTable(policies),
  evaluate: evaluateCompiled,
});
/** All policies, and all but every third. */
const RULE_SETS = [ruleSet(POLICIES), ruleSet(POLICIES.filter((_, index) => index % 3 !== 0))];

describe.each([
  { what: 'as much as it may', limits: LIMITS },
  { what: 'next to nothing', limits: TINY },
])('a memory that keeps $what', ({ limits }) => {
  it('decides as deciding each value by itself does, whoever asked what before, later or earlier', () => {
    // One memory for each set of rules through the whole run, as a process has.
    const engines = RULE_SETS.map((rules) => ({ rules, memory: new EngineMemory(limits) }));
    const outcomes = new Set<string>();
    let classed = 0;
    fc.assert(
      fc.property(seed, request, request, (law, one, other) => {
        const [evaluations, values] = alikeValues(seededSource(law), one, other);
        for (const { profile, view, now } of evaluations) {
          for (const { rules, memory } of engines) {
            const decider = openProfileDecider(profile, view, now, rules, memory);
            for (const { category, handling, action } of values) {
              if (memory.classes.under(view).of(handling) !== null) classed += 1;
              const kept = decider.decide(category, handling, action);
              const made = decideValue({ profile, category, handling, action, view: unseen(view), now }, rules);
              // Compared as text first: a deep comparison of equal objects would be most of the run.
              if (JSON.stringify(kept) !== JSON.stringify(made)) expect(kept).toEqual(made);
              outcomes.add(kept.code ?? 'ALLOW');
            }
          }
        }
      }),
      { numRuns: 60, seed: 17 },
    );

    expect([...outcomes]).toEqual(expect.arrayContaining(['ACTS_STALE', 'ALLOW', 'BASIS_MISSING', 'INVIOLABILITY']));
    if (limits === LIMITS) expect(classed).toBeGreaterThan(1000);
  });
});

describe('deciding a value', () => {
  it('makes of equal requests equal decisions that nobody can change', () => {
    const [rules] = RULE_SETS;
    if (rules === undefined) throw new RangeError('no rules');
    const [evaluations, values] = alikeValues(seededSource(1961), 3, 200);
    for (const { profile, view, now } of evaluations) {
      for (const value of values) {
        const decision = decideValue({ ...value, profile, view, now }, rules);

        expect(decideValue({ ...value, profile, view: unseen(view), now }, rules)).toEqual(decision);
        expect([decision, decision.citations, decision.obligations, decision.acts].every(Object.isFrozen)).toBe(true);
      }
    }
  });
});
