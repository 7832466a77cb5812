import { describe, expect, it } from '@jest/globals';
import { NEVER } from '../calendar.js';
import { parseLabel } from '../labels/parse-handling.js';
import type { Clearance, Profile, Subject } from '../subjects/subject.js';
import { assessDominance } from './dominance.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');

function profile(attributes: Partial<Subject>, purpose: Profile['purpose'] = 'THREAT_PREVENTION'): Profile {
  const subject: Subject = {
    id: 'a:0000000000000000',
    represents: 'USA',
    agency: 'USA.agency',
    kind: 'DIPLOMATIC_SECURITY',
    nationalities: ['USA'],
    clearances: [],
    compartments: [],
    groups: [],
    ...attributes,
  };
  return { subject, purpose, caseId: null };
}

const cleared = (policy: string, rank: Clearance['rank'], dates: Partial<Clearance> = {}): Partial<Subject> => ({
  clearances: [{ policy, rank, briefedAt: null, ndaAt: null, until: null, ...dates }],
});

const failures = (who: Profile, label: string, now = NOW): string[] =>
  [...assessDominance(who, parseLabel(label), now).failures].sort();

describe('rank', () => {
  it('needs nothing at rank 0, and a clearance above it', () => {
    expect(failures(profile({}), 'l=USA:0;rel=*;nat=*;pur=*')).toEqual([]);
    expect(failures(profile({}), 'l=USA:1;rel=*;nat=*;pur=*')).toEqual(['RANK']);
    expect(failures(profile(cleared('USA', 3)), 'l=USA:3;rel=*;nat=*;pur=*')).toEqual([]);
    expect(failures(profile(cleared('USA', 2)), 'l=USA:3;rel=*;nat=*;pur=*')).toEqual(['RANK']);
  });

  it('compares two policies only through a row in force, in its direction', () => {
    expect(failures(profile(cleared('GBR', 3)), 'l=USA:3;rel=*;nat=*;pur=*')).toEqual([]);
    expect(failures(profile(cleared('FRA', 4)), 'l=USA:2;rel=*;nat=*;pur=*')).toEqual(['RANK']);
    // Rows have NATO information handled by its members, not the reverse.
    expect(failures(profile(cleared('NATO', 4, { briefedAt: '2026-01-01' })), 'l=USA:2;rel=*;nat=*;pur=*')).toEqual([
      'RANK',
    ]);
    expect(failures(profile(cleared('GBR', 4)), 'l=USA:3;rel=*;nat=*;pur=*', Date.parse('1961-01-01'))).toEqual([
      'RANK',
    ]);
  });

  it('asks for the next level up where the holder has none of that rank', () => {
    expect(failures(profile(cleared('GBR', 2)), 'l=USA:2;rel=*;nat=*;pur=*')).toEqual(['RANK']);
    expect(failures(profile(cleared('GBR', 3)), 'l=USA:2;rel=*;nat=*;pur=*')).toEqual([]);
    expect(failures(profile(cleared('USA', 1)), 'l=DEU:1;rel=*;nat=*;pur=*')).toEqual(['RANK']);
    expect(failures(profile(cleared('USA', 2)), 'l=DEU:1;rel=*;nat=*;pur=*')).toEqual([]);
  });

  it.each(['NATO', 'EU'])('asks for a briefing, not for a clearance, at rank 1 of %s', (policy) => {
    const label = `l=${policy}:1;rel=*;nat=*;pur=*`;
    expect(failures(profile(cleared(policy, 0, { briefedAt: '2026-01-01' })), label)).toEqual([]);
    expect(failures(profile(cleared(policy, 4)), label)).toEqual(['RANK']);
    expect(failures(profile(cleared('DEU', 4, { briefedAt: '2026-01-01' })), label)).toEqual(['RANK']);
    expect(failures(profile(cleared(policy, 0, { briefedAt: '2026-09-22' })), label)).toEqual(['RANK']);
  });

  it('asks for briefing and clearance above rank 1 of NATO; a national clearance serves as the latter', () => {
    const label = 'l=NATO:3;rel=*;nat=*;pur=*';
    const national = { policy: 'DEU', rank: 3, briefedAt: null, ndaAt: null, until: null } as const;
    const briefing = { policy: 'NATO', rank: 0, briefedAt: '2026-01-01', ndaAt: null, until: null } as const;
    expect(failures(profile({ clearances: [national] }), label)).toEqual(['RANK']);
    expect(failures(profile({ clearances: [briefing] }), label)).toEqual(['RANK']);
    expect(failures(profile({ clearances: [national, briefing] }), label)).toEqual([]);
  });

  it('counts a clearance through the whole of its last day, UTC, and says when it ends', () => {
    const who = profile(cleared('USA', 3, { until: '2026-09-21' }));
    const label = 'l=USA:3;rel=*;nat=*;pur=*';
    const midnight = Date.parse('2026-09-22T00:00:00Z');
    expect(assessDominance(who, parseLabel(label), NOW).validUntil).toBe(midnight);
    expect(failures(who, label, midnight - 1)).toEqual([]);
    expect(failures(who, label, midnight)).toEqual(['RANK']);
    expect(assessDominance(who, parseLabel(label), midnight).validUntil).toBe(NEVER);
  });
});

