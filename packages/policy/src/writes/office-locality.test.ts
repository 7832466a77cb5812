import { describe, expect, it } from '@jest/globals';
import { statusOfOffice } from './office-locality.js';

describe('an office of a mission (VCDR 12)', () => {
  it('outside its locality is unnotified without the prior express consent of the receiving State', () => {
    expect(statusOfOffice({ city: 'Mombasa', receivingStateConsentRef: null }, 'Nairobi')).toEqual({
      legalStatus: 'UNNOTIFIED',
      obligations: ['ROUTE_VIA_MFA'],
    });
    expect(statusOfOffice({ city: 'Mombasa', receivingStateConsentRef: ' ' }, 'Nairobi').legalStatus).toBe(
      'UNNOTIFIED',
    );
  });

  it('is established with it, and owes nothing', () => {
    expect(statusOfOffice({ city: 'Mombasa', receivingStateConsentRef: 'note 17' }, 'Nairobi')).toEqual({
      legalStatus: 'ESTABLISHED',
      obligations: [],
    });
  });

  it('needs none in the locality of the mission itself', () => {
    expect(statusOfOffice({ city: 'Nairobi', receivingStateConsentRef: null }, 'Nairobi').legalStatus).toBe(
      'ESTABLISHED',
    );
  });
});
