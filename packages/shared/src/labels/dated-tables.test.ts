import { describe, expect, it } from '@jest/globals';
import { isCalendarDate, NEVER } from './calendar.js';
import { equivalentRank, nextEquivalenceChange } from './equivalence.js';
import { EQUIVALENCE_ROWS } from './equivalence-rows.js';
import { groupsOf, nextMembershipChange } from './memberships.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');

describe('memberships', () => {
  it('knows the groups of a State at an instant', () => {
    expect(groupsOf('GBR', NOW)).toEqual(['ACGU', 'FVEY', 'NATO', 'TEYE']);
    expect(groupsOf('DEU', NOW)).toEqual(['EU', 'NATO']);
    expect(groupsOf('AUT', NOW)).toEqual(['EU']);
    expect(groupsOf('URY', NOW)).toEqual([]);
    expect(groupsOf('UN', NOW)).toEqual([]);
  });

  it('ends a membership at its instant and not before, and says when', () => {
    const left = Date.parse('2020-01-31T00:00:00Z');
    expect(groupsOf('GBR', left - 1)).toContain('EU');
    expect(groupsOf('GBR', left)).not.toContain('EU');
    expect(nextMembershipChange('GBR', left - 1)).toBe(left);
    expect(nextMembershipChange('GBR', left)).toBe(NEVER);
  });
});

describe('equivalence', () => {
  it('is the identity within a policy, and nothing without a row', () => {
    expect(equivalentRank('FRA', 2, 'FRA', NOW)).toBe(2);
    expect(equivalentRank('USA', 3, 'RUS', NOW)).toBeNull();
    expect(equivalentRank('EU', 4, 'DEU', NOW)).toBeNull();
    expect(equivalentRank('DEU', 3, 'EU', NOW)).toBeNull();
  });

  it('holds from its day on', () => {
    const from = Date.parse('2021-07-01T00:00:00Z');
    expect(equivalentRank('EU', 3, 'FRA', from - 1)).toBeNull();
    expect(equivalentRank('EU', 3, 'FRA', from)).toBe(3);
    expect(nextEquivalenceChange('EU', 3, 'FRA', from - 1)).toBe(from);
  });

  it('never lowers a rank, and has real days and an agreement in every row', () => {
    for (const { level, rank, from, to, agreement } of EQUIVALENCE_ROWS) {
      expect(rank).toBeGreaterThanOrEqual(level);
      expect(isCalendarDate(from) && (to === null || isCalendarDate(to))).toBe(true);
      expect(agreement).not.toBe('');
    }
  });

  it('has no two rows in force at once for one comparison', () => {
    const keys = EQUIVALENCE_ROWS.map(({ owner, level, handling }) => `${owner} ${level} ${handling}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('isCalendarDate', () => {
  it.each(['2026-02-28', '2024-02-29', '1961-04-14'])('takes %s', (text) => expect(isCalendarDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-1-01', '2026-01-01T00:00:00Z', '', '0000-00-00'])('refuses %p', (text) =>
    expect(isCalendarDate(text)).toBe(false),
  );
});
