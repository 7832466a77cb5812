import { describe, expect, it } from '@jest/globals';
import { channelOf } from './request-channel.js';

describe('the way of a request to a mission (VCDR 41(2))', () => {
  const direct = { from: 'RECEIVING_STATE_LEA', purpose: 'CRIMINAL_INVESTIGATION', agreedChannelRef: null } as const;

  it('is the ministry, by which a direct request of the police is sent', () => {
    expect(channelOf(direct)).toEqual({ channel: 'MISROUTED', obligations: ['ROUTE_VIA_MFA'] });
    expect(channelOf({ ...direct, from: 'RECEIVING_STATE_MFA' })).toEqual({ channel: 'MINISTRY', obligations: [] });
  });

  it('is direct where the two States agreed on it', () => {
    expect(channelOf({ ...direct, agreedChannelRef: 'note 17' })).toEqual({ channel: 'AGREED', obligations: [] });
    expect(channelOf({ ...direct, agreedChannelRef: ' ' }).channel).toBe('MISROUTED');
  });

  it('is direct where a life depends on it', () => {
    expect(channelOf({ ...direct, purpose: 'PROTECT_LIFE' })).toEqual({ channel: 'EMERGENCY', obligations: [] });
  });
});
