import { describe, expect, it } from '@jest/globals';
import { checkCountryDeviation } from './country-deviation.js';

describe('a rule that is applied to one State otherwise (VCDR 47)', () => {
  const restriction = {
    rule: 'VCDR-26',
    state: 'USA',
    direction: 'RESTRICTIVE',
    reciprocityMeasureRef: null,
    agreementRef: null,
  } as const;

  it('is discrimination unless it answers a like measure of that State', () => {
    expect(checkCountryDeviation(restriction)).toMatchObject({
      accepted: false,
      rule: 'VCDR-47',
      reason: expect.stringContaining('`VCDR-26`'),
    });
    expect(checkCountryDeviation({ ...restriction, reciprocityMeasureRef: 'measure 3' })).toEqual({ accepted: true });
  });

  it('may be more favourable by custom or agreement, which no measure of reprisal replaces', () => {
    const favour = { ...restriction, direction: 'MORE_FAVOURABLE' } as const;

    expect(checkCountryDeviation({ ...favour, agreementRef: 'treaty 9' })).toEqual({ accepted: true });
    expect(checkCountryDeviation({ ...favour, reciprocityMeasureRef: 'measure 3' })).toMatchObject({ accepted: false });
    expect(checkCountryDeviation({ ...restriction, agreementRef: 'treaty 9' })).toMatchObject({ accepted: false });
  });
});
