import { describe, expect, it } from '@jest/globals';
import { MINUTE, NOON } from '../testkit/scenario.js';
import { checkConsularAction, checkDetentionNotice, noticeOwedSince } from './detention.js';

describe('what a consular officer does for a detained national (VCCR 36(1)(c))', () => {
  const national = { nationalOfSendingState: true, expresslyOpposes: false };

  it('is anything the national does not oppose', () => {
    expect(checkConsularAction('ARRANGE_LAWYER', national)).toEqual({ accepted: true });
  });

  it('is no action on behalf of one who expressly opposes it; to ask remains free', () => {
    const opposed = { ...national, expresslyOpposes: true };

    expect(checkConsularAction('ARRANGE_LAWYER', opposed)).toMatchObject({ accepted: false, rule: 'VCCR-36-1a' });
    expect(checkConsularAction('TAKE_ACTION', opposed)).toMatchObject({ accepted: false });
    expect(checkConsularAction('COMMUNICATE', opposed)).toEqual({ accepted: true });
    expect(checkConsularAction('VISIT', opposed)).toEqual({ accepted: true });
  });

  it('is nothing for a national of another State', () => {
    expect(checkConsularAction('VISIT', { ...national, nationalOfSendingState: false })).toMatchObject({
      accepted: false,
    });
  });
});

describe('the notice of a detention to the post (VCCR 36(1)(b))', () => {
  const requested = {
    arrestedAt: NOON,
    rightsInformedAt: NOON + MINUTE,
    requestedAt: NOON + 2 * MINUTE,
    mandatoryTreatyRef: null,
    tellsAsylumClaim: false,
  };
  const unasked = { ...requested, requestedAt: null };
  const mandatory = { ...unasked, mandatoryTreatyRef: 'convention of 1951' };

  it('is given at the request of the person, who was told of the right', () => {
    expect(checkDetentionNotice(requested)).toEqual({ accepted: true });
    expect(checkDetentionNotice(unasked)).toMatchObject({ accepted: false, rule: 'VCCR-36-1b' });
    expect(checkDetentionNotice({ ...requested, rightsInformedAt: null })).toMatchObject({ accepted: false });
  });

  it('is given whatever the person wishes where a treaty requires it, and the person is told all the same', () => {
    expect(checkDetentionNotice(mandatory)).toEqual({ accepted: true });
    expect(checkDetentionNotice({ ...mandatory, rightsInformedAt: null })).toMatchObject({ accepted: false });
  });

  it('never discloses a claim to asylum', () => {
    for (const notice of [requested, mandatory]) {
      expect(checkDetentionNotice({ ...notice, tellsAsylumClaim: true })).toMatchObject({ accepted: false });
    }
  });

  it('is owed from the request, under a treaty from the arrest, and otherwise never', () => {
    expect(noticeOwedSince(requested)).toBe(NOON + 2 * MINUTE);
    expect(noticeOwedSince(mandatory)).toBe(NOON);
    expect(noticeOwedSince(unasked)).toBeNull();
  });
});
