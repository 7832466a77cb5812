import type { Fact } from '@chancery/shared/snapshot/snapshot';
import { findContradiction } from '@chancery/shared/snapshot/snapshot-shapes';
import { describe, expect, it } from '@jest/globals';
import { applyNotices } from './apply-notices.js';

const fact = (m: string, changes: Partial<Fact> = {}): Fact => ({
  ...{ m, sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus: 'ESTABLISHED', protectingPower: null },
  ...{ from: '2026-01-01', until: null },
  ...changes,
});
const suspended = fact('Q1', { legalStatus: 'SUSPENDED', from: '2026-06-01' });

describe('what is recorded of a post', () => {
  it('holds from its first day on, and what stood before ends there', () => {
    const facts = applyNotices([fact('Q1'), fact('Q2')], [suspended]);
    expect(facts).toEqual([fact('Q2'), fact('Q1', { until: '2026-06-01' }), suspended]);
    expect(findContradiction([...facts])).toBeNull();
  });

  it('is of one relation: another State of accreditation is not concerned', () => {
    const austria = fact('Q1', { receiving: 'AUT' });
    expect(applyNotices([fact('Q1'), austria], [suspended])).toContainEqual(austria);
  });

  it('replaces what was to come after its day, in the order in which it was recorded', () => {
    const closed = fact('Q1', { legalStatus: 'CLOSED', from: '2026-03-01' });
    expect(applyNotices([fact('Q1')], [suspended, closed])).toEqual([fact('Q1', { until: '2026-03-01' }), closed]);
    expect(applyNotices([fact('Q1')], [closed, suspended])).toEqual([
      fact('Q1', { until: '2026-03-01' }),
      { ...closed, until: '2026-06-01' },
      suspended,
    ]);
  });

  it('of a new State of accreditation is a further fact', () => {
    const accredited = fact('Q1', { receiving: 'CHE', from: '2026-06-01' });
    expect(applyNotices([fact('Q1')], [accredited])).toEqual([fact('Q1'), accredited]);
  });

  it('changes nothing else, and nothing at all where there is none', () => {
    const facts = [fact('Q1'), fact('Q2')];
    expect(applyNotices(facts, [])).toBe(facts);
  });
});
