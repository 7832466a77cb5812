import type { Instant } from '@chancery/shared/clock';

/** Who carries a bag. */
export interface BagCarrier {
  readonly kind: 'COURIER' | 'COURIER_AD_HOC' | 'AIRCRAFT_CAPTAIN';
  /** When the bag was handed to the consignee. */
  readonly deliveredAt: Instant | null;
}

/** What a carrier is: computed when asked, never kept. */
export type CourierStatus = 'COURIER' | 'NO_IMMUNITY' | 'NOT_A_COURIER';

/**
 * VCDR 27(5)-(7): a courier enjoys personal inviolability; that of one ad hoc ends when the bag is delivered; the captain of
 * an aircraft is never a courier, whatever documents he carries.
 */
export function courierStatusOf(carrier: BagCarrier, now: Instant): CourierStatus {
  if (carrier.kind === 'AIRCRAFT_CAPTAIN') return 'NOT_A_COURIER';
  const delivered = carrier.deliveredAt !== null && carrier.deliveredAt <= now;
  return carrier.kind === 'COURIER_AD_HOC' && delivered ? 'NO_IMMUNITY' : 'COURIER';
}
