import { DecisionProfiles } from '@chancery/shared/clearance/decision-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { createRuleTable } from '../compiled/rule-table.js';
import { decideValue } from '../decide/decide-value.js';
import { POLICIES } from '../generated/policies.js';
import { alikeValues, unseen } from '../testkit/alike-values.js';
import { seededSource } from '../testkit/random.js';

const RULES = { table: createRuleTable(POLICIES), evaluate: evaluateCompiled };
const DAY_MS = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

describe('what of a profile decides', () => {
  it('is the same for the person and for all who are alike: no decision turns on anything that was left out', () => {
    const profiles = new DecisionProfiles();
    let decided = 0;
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), fc.nat({ max: 400 }), fc.nat({ max: 400 }), (law, one, other) => {
        const [evaluations, values] = alikeValues(seededSource(law), one, other);
        for (const { profile, view, now } of evaluations) {
          const reduced = profiles.of(profile, now, view).profile;
          for (const { category, handling, action } of values) {
            const whole = decideValue({ profile, view: unseen(view), now, category, handling, action }, RULES);
            const alike = decideValue({ profile: reduced, view: unseen(view), now, category, handling, action }, RULES);
            expect({ ...alike, validUntil: 0 }).toEqual({ ...whole, validUntil: 0 });
            decided += 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(decided).toBeGreaterThan(1_000);
  });

  it('is one for ten thousand officers of one agency who were briefed on other days and work on other cases', () => {
    const profiles = new DecisionProfiles();
    const [evaluations] = alikeValues(seededSource(1), 1, 2);
    const [first] = evaluations;
    if (first === undefined) throw new RangeError('no evaluation');
    const { profile, view, now } = first;
    const officer = (n: number): Profile => ({
      subject: {
        ...profile.subject,
        id: `a:${n}`,
        clearances: [
          {
            policy: 'USA',
            rank: 2,
            briefedAt: dayOf(now - (n % 900) * DAY_MS),
            ndaAt: dayOf(now - (n % 700) * DAY_MS),
            until: dayOf(now + (1 + (n % 500)) * DAY_MS),
          },
        ],
      },
      purpose: profile.purpose,
      caseId: `case_${n}`,
    });
    const keys = new Set(Array.from({ length: 10_000 }, (_, n) => profiles.of(officer(n), now, view).key));
    expect(keys.size).toBe(1);
  });

  it('is another once a clearance has ended, is not yet in force, or was never signed for', () => {
    const profiles = new DecisionProfiles();
    const [evaluations] = alikeValues(seededSource(1), 1, 2);
    const [first] = evaluations;
    if (first === undefined) throw new RangeError('no evaluation');
    const { profile, view, now } = first;
    const keyOf = (days: {
      readonly briefedAt: string | null;
      readonly ndaAt: string | null;
      readonly until: string | null;
    }) =>
      profiles.of(
        { ...profile, subject: { ...profile.subject, clearances: [{ policy: 'USA', rank: 2, ...days }] } },
        now,
        view,
      ).key;
    const past = dayOf(now - 10 * DAY_MS);
    const ahead = dayOf(now + 10 * DAY_MS);
    const whole = keyOf({ briefedAt: past, ndaAt: past, until: null });
    expect(keyOf({ briefedAt: past, ndaAt: past, until: ahead })).toBe(whole);
    expect(keyOf({ briefedAt: past, ndaAt: past, until: past })).not.toBe(whole);
    expect(keyOf({ briefedAt: ahead, ndaAt: past, until: null })).not.toBe(whole);
    expect(keyOf({ briefedAt: past, ndaAt: null, until: null })).not.toBe(whole);
  });
});
