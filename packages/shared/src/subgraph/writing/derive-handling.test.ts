import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { internHandling, internLabel } from '../../labels/intern.js';
import type { Handling, Label } from '../../labels/label.js';
import { lessOrEqual } from '../../labels/label-order.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { label } from '../../labels/testkit/arbitrary-labels.js';
import { deriveHandling } from './derive-handling.js';

const maker = { represents: 'USA', agency: 'USA.diplomatic-security' };
const origin = { maker, missions: ['Q1'], synthetic: false };
const { record } = parseHandling('l=-;rel=*;nat=*;pur=*;own=DEU.police;m=Q2');

const source: fc.Arbitrary<Handling> = fc
  .record({ label, existence: fc.option(label), summary: fc.option(label) })
  .map(({ label: row, existence, summary }) => {
    const portions = new Map<'EXISTENCE' | 'Incident.summary', Label>();
    if (existence !== null) portions.set('EXISTENCE', existence);
    if (summary !== null) portions.set('Incident.summary', summary);
    return internHandling({ label: row, record, portions });
  });
/** CLEAR limits nothing, so nothing is lost without it. */
const unclear = (some: Label): Label => (some.tlp === 'CLEAR' ? internLabel({ ...some, tlp: null }) : some);

describe('the handling of a new record', () => {
  it('is, of nothing else, for its own State alone', () => {
    expect(deriveHandling({ ...origin, missions: ['Q2', 'Q1'], synthetic: true }, []).text).toBe(
      'l=USA:0;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=Q1+Q2;t=synthetic',
    );
  });

  it('limits no less than any part of what it comes from, and is of its maker', () => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 3 }), (sources) => {
        const derived = deriveHandling(origin, sources);
        for (const { label: row, portions } of sources)
          for (const part of [row, ...portions.values()])
            expect(lessOrEqual(unclear(part), unclear(derived.label))).toBe(true);
        expect(derived.portions.size).toBe(0);
        expect([...derived.label.releasableTo].every((recipient) => recipient === 'USA')).toBe(true);
        expect(derived.record.owner).toBe('USA.diplomatic-security');
        expect(parseHandling(derived.text)).toBe(derived);
      }),
    );
  });

  it('does not take the mark of a tearline for what was beside it', () => {
    const report = parseHandling(
      'l=USA:3;rel=GBR+USA;nat=*;pur=*;own=USA.intelligence!Incident.summary(l=USA:0;rel=DEU+USA;nat=*;pur=*)',
    );
    expect(deriveHandling(origin, [report]).text).toBe('l=USA:3;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=Q1');
  });

  it('is not clear because the post is', () => {
    const post = parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q1');
    expect(deriveHandling(origin, [post]).label.tlp).toBeNull();
  });
});
