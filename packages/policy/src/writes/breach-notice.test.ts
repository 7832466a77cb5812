import { describe, expect, it } from '@jest/globals';
import { type BreachRecord, breachNoticeDue, checkBreachRecord } from './breach-notice.js';

const HOUR = 60 * 60 * 1000;
const AWARE = Date.parse('2026-09-21T12:00:00Z');
const open: BreachRecord = { awareAt: AWARE, notifiedAt: null, delayReason: null, noRiskReason: null };
const refusal = { accepted: false, rule: 'GDPR-30' };

describe('a breach of personal data (GDPR 33, held under GDPR-30)', () => {
  it('is due at the authority 72 hours after someone became aware of it', () => {
    expect(breachNoticeDue(open)).toBe(Date.parse('2026-09-24T12:00:00Z'));
    expect(checkBreachRecord(open, AWARE + 72 * HOUR)).toEqual({ accepted: true });
    expect(checkBreachRecord(open, AWARE + 72 * HOUR + 1)).toMatchObject(refusal);
  });

  it('is notified late only with the reasons for the delay', () => {
    const late = { ...open, notifiedAt: AWARE + 73 * HOUR };

    expect(checkBreachRecord({ ...open, notifiedAt: AWARE + HOUR }, AWARE + 99 * HOUR)).toEqual({ accepted: true });
    expect(checkBreachRecord(late, AWARE + 99 * HOUR)).toMatchObject(refusal);
    expect(checkBreachRecord({ ...late, delayReason: 'the log was encrypted' }, AWARE + 99 * HOUR)).toEqual({
      accepted: true,
    });
  });

  it('goes without notice only where a reason says that a risk to persons is unlikely', () => {
    const later = AWARE + 100 * HOUR;

    expect(checkBreachRecord({ ...open, noRiskReason: 'no key was lost' }, later)).toEqual({ accepted: true });
    expect(checkBreachRecord({ ...open, noRiskReason: ' ' }, later)).toMatchObject(refusal);
    expect(checkBreachRecord({ ...open, delayReason: 'no key was lost' }, later)).toMatchObject(refusal);
  });
});
