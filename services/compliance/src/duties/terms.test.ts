import { POLICIES } from '@chancery/policy/policies';
import { describe, expect, it } from '@jest/globals';
import { soonAt, TERMS } from './terms.js';

const owing = POLICIES.flatMap((policy) => ('obligations' in policy && policy.obligations.length > 0 ? [policy] : []));
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('the terms of what is owed', () => {
  it('are known of every rule of the law by which something is owed that is done once, and of no other', () => {
    const asked = owing.filter(({ obligations }) => obligations.some(({ kind }) => kind !== 'MINIMISE'));
    expect(Object.keys(TERMS).sort()).toEqual(asked.map(({ id }) => id).sort());
  });

  it('say 72 hours and at most 30 days of an emergency disclosure, as 32 CFR 2001.52(b)(6) does', () => {
    const notice = owing
      .find(({ id }) => id === 'EO-4.2b')
      ?.obligations.find(({ kind }) => kind === 'NOTIFY_ORIGINATOR');
    expect(notice?.dueInSeconds).toBe(72 * 3_600);
    expect(TERMS['EO-4.2b']).toMatchObject({ word: 'WITHIN_72_HOURS', latestInSeconds: 30 * 24 * 3_600 });
  });

  it('let what is owed without delay wait no longer than a day', () => {
    const prompt = owing.filter(({ id }) => TERMS[id]?.word === 'WITHOUT_DELAY');
    expect(prompt.length).toBeGreaterThan(5);
    for (const { obligations } of prompt) {
      for (const { dueInSeconds } of obligations) expect(dueInSeconds).toBeLessThanOrEqual(86_400);
    }
  });

  it('warn when two thirds of them have passed, and not of what is due within the hour', () => {
    expect(soonAt(0, 72 * HOUR_MS)).toBe(48 * HOUR_MS);
    expect(soonAt(0, HOUR_MS - 1)).toBeNull();
    expect(soonAt(0, 5 * MINUTE_MS)).toBeNull();
  });
});
