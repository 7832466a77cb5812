import { describe, expect, it } from '@jest/globals';
import { isCalendarDate, NEVER } from '../calendar.js';
import type { Rank } from '../labels/label.js';
import { MARKING_LEVELS, markOfRank, rankOfMark } from '../labels/marking-levels.js';
import { groupsOf, membersOf, nextMembershipChange } from '../memberships.js';
import { equivalentRank, nextEquivalenceChange } from './equivalence.js';
import { EQUIVALENCE_ROWS, type EquivalenceRow } from './equivalence-rows.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');

describe('memberships', () => {
  it('knows the groups of a State at an instant', () => {
    expect(groupsOf('GBR', NOW)).toEqual(['ACGU', 'FVEY', 'NATO', 'TEYE']);
    expect(groupsOf('DEU', NOW)).toEqual(['EU', 'NATO']);
    expect(groupsOf('AUT', NOW)).toEqual(['EU']);
    expect(groupsOf('URY', NOW)).toEqual([]);
    expect(groupsOf('UN', NOW)).toEqual([]);
  });

  it('has the United Kingdom leave the Union on 2020-02-01 at midnight in Brussels, and says when', () => {
    const left = Date.parse('2020-02-01T00:00:00+01:00');
    expect(groupsOf('GBR', left - 1)).toContain('EU');
    expect(groupsOf('GBR', left)).not.toContain('EU');
    expect(nextMembershipChange('GBR', left - 1)).toBe(left);
    expect(nextMembershipChange('GBR', left)).toBe(NEVER);
  });

  it.each([
    ['FIN', 'NATO', '2023-04-04'],
    ['SWE', 'NATO', '2024-03-07'],
    ['MKD', 'NATO', '2020-03-27'],
    ['HRV', 'EU', '2013-07-01'],
    ['GBR', 'EU', '1973-01-01'],
  ])('admits %s to %s on %s and not an instant before', (state, group, day) => {
    const joined = Date.parse(`${day}T00:00:00Z`);
    expect(groupsOf(state, joined - 1)).not.toContain(group);
    expect(groupsOf(state, joined)).toContain(group);
    expect(membersOf(group, joined)).toContain(state);
    expect(membersOf(group, joined - 1)).not.toContain(state);
  });

  it('knows the members of the tetragraphs, and none of a group that it does not know', () => {
    expect(membersOf('TEYE', NOW)).toEqual(['AUS', 'GBR', 'USA']);
    expect(membersOf('ACGU', NOW)).toEqual(['AUS', 'CAN', 'GBR', 'USA']);
    expect(membersOf('FVEY', NOW)).toEqual(['AUS', 'CAN', 'GBR', 'NZL', 'USA']);
    expect(membersOf('EU', NOW)).toHaveLength(27);
    expect(membersOf('NATO', NOW)).toHaveLength(32);
    expect(membersOf('SEYE', NOW)).toEqual([]);
  });
});

