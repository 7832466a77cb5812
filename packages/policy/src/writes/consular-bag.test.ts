import { describe, expect, it } from '@jest/globals';
import { checkConsularBagRoute, outcomeOfOpeningRequest } from './consular-bag.js';

describe('a request to open a consular bag (VCCR 35(3))', () => {
  const agreed = { seriousReason: 'a weapon was reported', sendingStateAgreed: true, representativePresent: true };

  it('opens it with serious reason, leave and presence together', () => {
    expect(outcomeOfOpeningRequest(agreed)).toBe('OPEN_IN_PRESENCE');
  });

  it('returns it to its place of origin when the sending State refuses, and never opens it then', () => {
    expect(outcomeOfOpeningRequest({ ...agreed, sendingStateAgreed: false })).toBe('RETURN_TO_ORIGIN');
  });

  it('waits for an answer and for the representative', () => {
    expect(outcomeOfOpeningRequest({ ...agreed, sendingStateAgreed: null })).toBe('AWAIT_ANSWER');
    expect(outcomeOfOpeningRequest({ ...agreed, representativePresent: false })).toBe('AWAIT_ANSWER');
  });

  it('without serious reason lets it pass, whoever agreed', () => {
    expect(outcomeOfOpeningRequest({ ...agreed, seriousReason: null })).toBe('LET_PASS');
    expect(outcomeOfOpeningRequest({ ...agreed, seriousReason: ' ' })).toBe('LET_PASS');
  });
});

describe('a bag between two honorary posts (VCCR 58(4))', () => {
  const munich = { honorary: true, receivingState: 'DEU' };
  const vienna = { honorary: true, receivingState: 'AUT' };

  it('needs the consent of both receiving States', () => {
    expect(checkConsularBagRoute({ from: munich, to: vienna, consenting: new Set(['DEU', 'AUT']) })).toEqual({
      accepted: true,
    });
    expect(checkConsularBagRoute({ from: munich, to: vienna, consenting: new Set(['DEU']) })).toMatchObject({
      accepted: false,
      rule: 'VCCR-35-3',
      reason: expect.stringContaining('`AUT`'),
    });
  });

  it('needs none within one State, or when one of the posts is a career post', () => {
    const none = new Set<string>();

    expect(checkConsularBagRoute({ from: munich, to: munich, consenting: none })).toEqual({ accepted: true });
    expect(checkConsularBagRoute({ from: munich, to: { ...vienna, honorary: false }, consenting: none })).toEqual({
      accepted: true,
    });
  });
});
