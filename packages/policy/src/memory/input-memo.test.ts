import { describe, expect, it } from '@jest/globals';
import { evaluateCompiled } from '../compiled/evaluate.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { createPolicyEngine } from '../engine.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';
import { InputMemo, sameInput } from './input-memo.js';

function anyInput(): PolicyInput {
  let asked: PolicyInput | undefined;
  const engine = createPolicyEngine({
    evaluate: (category, rules, inputs) => {
      [asked] = inputs;
      return evaluateCompiled(category, rules, inputs);
    },
  });
  decideCase(engine, anyRequest(seededSource(1), 0));
  if (asked === undefined) throw new RangeError('nothing was asked');
  return asked;
}

const input = anyInput();
const attributes = Object.keys(input) as (keyof PolicyInput)[];

describe('inputs that are kept', () => {
  it('are the same when every attribute is, and not when any one differs', () => {
    expect(attributes.length).toBeGreaterThan(20);
    expect(sameInput(input, { ...input })).toBe(true);
    for (const attribute of attributes) {
      const other = { ...input, [attribute]: typeof input[attribute] === 'boolean' ? !input[attribute] : -7 };
      expect({ attribute, same: sameInput(input, other) }).toEqual({ attribute, same: false });
    }
  });

  it('find once what was asked twice, and never what was asked otherwise', () => {
    const memo = new InputMemo<number>(1_000);
    let found = 0;
    const find = () => {
      found += 1;
      return found;
    };

    expect(memo.compute('THREAT', [input], 5, find)).toBe(1);
    expect(memo.compute('THREAT', [{ ...input }], 5, find)).toBe(1);
    for (const attribute of attributes) {
      const other = { ...input, [attribute]: typeof input[attribute] === 'boolean' ? !input[attribute] : -7 };
      const before = found;
      expect(memo.compute('THREAT', [other], 5, find)).toBe(before + 1);
    }
    const before = found;
    expect(memo.compute('CASE', [input], 5, find)).toBe(before + 1);
    expect(memo.compute('THREAT', [input], 6, find)).toBe(before + 2);
    expect(memo.compute('THREAT', [input, input], 5, find)).toBe(before + 3);
    expect(memo.compute('THREAT', [], 5, find)).toBe(before + 4);
  });
});
