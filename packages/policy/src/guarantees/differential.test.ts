import { WITHHELD_CODES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createCedarEvaluator } from '../compile/cedar-evaluator.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';

/** CHANCERY_POLICY_CASES=1000000 makes it a long run. */
const CASES = Number(process.env.CHANCERY_POLICY_CASES ?? 3000);
const SEED = Number(process.env.CHANCERY_POLICY_SEED ?? 1961);

describe('the compiled engine', () => {
  it(
    'decides, cites and obliges as Cedar does, with every policy determining some case',
    () => {
      const engine = createPolicyEngine();
      const oracle = createPolicyEngine({ evaluate: createCedarEvaluator() });
      const random = seededSource(SEED);
      const determining = new Set<string>();
      const outcomes = new Set<string>();
      for (let index = 0; index < CASES; index += 1) {
        const request = anyRequest(random, index);
        const decision = decideCase(engine, request);
        const expected = decideCase(oracle, request);
        // Compared as text first: a deep comparison of equal objects would be most of the run.
        if (JSON.stringify(decision) !== JSON.stringify(expected))
          expect({ request, decision }).toEqual({ request, decision: expected });
        for (const { rule } of [...decision.citations, ...decision.obligations]) determining.add(rule);
        outcomes.add(decision.code ?? 'ALLOW');
      }

      expect(POLICIES.map(({ id }) => id).filter((id) => !determining.has(id))).toEqual([]);
      // A run that never met one of these would have tested too little; POLICY_ERROR none may meet.
      expect([...outcomes].sort()).toEqual(
        ['ALLOW', ...WITHHELD_CODES.filter((code) => code !== 'POLICY_ERROR')].sort(),
      );
    },
    60_000 + CASES * 10,
  );
});
