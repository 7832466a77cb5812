import type { ObligationKind, Purpose, Role } from '@chancery/shared/vocabulary';
import { isStated } from './verdict.js';

/** A request of an authority of the receiving State to a mission. */
export interface AuthorityRequest {
  readonly from: Role;
  readonly purpose: Purpose;
  /** A standing arrangement between the two States that opens a direct channel to this authority. */
  readonly agreedChannelRef: string | null;
}

/** By which way a request may come, and what has to follow. */
export interface ChannelFinding {
  readonly channel: 'MINISTRY' | 'AGREED' | 'EMERGENCY' | 'MISROUTED';
  readonly obligations: readonly ObligationKind[];
}

/**
 * VCDR 41(2): official business is conducted with or through the ministry for foreign affairs, or such other ministry as may
 * be agreed. Who protects life does not wait for a note; every other direct request is sent by way of the ministry.
 */
export function channelOf({ from, purpose, agreedChannelRef }: AuthorityRequest): ChannelFinding {
  if (from === 'RECEIVING_STATE_MFA') return { channel: 'MINISTRY', obligations: [] };
  if (isStated(agreedChannelRef)) return { channel: 'AGREED', obligations: [] };
  if (purpose === 'PROTECT_LIFE') return { channel: 'EMERGENCY', obligations: [] };
  return { channel: 'MISROUTED', obligations: ['ROUTE_VIA_MFA'] };
}
