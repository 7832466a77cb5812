import { CATEGORIES, CATEGORY_RULES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { checkReason, needsReason } from './reading-reason.js';

describe('the reason of a reading (LED-25)', () => {
  it('is asked for data of law enforcement and for no other', () => {
    for (const category of CATEGORIES) {
      const groups: readonly string[] = CATEGORY_RULES[category].groups;
      expect(needsReason([category])).toBe(groups.includes('LEA'));
    }
    expect(needsReason([])).toBe(false);
    expect(needsReason(['PUBLIC_FACT', 'OFFENDER'])).toBe(true);
  });

  it('is stated, or data of law enforcement is not read', () => {
    expect(checkReason(['OFFENDER'], 'search of 21 September')).toEqual({ accepted: true });
    for (const reason of [null, '', '   ', 'ok', '       .']) {
      expect(checkReason(['PUBLIC_FACT', 'OFFENDER'], reason)).toMatchObject({ accepted: false, rule: 'LED-25' });
    }
  });

  it("is nobody else's business, and is not repeated when it is refused", () => {
    expect(checkReason(['PUBLIC_FACT', 'EVACUEE'], null)).toEqual({ accepted: true });
    expect(JSON.stringify(checkReason(['CASE'], 'canary'))).not.toContain('canary');
  });
});
