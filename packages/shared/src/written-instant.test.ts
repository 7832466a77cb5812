import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spokenInstant, writtenInstant, zonedInstant } from './written-instant.js';

const NOW = Date.parse('2026-09-21T12:34:56.789Z');
const instants = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const two = (most: number) => fc.nat(most).map((value) => String(value).padStart(2, '0'));

describe('an instant that an operator writes', () => {
  it('is the one that was meant, to the day, the minute, the second and the millisecond', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(10, 16, 19, 23), (instant, length) => {
        const text = instant.toISOString().slice(0, length);
        const whole = `${text}${'0000-00-00T00:00:00.000'.slice(length)}Z`;
        expect(writtenInstant(length === 10 ? text : `${text}Z`)).toBe(Date.parse(whole));
      }),
    );
  });

  it('is none, or prints back as it was written', () => {
    let none = 0;
    let some = 0;
    fc.assert(
      fc.property(two(13), two(32), two(25), two(61), (month, day, hour, minute) => {
        const text = `2026-${month}-${day}T${hour}:${minute}`;
        const instant = writtenInstant(`${text}Z`);
        if (instant === null) none += 1;
        else {
          some += 1;
          expect(new Date(instant).toISOString().slice(0, 16)).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(none, some)).toBeGreaterThan(20);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-02-30T12:00:00Z',
    '2026-04-31T00:00Z',
    '2026-09-21T24:00:00Z',
    '2026-13-01',
    '0000-01-01',
    '2026-09-21T12:00:00',
    '2026-09-21T12:00:00+02:00',
    '2026',
    '1',
    '',
  ])('is none in `%s`, and not another time', (text) => {
    expect(writtenInstant(text)).toBeNull();
    expect(spokenInstant(text, NOW)).toBeNull();
  });

  it('is one with its zone where it has to say it, and 30 February is none there either', () => {
    const said = ['2026-09-21T12:00Z', '2026-09-21T12:00:00.5+02:00', '2024-02-29T23:59:59-01:00'];
    expect(said.map((text) => new Date(zonedInstant(text) ?? Number.NaN).toISOString())).toEqual([
      '2026-09-21T12:00:00.000Z',
      '2026-09-21T10:00:00.500Z',
      '2024-03-01T00:59:59.000Z',
    ]);
    const none = [
      '2026-02-30T00:00:00Z',
      '2026-04-31T00:00+02:00',
      '2026-09-21T24:00:00Z',
      '2026-09-21T12:00:00+24:00',
    ];
    for (const text of [...none, '2026-09-21', '2026-09-21T12:00:00', '2026-09-21T12:00:00 Z', '']) {
      expect([text, zonedInstant(text)]).toEqual([text, null]);
    }
  });

  it('is one in words, before now', () => {
    const said = ['today', '90m', '2h', '3d', '2026-09-21'].map((text) => spokenInstant(text, NOW));
    expect(said.map((instant) => new Date(instant ?? Number.NaN).toISOString())).toEqual([
      '2026-09-21T00:00:00.000Z',
      '2026-09-21T11:04:56.789Z',
      '2026-09-21T10:34:56.789Z',
      '2026-09-18T12:34:56.789Z',
      '2026-09-21T00:00:00.000Z',
    ]);
    expect(['tomorrow', '-1d', '1.5h', '123456d', 'd', ' 1d'].map((text) => spokenInstant(text, NOW))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});
