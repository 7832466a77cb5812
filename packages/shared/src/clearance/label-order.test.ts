import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinLabels } from '../labels/join-labels.js';
import type { Rank } from '../labels/label.js';
import { lessOrEqual } from '../labels/label-order.js';
import { parseLabel } from '../labels/parse-handling.js';
import { cleared, dominates, easyLabel, label, profile } from '../labels/testkit/arbitrary-labels.js';
import { assessDominance } from './dominance.js';

describe('the order of labels', () => {
  it('is a partial order: reflexive, transitive, antisymmetric on canonical texts', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        expect(lessOrEqual(a, a)).toBe(true);
        if (lessOrEqual(a, b) && lessOrEqual(b, a)) expect(a.text).toBe(b.text);
        const [low, middle, high] = [a, joinLabels(a, b), joinLabels(joinLabels(a, b), c)];
        expect(lessOrEqual(low, middle) && lessOrEqual(middle, high) && lessOrEqual(low, high)).toBe(true);
        if (high.text !== low.text) expect(lessOrEqual(high, low)).toBe(false);
      }),
    );
  });

  it('holds between two labels exactly when their join is the higher one', () => {
    const differing = fc.tuple(label, label).map(([a, b]) => [a, b, joinLabels(a, b)] as const);
    fc.assert(
      fc.property(differing, ([a, b, joined]) => {
        expect(lessOrEqual(a, joined) && lessOrEqual(b, joined)).toBe(true);
        expect(lessOrEqual(a, b)).toBe(joined === b);
        expect(lessOrEqual(b, a)).toBe(joined === a);
      }),
      { numRuns: 1000 },
    );
  });

  it('reverses dominance: who dominates the higher label dominates the lower', () => {
    let reached = 0;
    fc.assert(
      fc.property(profile, easyLabel, easyLabel, (who, low, more) => {
        const high = joinLabels(low, more);
        if (low === high || !dominates(who, high)) return;
        reached += 1;
        expect(dominates(who, low)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  it('reverses dominance at every rank of every policy, gaps included, and at every time', () => {
    const policies = ['USA', 'GBR', 'FRA', 'BEL', 'DEU', 'NATO', 'EU'];
    const times = ['2000-01-01', '2016-01-01', '2020-06-01', '2026-09-21'].map((day) => Date.parse(day));
    const one = (policy: string, value: number) => parseLabel(`l=${policy}:${value};rel=*;nat=*;pur=*`);
    for (const at of times) {
      for (const holder of policies) {
        for (const held of [0, 1, 2, 3, 4] as const) {
          const briefed = ['NATO', 'EU'].map((policy) => ({ policy, rank: 0 as Rank }));
          const who = cleared([...briefed, { policy: holder, rank: held }]);
          for (const owner of policies) {
            const reach = [0, 1, 2, 3, 4].map(
              (value) => assessDominance(who, one(owner, value), at).failures.size === 0,
            );
            expect(reach).toEqual([...reach].sort((a, b) => Number(b) - Number(a)));
          }
        }
      }
    }
  });

  it('lets a clearance at a gap count as the next one down', () => {
    const one = (text: string) => parseLabel(`${text};rel=*;nat=*;pur=*`);
    const gaps = [
      ['GBR', 2],
      ['FRA', 2],
      ['USA', 1],
    ] as const;
    for (const [policy, gap] of gaps) {
      const at = (held: number) => cleared([{ policy, rank: held as Rank }]);
      for (const what of ['l=GBR:1', 'l=GBR:2', 'l=FRA:2', 'l=USA:1', 'l=USA:2', 'l=DEU:1', 'l=DEU:2'].map(one)) {
        expect(dominates(at(gap), what)).toBe(dominates(at(gap - 1), what));
      }
      expect(dominates(at(gap + 1), one(`l=${policy}:${gap}`))).toBe(true);
    }
  });

  it('has nobody above ANY, never beside or below it', () => {
    const any = parseLabel('l=-;rel=*;nat=*;pur=*');
    const nobody = parseLabel('l=-;rel=-;nat=*;pur=*');
    expect(lessOrEqual(any, nobody)).toBe(true);
    expect(lessOrEqual(nobody, any)).toBe(false);
    expect(joinLabels(any, nobody)).toBe(nobody);
  });

  it('has a concealed source beside named ones, not in their place', () => {
    const named = parseLabel('l=USA:3;rel=USA;nat=*;pur=*;fgi=GBR');
    const concealed = parseLabel('l=USA:3;rel=USA;nat=*;pur=*;fgi=~');
    const both = parseLabel('l=USA:3;rel=USA;nat=*;pur=*;fgi=GBR+~');
    expect(joinLabels(named, concealed)).toBe(both);
    expect(lessOrEqual(named, both) && lessOrEqual(concealed, both)).toBe(true);
    expect(lessOrEqual(named, concealed) || lessOrEqual(concealed, named)).toBe(false);
  });
});
