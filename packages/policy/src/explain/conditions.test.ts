import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTRIBUTES, ENUMS } from '../compile/attributes.js';
import { LAW_FOLDER, loadPolicies } from '../compile/load-policies.js';
import { printConditions } from '../compile/print-conditions.js';
import { ACT_FLAGS } from '../compiled/bits.js';
import type { Condition } from '../compiled/condition.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { CONDITIONS } from '../generated/conditions.js';
import { POLICIES } from '../generated/policies.js';
import { ACT_WORDS } from './act-words.js';
import { isSaid, sayCondition } from './say-condition.js';
import { plainSight, weigh, weighAll } from './weigh-condition.js';

function wordsOf(name: keyof PolicyInput): readonly string[] {
  const words = ATTRIBUTES.find((attribute) => attribute.name === name)?.words ?? null;
  return words === null ? [] : ENUMS[words];
}

/** Any input, likely or not: what is compared is arithmetic. */
const anyInput: fc.Arbitrary<PolicyInput> = fc
  .tuple(
    ...ATTRIBUTES.map(({ name, shape }) => {
      const words = wordsOf(name);
      if (shape === 'flag') return fc.boolean().map((value): [string, unknown] => [name, value]);
      if (shape === 'word') return fc.constantFrom(...words).map((value): [string, unknown] => [name, value]);
      const dense = fc.nat({ max: 2 ** words.length - 1 });
      return fc.oneof(dense, fc.constant(2 ** words.length - 1)).map((value): [string, unknown] => [name, value]);
    }),
  )
  .map((entries) => Object.fromEntries(entries) as unknown as PolicyInput);

const all = (id: string): readonly Condition[] => {
  const { when, unless } = CONDITIONS[id] ?? { when: [], unless: [] };
  return [...when, ...unless.map((arg): Condition => ({ op: 'not', arg }))];
};

describe('the conditions as data', () => {
  it('are what the policy texts say now', () => {
    const text = readFileSync(new URL('../src/generated/conditions.ts', LAW_FOLDER), 'utf8');

    expect(text).toBe(printConditions(loadPolicies()));
  });

  it('hold exactly when the function holds that the engine runs, for every policy', () => {
    expect(Object.keys(CONDITIONS)).toEqual(POLICIES.map(({ id }) => id));
    const held = new Set<string>();
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { id, holds } of POLICIES) {
          const holding = holds(input);
          if (holding) held.add(id);
          if (weighAll(all(id), plainSight(input)) !== holding) expect({ id, input }).toBe(holding);
        }
      }),
      { numRuns: 3000, seed: 5 },
    );

    expect(held.size).toBeGreaterThan(POLICIES.length / 2);
  });

  it('tell nothing of what is hidden: what is told is true whatever the hidden attributes are', () => {
    fc.assert(
      fc.property(anyInput, anyInput, fc.subarray(ATTRIBUTES.map(({ name }) => name as string)), (a, b, names) => {
        const hidden = new Set(names);
        const mixed = Object.fromEntries(
          Object.entries(a).map(([name, value]) => [name, hidden.has(name) ? Reflect.get(b, name) : value]),
        ) as unknown as PolicyInput;
        const hides = (name: string) => hidden.has(name);
        const roles = 2 ** 15 - 1;
        for (const { id } of POLICIES) {
          for (const condition of all(id)) {
            const told = weigh(condition, { input: a, hides, roles });
            expect(weigh(condition, { input: mixed, hides, roles })).toBe(told);
          }
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe('the words of a condition', () => {
  it('know every act that a rule may name', () => {
    expect(ACT_FLAGS.filter((flag) => ACT_WORDS[flag] === undefined)).toEqual([]);
  });

  it('know every attribute that a policy may read', () => {
    expect(ATTRIBUTES.map(({ name }) => name).filter((name) => !isSaid(name))).toEqual([]);
    expect(isSaid('toString')).toBe(false);
  });

  it('say every condition of every policy', () => {
    const states = { fact: null, owner: 'USA', subject: 'DEU' };
    const said = Object.keys(CONDITIONS).flatMap((id) => all(id).map((each) => sayCondition(each, states)));

    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => text.includes('undefined') || text.includes('Object'))).toEqual([]);
  });
});