describe('levels', () => {
  const before = (day: string): number => Date.parse(`${day}T00:00:00Z`) - 1;

  // EU Member States' table (2011/C 202/05, annex): words that look alike and are not.
  it.each([
    ['ESP', 'SECRETO', 4],
    ['PRT', 'SECRETO', 3],
    ['ESP', 'RESERVADO', 3],
    ['PRT', 'RESERVADO', 1],
    ['ITA', 'RISERVATO', 1],
    ['ROU', 'SECRET', 2],
    ['FRA', 'SECRET', 3],
    ['USA', 'SECRET', 3],
    ['FRA', 'TRÈS SECRET', 4],
    ['NLD', 'STG. ZEER GEHEIM', 4],
    ['NLD', 'STG. GEHEIM', 3],
    ['NLD', 'DEP. VERTROUWELIJK', 1],
    ['BEL', 'VERTROUWELIJK', 2],
    ['GBR', 'OFFICIAL', 0],
  ])('reads %s %s as rank %i, by its own row and by no cognate', (policy, mark, rank) => {
    expect(rankOfMark(policy, mark, NOW)).toBe(rank);
  });

  it.each([
    ['USA', 'RESTRICTED'],
    ['USA', 'FOUO'],
    ['GBR', 'UK CONFIDENTIAL'],
    ['FRA', 'CONFIDENTIEL DÉFENSE'],
    ['NLD', 'GEHEIM'],
    ['BEL', 'RESTREINT'],
    ['RUS', 'SECRET'],
  ])('knows no level %s %s today', (policy, mark) => {
    expect(rankOfMark(policy, mark, NOW)).toBeNull();
  });

  it('changes the words and the gaps of France with its reform', () => {
    const day = Date.parse('2021-07-01T00:00:00Z');
    expect(rankOfMark('FRA', 'SECRET', before('2021-07-01'))).toBeNull();
    expect(rankOfMark('FRA', 'SECRET DÉFENSE', before('2021-07-01'))).toBe(3);
    expect(rankOfMark('FRA', 'SECRET DÉFENSE', day)).toBeNull();
    expect(markOfRank('FRA', 2, before('2021-07-01'))).toBe('CONFIDENTIEL DÉFENSE');
    expect(markOfRank('FRA', 2, day)).toBeNull();
  });

  it('has the gaps that are real', () => {
    const gaps = (policy: string) => ([1, 2, 3, 4] as const).filter((rank) => markOfRank(policy, rank, NOW) === null);
    expect(gaps('USA')).toEqual([1]);
    expect(gaps('BEL')).toEqual([1]);
    expect(gaps('GBR')).toEqual([2]);
    expect(gaps('FRA')).toEqual([2]);
    for (const policy of ['DEU', 'ESP', 'ITA', 'NLD', 'PRT', 'ROU', 'NATO', 'EU']) expect(gaps(policy)).toEqual([]);
  });

  it('has no two marks of one word in one policy at once', () => {
    const ends = (day: string | null): number => (day === null ? NEVER : Date.parse(day));
    const starts = (day: string | null): number => (day === null ? -NEVER : Date.parse(day));
    const clashes = MARKING_LEVELS.flatMap((a, index) =>
      MARKING_LEVELS.slice(index + 1).filter(
        (b) => a.policy === b.policy && a.mark === b.mark && starts(a.from) < ends(b.to) && starts(b.from) < ends(a.to),
      ),
    );
    expect(clashes).toEqual([]);
  });
});

