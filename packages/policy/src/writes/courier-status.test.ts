import { describe, expect, it } from '@jest/globals';
import { MINUTE, NOON } from '../testkit/scenario.js';
import { courierStatusOf } from './courier-status.js';

describe('the status of who carries a bag (VCDR 27(5)-(7))', () => {
  it('of a courier ad hoc ends at the minute of delivery and not before', () => {
    const courier = { kind: 'COURIER_AD_HOC', deliveredAt: NOON } as const;

    expect(courierStatusOf(courier, NOON - MINUTE)).toBe('COURIER');
    expect(courierStatusOf(courier, NOON)).toBe('NO_IMMUNITY');
    expect(courierStatusOf({ ...courier, deliveredAt: null }, NOON)).toBe('COURIER');
  });

  it('of a regular courier outlasts a delivery', () => {
    expect(courierStatusOf({ kind: 'COURIER', deliveredAt: NOON - MINUTE }, NOON)).toBe('COURIER');
  });

  it('is never that of a courier for the captain of an aircraft', () => {
    for (const deliveredAt of [null, NOON]) {
      expect(courierStatusOf({ kind: 'AIRCRAFT_CAPTAIN', deliveredAt }, NOON)).toBe('NOT_A_COURIER');
    }
  });
});
