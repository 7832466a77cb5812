import { describe, expect, it } from '@jest/globals';
import { mayInvokeImmunity } from './waiver.js';

describe('immunity from a counter-claim', () => {
  it('is lost in proceedings that the person started, where the claim is directly connected, and nowhere else', () => {
    expect(mayInvokeImmunity({ inOwnProceedings: true, directlyConnected: true })).toBe(false);
    expect(mayInvokeImmunity({ inOwnProceedings: true, directlyConnected: false })).toBe(true);
    expect(mayInvokeImmunity({ inOwnProceedings: false, directlyConnected: true })).toBe(true);
    expect(mayInvokeImmunity({ inOwnProceedings: false, directlyConnected: false })).toBe(true);
  });
});
