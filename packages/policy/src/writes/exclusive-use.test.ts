import { describe, expect, it } from '@jest/globals';
import { checkBuildingArea } from './exclusive-use.js';

describe('a part of a building that houses a consular post (VCCR 55)', () => {
  const office = { name: 'visa section', uses: ['CONSULAR_WORK'], separate: true, exclusiveUse: true } as const;

  it('is marked exclusive when it serves consular work alone', () => {
    expect(checkBuildingArea(office)).toEqual({ accepted: true });
  });

  it('is never marked exclusive when it serves something else, alone or as well', () => {
    expect(checkBuildingArea({ ...office, uses: ['TRADE_OFFICE'] })).toMatchObject({
      accepted: false,
      rule: 'VCCR-55',
    });
    expect(checkBuildingArea({ ...office, uses: ['CONSULAR_WORK', 'TRADE_OFFICE'] })).toMatchObject({
      accepted: false,
    });
    expect(checkBuildingArea({ ...office, uses: [] })).toMatchObject({ accepted: false });
  });

  it('of another agency is kept separate, and is then no part of the premises', () => {
    const trade = { ...office, name: 'trade office', uses: ['TRADE_OFFICE'], exclusiveUse: false } as const;

    expect(checkBuildingArea(trade)).toEqual({ accepted: true });
    expect(checkBuildingArea({ ...trade, separate: false })).toMatchObject({ accepted: false, rule: 'VCCR-55' });
  });
});
