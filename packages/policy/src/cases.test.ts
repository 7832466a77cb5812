import { describe, expect, it } from '@jest/globals';
import { createCedarEvaluator } from './cedar/cedar-evaluator.js';
import { createPolicyEngine } from './engine.js';
import { POLICIES } from './generated/policies.js';
import { decideCase, loadCases } from './testkit/case-file.js';

const engine = createPolicyEngine();
const oracle = createPolicyEngine({ evaluate: createCedarEvaluator() });
const cases = loadCases();

describe.each([...cases])('%s', (rule, all) => {
  it.each(all)('$title', ({ rule: named, request, expected }) => {
    const decision = decideCase(engine, request);

    expect(named).toBe(rule);
    expect({ ...decision, citations: decision.citations.map((each) => each.rule) }).toMatchObject({
      effect: expected.effect,
      code: expected.code,
      citations: expected.citations,
      ...(expected.acts === undefined ? {} : { acts: expected.acts }),
    });
    if (expected.liftedBy !== undefined) {
      expect(decision.citations.flatMap(({ liftedBy }) => liftedBy)).toEqual(expected.liftedBy);
    }
    if (expected.obligations !== undefined) {
      expect(decision.obligations).toEqual(expected.obligations.map((each) => ({ ...each, rule })));
    }
    expect(decideCase(oracle, request)).toEqual(decision);
  });

  it('has an allow and a deny that differ in one attribute', () => {
    const [first, ...others] = all;
    const opposite = others.filter(({ changes, expected }) => {
      return changes === 1 && (expected.effect === 'allow') !== (first?.expected.effect === 'allow');
    });

    expect(opposite).not.toHaveLength(0);
  });
});

describe('the cases as a whole', () => {
  it('stand beside every policy and beside nothing else', () => {
    expect([...cases.keys()].sort()).toEqual(POLICIES.map(({ id }) => id).sort());
  });

  it.each(POLICIES)('determine $id at least once', ({ id, effect }) => {
    const determined = (cases.get(id) ?? []).filter(({ expected }) => {
      return expected.citations.includes(id) && (expected.effect === 'allow') === (effect === 'permit');
    });

    expect(determined).not.toHaveLength(0);
  });
});