describe('permissive and restrictive marks', () => {
  it('needs every compartment', () => {
    const label = 'l=-;c=SI+TK;rel=*;nat=*;pur=*';
    expect(failures(profile({ compartments: ['SI', 'TK'] }), label)).toEqual([]);
    expect(failures(profile({ compartments: ['SI'] }), label)).toEqual(['COMPARTMENT']);
  });

  it('takes the State represented or a group of it for a recipient, never a nationality', () => {
    expect(failures(profile({ represents: 'GBR', groups: ['FVEY'] }), 'l=-;rel=FVEY;nat=*;pur=*')).toEqual([]);
    expect(failures(profile({ represents: 'FRA', nationalities: ['USA'] }), 'l=-;rel=USA;nat=*;pur=*')).toEqual([
      'RELEASE',
    ]);
    expect(failures(profile({}), 'l=-;rel=-;nat=*;pur=*')).toEqual(['RELEASE']);
  });

  it('refuses who has a second nationality, states none, or represents another State, where nationals only may read', () => {
    const noforn = 'l=-;rel=*;nat=USA;pur=*';
    expect(failures(profile({}), noforn)).toEqual([]);
    expect(failures(profile({ nationalities: ['USA', 'RUS'] }), noforn)).toEqual(['NATIONALITY']);
    expect(failures(profile({ nationalities: [] }), noforn)).toEqual(['NATIONALITY']);
    expect(failures(profile({ represents: 'GBR' }), noforn)).toEqual(['NATIONALITY']);
    expect(failures(profile({}), 'l=-;rel=*;nat=-;pur=*')).toEqual(['NATIONALITY']);
  });

  it('reads under one of the purposes listed, and under none when none is', () => {
    expect(failures(profile({}, 'PROTECT_LIFE'), 'l=-;rel=*;nat=*;pur=PROTECT_LIFE')).toEqual([]);
    expect(failures(profile({}, 'TRAINING'), 'l=-;rel=*;nat=*;pur=PROTECT_LIFE')).toEqual(['PURPOSE']);
    expect(failures(profile({}, 'TRAINING'), 'l=-;rel=*;nat=*;pur=-')).toEqual(['PURPOSE']);
  });

  it('lets a State on the display list look, and says that it may do no more', () => {
    const label = parseLabel('l=-;rel=USA;nat=*;pur=*;do=DEU');
    const assess = (represents: string) => assessDominance(profile({ represents }), label, NOW);
    expect(assess('DEU')).toMatchObject({ failures: new Set(), displayOnly: true });
    expect(assess('USA')).toMatchObject({ failures: new Set(), displayOnly: false });
    expect(assess('FRA')).toMatchObject({ failures: new Set(['RELEASE', 'DISPLAY_ONLY']), displayOnly: false });
  });

  it('reports every failure at once', () => {
    const who = profile({ represents: 'FRA', nationalities: ['FRA'] }, 'TRAINING');
    expect(failures(who, 'l=USA:4;c=SI;rel=GBR+USA;nat=USA;pur=PROTECT_LIFE')).toEqual([
      'COMPARTMENT',
      'NATIONALITY',
      'PURPOSE',
      'RANK',
      'RELEASE',
    ]);
  });
});
