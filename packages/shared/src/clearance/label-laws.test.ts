import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { internHandling } from '../labels/intern.js';
import { joinHandlings, joinLabels } from '../labels/join-labels.js';
import type { Rank } from '../labels/label.js';
import { lessOrEqual } from '../labels/label-order.js';
import { parseHandling, parseLabel } from '../labels/parse-handling.js';
import { clearance, cleared, dominates, easyLabel, label, NOW, profile } from '../labels/testkit/arbitrary-labels.js';
import { assessDominance } from './dominance.js';

describe('the join of labels', () => {
  it('is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        expect(joinLabels(a, a)).toBe(a);
        expect(joinLabels(a, joinLabels(a, b))).toBe(joinLabels(a, b));
        expect(joinLabels(a, b)).toBe(joinLabels(b, a));
        expect(joinLabels(joinLabels(a, b), c)).toBe(joinLabels(a, joinLabels(b, c)));
      }),
    );
  });

  it('is the least label above both', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        const joined = joinLabels(a, b);
        expect(lessOrEqual(a, joined) && lessOrEqual(b, joined)).toBe(true);
        const upper = joinLabels(joined, c);
        if (lessOrEqual(a, upper) && lessOrEqual(b, upper)) expect(lessOrEqual(joined, upper)).toBe(true);
        if (lessOrEqual(a, b)) expect(joined).toBe(b);
      }),
    );
  });

  it('has a text that parses to itself', () => {
    fc.assert(
      fc.property(label, label, (a, b) => {
        const joined = joinLabels(a, b);
        expect(parseLabel(joined.text)).toBe(joined);
      }),
    );
  });

  it('is safe: who dominates the join dominates each part', () => {
    let reached = 0;
    fc.assert(
      fc.property(profile, easyLabel, easyLabel, (who, a, b) => {
        if (!dominates(who, joinLabels(a, b))) return;
        reached += 1;
        expect(dominates(who, a) && dominates(who, b)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  it('is safe under every mark as well', () => {
    fc.assert(
      fc.property(profile, label, label, (who, a, b) => {
        if (dominates(who, joinLabels(a, b))) expect(dominates(who, a) && dominates(who, b)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('admits nobody, not everybody (empty is not ANY), where two release sets have nobody in common', () => {
    const joined = joinLabels(parseLabel('l=-;rel=USA;nat=*;pur=*'), parseLabel('l=-;rel=GBR;nat=*;pur=*'));
    expect(joined.text).toBe('l=-;rel=-;nat=*;pur=*');
  });

  it('trap 1: does not let a French subject through a join of NOFORN with a French label', () => {
    const noforn = parseLabel('l=USA:0;rel=*;nat=USA;pur=*');
    const french = parseLabel('l=FRA:0;rel=FRA+USA;nat=*;pur=*');
    const joined = joinLabels(noforn, french);
    fc.assert(fc.property(profile, (who) => who.subject.represents !== 'FRA' || !dominates(who, joined)));
    expect(joined.nationals).toEqual(new Set(['USA']));
  });

  it('trap 2: asks for a clearance under both policies of a joined label', () => {
    const joined = joinLabels(parseLabel('l=USA:3;rel=*;nat=*;pur=*'), parseLabel('l=FRA:3;rel=*;nat=*;pur=*'));
    expect(joined.text).toBe('l=FRA:3,USA:3;rel=*;nat=*;pur=*');
    const holding = (...policies: string[]) => cleared(policies.map((policy) => ({ policy, rank: 4 as Rank })));
    expect(dominates(holding('USA'), joined)).toBe(false);
    expect(dominates(holding('FRA'), joined)).toBe(false);
    expect(dominates(holding('FRA', 'USA'), joined)).toBe(true);
  });

  it('keeps several originators and a source that must not be named', () => {
    const joined = joinLabels(
      parseLabel('l=-;rel=*;nat=*;pur=*;oc=B:H2;fgi=~'),
      parseLabel('l=-;rel=*;nat=*;pur=*;oc=A:ORCON;fgi=GBR'),
    );
    expect(joined.text).toBe('l=-;rel=*;nat=*;pur=*;oc=A:ORCON+B:H2;fgi=GBR+~');
  });

  it('lets those look on whom one side releases to and the other shows to, and releases to neither', () => {
    const joined = joinLabels(
      parseLabel('l=-;rel=DEU+USA;nat=*;pur=*'),
      parseLabel('l=-;rel=USA;nat=*;pur=*;do=DEU+FRA'),
    );
    expect(joined.text).toBe('l=-;rel=USA;nat=*;pur=*;do=DEU');
  });
});

describe('dominance', () => {
  it('is never lost by a higher clearance, one more compartment or one more clearance', () => {
    fc.assert(
      fc.property(profile, easyLabel, clearance, (who, what, more) => {
        if (!dominates(who, what)) return;
        const { subject } = who;
        const raised = subject.clearances.map((held) => ({ ...held, rank: Math.min(held.rank + 1, 4) as Rank }));
        const clearances = [...raised, more];
        expect(dominates({ ...who, subject: { ...subject, clearances, compartments: ['SI', 'TK'] } }, what)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change before the instant it says it is valid until', () => {
    fc.assert(
      fc.property(profile, label, fc.nat({ max: 40_000_000_000 }), (who, what, later) => {
        const { failures, validUntil } = assessDominance(who, what, NOW);
        expect(validUntil).toBeGreaterThan(NOW);
        const then = Math.min(NOW + later, validUntil - 1);
        expect(assessDominance(who, what, then).failures).toEqual(failures);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('joinHandlings', () => {
  const holder = parseHandling('l=USA:0;rel=DEU+USA;nat=*;pur=*;own=USA.intelligence;m=Q1;t=public+synthetic;x=list');
  const target = parseHandling('l=USA:2;rel=USA;nat=*;pur=*;own=DEU.agency;m=Q2;t=exclusiveUse+public;x=other');

  it('joins the labels and names the missions of both, under the holder', () => {
    const joined = joinHandlings(holder, target);
    expect(joined.text).toBe(
      'l=USA:2;rel=USA;nat=*;pur=*;own=USA.intelligence;m=Q1+Q2;t=exclusiveUse+public+synthetic',
    );
    expect(joinHandlings(holder, target)).toBe(joined);
  });

  it('keeps the key only where nothing limits the other, or an act on it would lift what it does not cover', () => {
    const open = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q2');
    expect(joinHandlings(holder, open).record.key).toBe('list');
    expect(joinHandlings(open, holder).record.key).toBeNull();
    expect(joinHandlings(holder, target).record.key).toBeNull();
    // As limited as the holder: an act that lifts that of the file has not lifted it of what came into it.
    const alike = parseHandling('l=USA:0;rel=DEU+USA;nat=*;pur=*;own=USA.police;m=Q1');
    expect(joinHandlings(holder, alike)).toMatchObject({ label: holder.label, record: { key: null } });
    const within = parseHandling('l=-;rel=*;nat=*;pur=*;own=USA.police;m=Q1!Report.source(l=USA:0;rel=*;nat=*;pur=*)');
    expect(joinHandlings(holder, within).record.key).toBeNull();
    expect(joinHandlings(holder, parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=USA.police')).record.key).toBe(
      'list',
    );
  });

  it('keeps the person, and of two different ones neither: an act on one must not open what is said of the other', () => {
    const about = (marks: string) => parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.consular;m=Q1${marks};x=file`);
    const a = about(';im=LOCAL_STAFF:DEU:2025-01-01..2026-01-01;who=a');
    const b = about(';im=DIPLOMATIC_AGENT:USA:2024-01-01..;who=b');
    const nobody = about('');
    expect(joinHandlings(a, nobody).record).toMatchObject({ who: 'a', person: a.record.person, key: 'file' });
    expect(joinHandlings(nobody, a).record).toMatchObject({ who: 'a', person: a.record.person });
    const both = joinHandlings(a, b);
    expect(both.text).toContain(';im=SEVERAL:DEU+USA:2024-01-01..;x=file');
    expect(both.record.who).toBeNull();
    expect(joinHandlings(about(';who=a'), parseHandling(a.text)).record.who).toBe('a');
    const elsewhere = parseHandling(b.text.replace('x=file', 'x=other'));
    expect(joinHandlings(a, elsewhere).record.key).toBeNull();
    expect(joinHandlings(a, parseHandling(a.text.replace('x=file', 'x=other'))).record.key).toBe('file');
  });

  it('is public only when both are, and marked otherwise when either is', () => {
    const plain = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;t=synthetic');
    expect(joinHandlings(holder, plain).record.tags).toEqual(new Set(['synthetic']));
    expect(joinHandlings(holder, target).record.tags.has('public')).toBe(true);
  });

  it('joins a portion of one with the row label of the other', () => {
    const portioned = internHandling({
      ...holder,
      portions: new Map([['A.b', parseLabel('l=USA:0;rel=*;nat=*;pur=*')]]),
    });
    expect(joinHandlings(portioned, target).portions.get('A.b')?.text).toBe('l=USA:2;rel=USA;nat=*;pur=*');
  });
});
