import { describe, expect, it } from '@jest/globals';
import { StrangerRefusals } from './stranger-refusals.js';

describe('refusals of strangers', () => {
  it('are recorded once a second for each code, however many come', () => {
    const refusals = new StrangerRefusals();
    const admitted = Array.from({ length: 3_000 }, (_, ms) => refusals.admit('TOKEN_MISSING', ms)).filter(Boolean);

    expect(admitted).toHaveLength(3);
    expect(refusals.admit('TOKEN_EXPIRED', 2_999)).toBe(true);
  });
});
