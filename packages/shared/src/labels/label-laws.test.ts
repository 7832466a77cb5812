import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clearance, Profile } from '../subjects/subject.js';
import type { Purpose } from '../vocabulary.js';
import { assessDominance } from './dominance.js';
import { internHandling, internLabel } from './intern.js';
import { joinHandlings, joinLabels } from './join-labels.js';
import { type Label, type Permissive, type Rank, TLP_COLOURS } from './label.js';
import { groupsOf } from './memberships.js';
import { parseHandling, parseLabel } from './parse-handling.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const STATES = ['USA', 'GBR', 'DEU', 'FRA', 'RUS'];
const PURPOSES: Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'TRANSIT'];

const rank = fc.constantFrom<Rank>(0, 1, 2, 3, 4);
const setOf = <T extends string>(values: readonly T[]) => fc.subarray([...values]).map((some) => new Set<string>(some));
const permissiveOf = (values: readonly string[]): fc.Arbitrary<Permissive> =>
  fc.oneof(fc.constant<Permissive>('ANY'), setOf(values));
const recipients = [...STATES, 'EU', 'NATO', 'FVEY'];

const label: fc.Arbitrary<Label> = fc
  .record({
    ranks: fc.dictionary(fc.constantFrom('USA', 'GBR', 'DEU', 'NATO', 'EU'), rank, { maxKeys: 3 }),
    compartments: setOf(['SI', 'TK']),
    releasableTo: permissiveOf(recipients),
    nationals: permissiveOf(STATES),
    purposes: permissiveOf(PURPOSES),
    displayOnly: setOf(recipients),
    controls: fc.subarray(['A:H2', 'B:ORCON', 'B:H2']),
    foreignSources: setOf(['GBR', 'DEU', '~']),
    tlp: fc.option(fc.constantFrom(...TLP_COLOURS)),
  })
  .map(({ ranks, displayOnly, controls, ...parts }) => {
    const { releasableTo } = parts;
    const beyond = releasableTo === 'ANY' ? [] : [...displayOnly].filter((entry) => !releasableTo.has(entry));
    return internLabel({
      ...parts,
      ranks: new Map(Object.entries(ranks)),
      displayOnly: beyond.length === 0 ? null : new Set(beyond),
      originatorControls: [...controls].sort().map((control) => {
        const [organisation = '', mode = ''] = control.split(':');
        return { organisation, mode };
      }),
    });
  });

const clearance: fc.Arbitrary<Clearance> = fc.record({
  policy: fc.constantFrom('USA', 'GBR', 'DEU', 'NATO', 'EU'),
  rank,
  briefedAt: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
  ndaAt: fc.constant(null),
  until: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
});

const profile: fc.Arbitrary<Profile> = fc
  .record({
    represents: fc.constantFrom(...STATES),
    nationalities: fc.subarray(STATES),
    clearances: fc.array(clearance, { maxLength: 4 }),
    compartments: fc.subarray(['SI', 'TK']),
    purpose: fc.constantFrom(...PURPOSES),
  })
  .map(({ purpose, ...attributes }) => ({
    purpose,
    caseId: null,
    subject: {
      id: 'a:0000000000000000',
      agency: `${attributes.represents}.agency`,
      kind: 'POLICE',
      groups: groupsOf(attributes.represents, NOW),
      ...attributes,
    },
  }));

/** Labels that profiles often dominate: without them the laws below would hold of almost nothing. */
const easyLabel = fc.tuple(label, fc.boolean()).map(([some, keepRank]) =>
  internLabel({
    ...some,
    ranks: keepRank ? some.ranks : new Map([...some.ranks].map(([policy]): [string, Rank] => [policy, 0])),
    compartments: new Set(),
    nationals: 'ANY',
    purposes: 'ANY',
  }),
);

