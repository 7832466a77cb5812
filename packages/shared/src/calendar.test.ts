import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDate } from './calendar.js';

/** Only what prints back is a date. */
function isDate(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.nat(10 ** length - 1).map((value) => String(value).padStart(length, '0'));

describe('a calendar date', () => {
  it('is one exactly when it prints back from the instant that it names', () => {
    fc.assert(
      fc.property(digits(4), digits(2), digits(2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        expect(isCalendarDate(text)).toBe(isDate(text));
      }),
      { seed: 86, numRuns: 5_000 },
    );
  });

  it('is counted right at the end of each month, and of each February', () => {
    for (const year of ['0000', '0004', '1582', '1900', '1999', '2000', '2024', '2025', '2100', '9999']) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of ['00', '01', '28', '29', '30', '31', '32']) {
          const text = `${year}-${String(month).padStart(2, '0')}-${day}`;
          expect([text, isCalendarDate(text)]).toEqual([text, isDate(text)]);
        }
      }
    }
  });

  it.each(['2024-2-01', '2024-02-1', '2024-02-01T', ' 2024-02-01', '２０２４-02-01', ''])('is not `%s`', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});
