import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLScalarType, parseValue } from 'graphql';
import { DateTime, LocalDate, StateCode } from './scalars.js';

const literal = (scalar: GraphQLScalarType, text: string): unknown => scalar.parseLiteral(parseValue(text));
const refused = (message: string) => expect.objectContaining({ code: 'INPUT_INVALID', message });

describe('DateTime', () => {
  it.each([
    ['2026-09-11T04:00:00Z', '2026-09-11T04:00:00.000Z'],
    ['2026-09-11t06:00:00.5+02:00', '2026-09-11T04:00:00.500Z'],
    ['2026-09-11T04:00:00.123000000z', '2026-09-11T04:00:00.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    // A leap second is the second after it (RFC 3339 section 5.7).
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2016-12-31T15:59:60.25-08:00', '2017-01-01T00:00:00.250Z'],
  ])('reads %s', (text, instant) => {
    expect((DateTime.parseValue(text) as Date).toISOString()).toBe(instant);
    expect(literal(DateTime, JSON.stringify(text))).toEqual(new Date(instant));
  });

  it.each([
    // Cut, it would be another instant, and find a row that is not there.
    '2026-09-11T04:00:00.000001Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-23:59',
    '2026-02-30T00:00:00Z',
    '2026-09-11T24:00:00Z',
    '2026-09-11T04:00:61Z',
    '2026-09-11T04:00:60Z',
    '2026-12-30T23:59:60Z',
    '2026-09-11T04:00:00',
    '2026-09-11 04:00:00Z',
    '2026-09-11',
    '',
  ])('refuses `%s` in its own words', (text) => {
    expect(() => DateTime.parseValue(text)).toThrow(refused(`\`${text}\` is not an instant to the millisecond`));
  });

  it('refuses what is no text as it was written', () => {
    expect(() => DateTime.parseValue(5)).toThrow(refused('`5` is not an instant to the millisecond'));
    expect(() => DateTime.parseValue([{ a: 1 }])).toThrow(refused('`[{"a":1}]` is not an instant to the millisecond'));
    expect(() => literal(DateTime, '20230101')).toThrow(refused('`20230101` is not an instant to the millisecond'));
  });

  it('reads what it writes', () => {
    const range = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const written = DateTime.serialize(date);
        expect(DateTime.parseValue(written instanceof Date ? written.toISOString() : written)).toEqual(date);
      }),
    );
  });
});

describe('LocalDate', () => {
  it('is a date of the calendar from the year 1 on', () => {
    for (const text of ['0001-01-01', '2024-02-29', '9999-12-31']) expect(LocalDate.parseValue(text)).toBe(text);
    for (const text of ['0000-01-01', '0000-12-31', '2026-02-29', '2026-13-01', '20260101', '10000-01-01', '']) {
      expect(() => LocalDate.parseValue(text)).toThrow(refused(`\`${text}\` is not a calendar date`));
    }
  });

  it('refuses a literal of another kind as it was written', () => {
    expect(() => literal(LocalDate, '20230101')).toThrow(refused('`20230101` is not a calendar date'));
    expect(() => literal(LocalDate, 'TODAY')).toThrow(refused('`TODAY` is not a calendar date'));
  });

  it('tells no more of a long input than its beginning', () => {
    expect(() => LocalDate.parseValue('x'.repeat(500))).toThrow(
      refused(`\`${'x'.repeat(100)}…\` is not a calendar date`),
    );
  });
});

describe('StateCode', () => {
  it('is three letters', () => {
    expect(StateCode.parseValue('XKX')).toBe('XKX');
    for (const value of ['de', 'DE', 'deu', 'DEUX', 7, null]) {
      expect(() => StateCode.parseValue(value)).toThrow('is not a State code');
    }
    expect(() => literal(StateCode, 'DEU')).toThrow(refused('`DEU` is not a State code'));
  });
});

it('each scalar names its specification (GraphQL section 3.5)', () => {
  for (const { specifiedByURL } of [DateTime, LocalDate, StateCode]) expect(specifiedByURL).toMatch(/^https:/);
});