const dominates = (who: Profile, what: Label): boolean => assessDominance(who, what, NOW).failures.size === 0;
const covers = (high: Permissive, low: Permissive): boolean =>
  low === 'ANY' || (high !== 'ANY' && [...high].every((value) => low.has(value)));
const viewers = ({ releasableTo, displayOnly }: Label): Permissive =>
  releasableTo === 'ANY' ? 'ANY' : new Set([...releasableTo, ...(displayOnly ?? [])]);

/** The order of the lattice, written without the join. */
function isBelow(low: Label, high: Label): boolean {
  const controls = new Set(high.originatorControls.map(({ organisation, mode }) => `${organisation}:${mode}`));
  return (
    [...low.ranks].every(([policy, value]) => (high.ranks.get(policy) ?? -1) >= value) &&
    [...low.compartments].every((value) => high.compartments.has(value)) &&
    covers(high.releasableTo, low.releasableTo) &&
    covers(viewers(high), viewers(low)) &&
    covers(high.nationals, low.nationals) &&
    covers(high.purposes, low.purposes) &&
    low.originatorControls.every(({ organisation, mode }) => controls.has(`${organisation}:${mode}`)) &&
    [...low.foreignSources].every((value) => high.foreignSources.has(value)) &&
    (low.tlp === null || TLP_COLOURS.indexOf(low.tlp) <= (high.tlp === null ? -1 : TLP_COLOURS.indexOf(high.tlp)))
  );
}

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
        expect(isBelow(a, joined) && isBelow(b, joined)).toBe(true);
        const upper = joinLabels(joined, c);
        if (isBelow(a, upper) && isBelow(b, upper)) expect(isBelow(joined, upper)).toBe(true);
        if (isBelow(a, b)) expect(joined).toBe(b);
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

  it('admits nobody, not everybody, where two release sets have nobody in common', () => {
    const joined = joinLabels(parseLabel('l=-;rel=USA;nat=*;pur=*'), parseLabel('l=-;rel=GBR;nat=*;pur=*'));
    expect(joined.text).toBe('l=-;rel=-;nat=*;pur=*');
  });

  it('does not let a French subject through a join of NOFORN with a French label', () => {
    const noforn = parseLabel('l=USA:0;rel=*;nat=USA;pur=*');
    const french = parseLabel('l=FRA:0;rel=FRA+USA;nat=*;pur=*');
    const joined = joinLabels(noforn, french);
    fc.assert(fc.property(profile, (who) => who.subject.represents !== 'FRA' || !dominates(who, joined)));
    expect(joined.nationals).toEqual(new Set(['USA']));
  });

  it('asks for a clearance under both policies of a joined label', () => {
    const joined = joinLabels(parseLabel('l=USA:3;rel=*;nat=*;pur=*'), parseLabel('l=FRA:3;rel=*;nat=*;pur=*'));
    expect(joined.text).toBe('l=FRA:3,USA:3;rel=*;nat=*;pur=*');
    const cleared = (...policies: string[]): Profile => ({
      purpose: 'TRANSIT',
      caseId: null,
      subject: {
        id: 'a:0000000000000000',
        represents: 'USA',
        agency: 'USA.agency',
        kind: 'POLICE',
        nationalities: ['USA'],
        clearances: policies.map((policy) => ({ policy, rank: 4, briefedAt: null, ndaAt: null, until: null })),
        compartments: [],
        groups: [],
      },
    });
    expect(dominates(cleared('USA'), joined)).toBe(false);
    expect(dominates(cleared('FRA'), joined)).toBe(false);
    expect(dominates(cleared('FRA', 'USA'), joined)).toBe(true);
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

  it('keeps the key only where the other adds no restriction, or an act on it would lift what it does not cover', () => {
    const open = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q2');
    expect(joinHandlings(holder, open).record.key).toBe('list');
    expect(joinHandlings(open, holder).record.key).toBeNull();
    expect(joinHandlings(holder, target).record.key).toBeNull();
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
