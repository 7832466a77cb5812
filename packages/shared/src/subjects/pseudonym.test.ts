import { describe, expect, it } from '@jest/globals';
import { findBearer, pseudonymOf } from './pseudonym.js';

const KEY = new Uint8Array(32).fill(7);
const ISSUER = 'https://idp.usa.example';

describe('a pseudonym', () => {
  it('is found among those whom an agency names, and is nobody else’s', () => {
    const pseudonym = pseudonymOf(ISSUER, '5b0c7e', KEY);
    expect(findBearer(pseudonym, { issuer: ISSUER, subs: ['1', '5b0c7e', '2'] }, KEY)).toBe('5b0c7e');
    expect(findBearer(pseudonym, { issuer: ISSUER, subs: ['1', '2'] }, KEY)).toBeNull();
  });

  it('is another with another issuer and under another key', () => {
    const pseudonym = pseudonymOf(ISSUER, '5b0c7e', KEY);
    expect(findBearer(pseudonym, { issuer: 'https://idp.gbr.example', subs: ['5b0c7e'] }, KEY)).toBeNull();
    expect(findBearer(pseudonym, { issuer: ISSUER, subs: ['5b0c7e'] }, new Uint8Array(32))).toBeNull();
  });
});
