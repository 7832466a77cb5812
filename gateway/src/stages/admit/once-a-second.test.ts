import { describe, expect, it } from '@jest/globals';
import { OnceASecond } from './once-a-second.js';

describe('what is written once a second', () => {
  it('is written once a second for each key, however often it happens', () => {
    const refusals = new OnceASecond();
    const admitted = Array.from({ length: 3_000 }, (_, ms) => refusals.admit('TOKEN_MISSING', ms)).filter(Boolean);

    expect(admitted).toHaveLength(3);
    expect(refusals.admit('TOKEN_EXPIRED', 2_999)).toBe(true);
  });
});
