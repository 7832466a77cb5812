import { describe, expect, it } from '@jest/globals';
import { MARKING_LEVELS, markOfRank, rankOfMark } from '../labels/marking-levels.js';
import { parseLabel } from '../labels/parse-handling.js';
import { membershipsOf, membersOf } from '../memberships.js';
import type { Clearance, Profile } from '../subjects/subject.js';
import { assessDominance } from './dominance.js';
import { equivalentRank } from './equivalence.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');

const holder = (represents: string, ...clearances: Partial<Clearance>[]): Profile => ({
  purpose: 'TRAINING',
  caseId: null,
  subject: {
    id: 'a:0000000000000000',
    represents,
    agency: `${represents}.agency`,
    kind: 'FOREIGN_MINISTRY',
    nationalities: [represents],
    clearances: clearances.map((held) => ({
      policy: represents,
      rank: 0,
      briefedAt: null,
      ndaAt: null,
      until: null,
      ...held,
    })),
    compartments: [],
    groups: [],
  },
});

const reaches = (profile: Profile, label: string, at = NOW): boolean =>
  !assessDominance(profile, parseLabel(`${label};rel=*;nat=*;pur=*`), at).failures.has('RANK');

describe('clearances of the members', () => {
  it('a Swedish SECRET clearance with a briefing of the Union reads SECRET UE/EU SECRET', () => {
    const briefed = { policy: 'EU', rank: 0, briefedAt: '2024-01-01' } as const;
    expect(reaches(holder('SWE', { rank: 3 }, briefed), 'l=EU:3')).toBe(true);
    expect(reaches(holder('SWE', { rank: 3 }), 'l=EU:3')).toBe(false);
    expect(reaches(holder('SWE', { rank: 2 }, briefed), 'l=EU:3')).toBe(false);
    expect(reaches(holder('SWE', { rank: 3 }, briefed), 'l=EU:4')).toBe(false);
  });

  it.each(membersOf('EU', NOW))('%s: a clearance at each level is worth the same level of the Union', (member) => {
    for (const rank of [2, 3, 4] as const) {
      const needed = equivalentRank('EU', rank, member, NOW);
      expect(needed).not.toBeNull();
      // France has no level 2 since its reform: what is protected there at 3.
      expect(needed).toBe(member === 'FRA' && rank === 2 ? 3 : rank);
    }
  });

  it.each(membersOf('NATO', NOW))('%s: a clearance at each level is worth the same level of NATO', (member) => {
    for (const rank of [2, 3, 4] as const) {
      const isGap = rank === 2 && (member === 'FRA' || member === 'GBR');
      expect(equivalentRank('NATO', rank, member, NOW)).toBe(isGap ? 3 : rank);
    }
  });

  it('every two Member States of the Union compare, in both directions', () => {
    const members = membersOf('EU', NOW);
    const missing = members.flatMap((owner) =>
      members
        .filter((other) => other !== owner && equivalentRank(owner, 3, other, NOW) !== 3)
        .map((other) => [owner, other]),
    );
    expect(missing).toEqual([]);
  });

  it('begin with membership, and not before', () => {
    const joined = Date.parse('2024-03-07T00:00:00Z');
    expect(equivalentRank('NATO', 3, 'SWE', joined - 1)).toBeNull();
    expect(equivalentRank('NATO', 3, 'SWE', joined)).toBe(3);
  });

  it('every member has words for its levels, each word once at a time', () => {
    for (const group of ['EU', 'NATO']) {
      for (const { state } of membershipsOf(group)) {
        expect(markOfRank(state, 3, NOW)).not.toBeNull();
        expect(markOfRank(state, 4, NOW)).not.toBeNull();
      }
    }
    for (const { mark } of MARKING_LEVELS) expect(mark).toBe(mark.normalize('NFC'));
  });

  it.each([
    ['SWE', 'HEMLIG', 3],
    ['SWE', 'HEMLIG/SECRET', null],
    ['AUT', 'GEHEIM', 3],
    ['CZE', 'TAJNÉ', 3],
    ['POL', 'ŚCIŚLE TAJNE', 4],
    ['MKD', 'СТРОГО ДОВЕРЛИВО', 3],
    ['NOR', 'HEMMELIG', 3],
    ['CAN', 'RESTRICTED', null],
    ['AUS', 'PROTECTED', 2],
    ['CHE', 'STRENG GEHEIM', null],
  ] as const)('reads %s %s as %p by its own row', (policy, mark, rank) => {
    expect(rankOfMark(policy, mark, NOW)).toBe(rank);
  });
});
