import { describe, expect, it } from '@jest/globals';
import { createCedarEvaluator } from '../compile/cedar-evaluator.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { MANDATORY_RULE_IDS } from '../mandatory/catalogue.js';
import { decideCase, loadCases, type PolicyCase } from '../testkit/case-file.js';

const engine = createPolicyEngine();
const oracle = createPolicyEngine({ evaluate: createCedarEvaluator() });
const cases = loadCases();
const isDuty = (rule: string) => POLICIES.some(({ id, effect }) => id === rule && effect === 'duty');

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
      const own = decision.obligations.filter((each) => each.rule === rule);
      expect(own).toEqual(expected.obligations.map((each) => ({ ...each, rule })));
    }
    expect(decideCase(oracle, request)).toEqual(decision);
  });

  it(`has ${isDuty(rule) ? 'one that owes and one that does not' : 'an allow and a deny'}, one attribute apart`, () => {
    const [first, ...others] = all;
    const opens = ({ expected }: PolicyCase) => expected.effect === 'allow';
    const owes = (each: PolicyCase) => opens(each) && (each.expected.obligations ?? []).length > 0;
    const holds = isDuty(rule) ? owes : opens;
    const opposite = others.filter((each) => each.changes === 1 && first !== undefined && holds(each) !== holds(first));

    expect(opposite).not.toHaveLength(0);
  });
});

describe('the cases as a whole', () => {
  it('stand beside every policy and every law of the mandatory layer, and beside nothing else', () => {
    expect([...cases.keys()].sort()).toEqual([...POLICIES.map(({ id }) => id), ...MANDATORY_RULE_IDS].sort());
  });

  it.each(MANDATORY_RULE_IDS)('determine %s at least once', (id) => {
    const cited = (cases.get(id) ?? []).filter(({ expected }) => expected.citations.includes(id));

    expect(cited).not.toHaveLength(0);
  });

  it.each(POLICIES)('determine $id at least once', ({ id, effect }) => {
    const determined = (cases.get(id) ?? []).filter(({ expected }) => {
      if (effect === 'duty') return (expected.obligations ?? []).length > 0;
      return expected.citations.includes(id) && (expected.effect === 'allow') === (effect === 'permit');
    });

    expect(determined).not.toHaveLength(0);
  });
});
