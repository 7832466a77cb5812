import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** Means of communication of a post. */
export interface CommunicationAsset {
  readonly type: 'WIRELESS_TRANSMITTER' | 'LINE' | 'CIPHER_DEVICE' | 'COURIER_ROUTE';
  /** Reference of the receiving State's consent. */
  readonly receivingStateConsentRef: string | null;
}

/** VCDR 27(1) and VCCR 35(1): a wireless transmitter needs the consent of the receiving State; nothing else does. */
export function checkCommunicationAsset(asset: CommunicationAsset, post: 'MISSION' | 'CONSULAR_POST'): Verdict {
  if (asset.type !== 'WIRELESS_TRANSMITTER' || isStated(asset.receivingStateConsentRef)) return ACCEPTED;
  const rule = post === 'MISSION' ? 'VCDR-27-1' : 'VCCR-35-2';
  return refused(rule, 'a wireless transmitter without the consent of the receiving State');
}