describe('equivalence', () => {
  it('is the identity within a policy where it has the level, and nothing without a row', () => {
    expect(equivalentRank('DEU', 2, 'DEU', NOW)).toBe(2);
    expect(equivalentRank('RUS', 2, 'RUS', NOW)).toBe(2);
    expect(equivalentRank('USA', 3, 'RUS', NOW)).toBeNull();
    expect(equivalentRank('USA', 3, 'FRA', NOW)).toBeNull();
  });

  it('is directed: a clearance of the Union or of NATO says nothing of national information', () => {
    expect(equivalentRank('EU', 3, 'DEU', NOW)).toBe(3);
    expect(equivalentRank('DEU', 3, 'EU', NOW)).toBeNull();
    expect(equivalentRank('NATO', 3, 'USA', NOW)).toBe(3);
    expect(equivalentRank('USA', 3, 'NATO', NOW)).toBeNull();
  });

  it.each([
    ['GBR', 2, 'GBR', 3],
    ['FRA', 2, 'FRA', 3],
    ['USA', 1, 'USA', 2],
    ['USA', 2, 'GBR', 3],
    ['GBR', 1, 'USA', 2],
    ['DEU', 1, 'USA', 2],
    ['DEU', 1, 'BEL', 2],
    ['NATO', 2, 'GBR', 3],
    ['NATO', 2, 'FRA', 3],
    ['EU', 2, 'FRA', 3],
    ['DEU', 2, 'FRA', 3],
  ] as const)('protects %s %i under %s upwards, as %i', (owner, level, handling, rank) => {
    expect(equivalentRank(owner, level, handling, NOW)).toBe(rank);
  });

  it('holds from its day on', () => {
    const from = Date.parse('2015-12-01T00:00:00Z');
    expect(equivalentRank('EU', 3, 'DEU', from - 1)).toBeNull();
    expect(equivalentRank('EU', 3, 'DEU', from)).toBe(3);
    expect(nextEquivalenceChange('EU', 3, 'DEU', from - 1)).toBe(from);
  });

  it('follows France into its gap at its reform', () => {
    const reform = Date.parse('2021-07-01T00:00:00Z');
    expect(equivalentRank('EU', 2, 'FRA', reform - 1)).toBe(2);
    expect(equivalentRank('EU', 2, 'FRA', reform)).toBe(3);
    expect(nextEquivalenceChange('EU', 2, 'FRA', reform - 1)).toBe(reform);
    expect(equivalentRank('FRA', 2, 'FRA', reform - 1)).toBe(2);
    expect(nextEquivalenceChange('FRA', 2, 'FRA', reform - 1)).toBe(reform);
  });

  it('has the United Kingdom without a row for the Union between its membership and their agreement', () => {
    const left = Date.parse('2020-01-31T23:00:00Z');
    const agreed = Date.parse('2021-05-01T00:00:00Z');
    expect(equivalentRank('EU', 3, 'GBR', left - 1)).toBe(3);
    expect(equivalentRank('EU', 3, 'GBR', left)).toBeNull();
    expect(nextEquivalenceChange('EU', 3, 'GBR', left)).toBe(agreed);
    expect(equivalentRank('EU', 3, 'GBR', agreed)).toBe(3);
    // Their agreement is about the Union's information, not about that of its Member States.
    expect(equivalentRank('DEU', 3, 'GBR', agreed)).toBeNull();
  });

  it('never lowers a rank, never rises by less, and has real days and an agreement in every row', () => {
    for (const { owner, level, handling, rank, from, to, agreement } of EQUIVALENCE_ROWS) {
      expect(rank).toBeGreaterThanOrEqual(level);
      expect(isCalendarDate(from)).toBe(true);
      expect(to === null || Date.parse(to) > Date.parse(from)).toBe(true);
      expect(agreement).not.toBe('');
      const below = equivalentRank(owner, (level - 1) as Rank, handling, Date.parse(from));
      // Rank 1 of NATO and the Union asks for a briefing alone.
      if (level > 2 || (owner !== 'NATO' && owner !== 'EU')) expect(below).not.toBeNull();
      expect(below ?? 0).toBeLessThanOrEqual(rank);
    }
  });

  it('says of every row that a gap or memory is behind that it is not checked', () => {
    const source = (owner: string, level: number, handling: string) =>
      EQUIVALENCE_ROWS.findLast((row) => row.owner === owner && row.level === level && row.handling === handling)
        ?.source;
    expect(source('EU', 3, 'DEU')).toBe('checked');
    expect(source('EU', 3, 'FRA')).toBe('checked');
    expect(source('ESP', 3, 'NLD')).toBe('checked');
    expect(source('EU', 2, 'FRA')).toBe('memory');
    expect(source('NATO', 3, 'DEU')).toBe('memory');
    expect(source('EU', 3, 'GBR')).toBe('memory');
  });

  it('has no two rows in force at once for one comparison', () => {
    const end = (to: string | null): number => (to === null ? NEVER : Date.parse(to));
    const keyOf = (row: EquivalenceRow): string => `${row.owner} ${row.level} ${row.handling}`;
    const clashes = EQUIVALENCE_ROWS.flatMap((a, index) =>
      EQUIVALENCE_ROWS.slice(index + 1).filter(
        (b) => keyOf(a) === keyOf(b) && Date.parse(a.from) < end(b.to) && Date.parse(b.from) < end(a.to),
      ),
    );
    expect(clashes).toEqual([]);
  });
});

describe('isCalendarDate', () => {
  it.each(['2026-02-28', '2024-02-29', '1961-04-14'])('takes %s', (text) => expect(isCalendarDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-1-01', '2026-01-01T00:00:00Z', '', '0000-00-00'])('refuses %p', (text) =>
    expect(isCalendarDate(text)).toBe(false),
  );
});
