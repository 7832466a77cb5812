import { describe, expect, it } from '@jest/globals';
import { checkCommunicationAsset } from './wireless-transmitter.js';

describe('a wireless transmitter (VCDR 27(1), VCCR 35(1))', () => {
  const transmitter = { type: 'WIRELESS_TRANSMITTER', receivingStateConsentRef: null } as const;

  it('is refused without the consent of the receiving State, under the article of the post', () => {
    expect(checkCommunicationAsset(transmitter, 'MISSION')).toMatchObject({ accepted: false, rule: 'VCDR-27-1' });
    expect(checkCommunicationAsset(transmitter, 'CONSULAR_POST')).toMatchObject({ accepted: false, rule: 'VCCR-35-2' });
  });

  it('is accepted with it', () => {
    const consented = { ...transmitter, receivingStateConsentRef: 'note 17' };

    expect(checkCommunicationAsset(consented, 'MISSION')).toEqual({ accepted: true });
  });

  it('alone needs it: ciphers, lines and couriers are free', () => {
    for (const type of ['LINE', 'CIPHER_DEVICE', 'COURIER_ROUTE'] as const) {
      expect(checkCommunicationAsset({ type, receivingStateConsentRef: null }, 'MISSION')).toEqual({ accepted: true });
    }
  });
});
