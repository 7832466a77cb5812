import { describe, expect, it } from '@jest/globals';
import { loadPolicies } from '../../compile/load-policies.js';
import { POLICY_SET_VERSION } from '../../generated/policies.js';
import { changesBetween, loadVersions, rulesAfter, rulesOf } from './policy-versions.js';

describe('versions of the law', () => {
  const versions = loadVersions();
  const sources = loadPolicies();

  it('end with the law as it is: `npm run law:release` adds what has changed', () => {
    expect(versions.at(-1)?.version).toBe(POLICY_SET_VERSION);
    const last = [...rulesAfter(versions)].sort();
    expect(last).toEqual([...rulesOf(sources)].sort());
  });

  it('are each another than the one before, in order of their days', () => {
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
    const days = versions.map(({ from }) => from);
    expect(days).toEqual([...days].sort());
  });

  it('say of each rule what became of it: one is added once, and changed or removed only while it is there', () => {
    const there = new Set<string>();
    for (const { changes } of versions) {
      expect(changes.map(({ rule }) => rule)).toEqual([...new Set(changes.map(({ rule }) => rule))].sort());
      for (const { rule, change } of changes) {
        expect([rule, there.has(rule)]).toEqual([rule, change !== 'ADDED']);
        if (change === 'ADDED') there.add(rule);
        if (change === 'REMOVED') there.delete(rule);
      }
    }
  });

  it('tell a rule that was added, changed or removed, and no other', () => {
    const rules = rulesOf(sources);
    const [first, second, ...others] = [...rules];
    if (first === undefined || second === undefined) throw new Error('no rules');
    const after = new Map([
      [first[0], { ...first[1], text: 'other' }],
      ...others,
      ['ZZ-NEW', { summary: 'New.', text: 'new' }],
    ]);
    expect(changesBetween(rules, after)).toEqual([
      { rule: first[0], change: 'CHANGED', summary: first[1].summary, text: 'other' },
      { rule: second[0], change: 'REMOVED', summary: second[1].summary, text: null },
      { rule: 'ZZ-NEW', change: 'ADDED', summary: 'New.', text: 'new' },
    ]);
    expect(changesBetween(rules, rules)).toEqual([]);
  });
});
