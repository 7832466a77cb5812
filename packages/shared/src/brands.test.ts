import { describe, expect, it } from '@jest/globals';
import { isReceipt, parseReceipt, type Receipt } from './brands.js';

/** Whether the compiler would take the one for the other: a line below that is wrong does not build. */
type Takes<Given, Wanted> = Given extends Wanted ? true : false;

describe('brands', () => {
  it('a receipt is made of no other text', () => {
    const text: Takes<string, Receipt> = false;
    const shown: Takes<Receipt, string> = true;

    expect([text, shown]).toEqual([false, true]);
    expect(isReceipt('q83vEjRWeJq83vEjRWeJqg')).toBe(true);
    expect(parseReceipt('q83vEjRWeJq83vEjRWeJqg')).toBe('q83vEjRWeJq83vEjRWeJqg');
    expect(() => parseReceipt('q83v')).toThrow('a receipt that is none');
    expect(['', 'q83vEjRWeJq83vEjRWeJq', 'q83vEjRWeJq83vEjRWeJqg\n', null].some(isReceipt)).toBe(false);
  });
});
