import { NEVER } from '@chancery/shared/calendar';
import { describe, expect, it } from '@jest/globals';
import { unionStatusOf } from './union.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const lawsOf = (state: string, now = NOW) => {
  const { unionBody, underGdpr, underLed } = unionStatusOf(state, now);
  return { unionBody, underGdpr, underLed };
};

describe('the law of the Union on personal data', () => {
  it('binds members by the Regulation and the Directive, and its own bodies by another regulation', () => {
    expect(lawsOf('DEU')).toEqual({ unionBody: false, underGdpr: true, underLed: true });
    expect(lawsOf('EU')).toEqual({ unionBody: true, underGdpr: false, underLed: false });
    expect(lawsOf('USA')).toEqual({ unionBody: false, underGdpr: false, underLed: false });
  });

  it.each(['NOR', 'ISL', 'LIE'])('binds %s, in the Economic Area, by both', (state) => {
    expect(lawsOf(state)).toEqual({ unionBody: false, underGdpr: true, underLed: true });
  });

  it('binds Switzerland by the Directive alone', () => {
    expect(lawsOf('CHE')).toEqual({ unionBody: false, underGdpr: false, underLed: true });
  });

  it('binds an associated State from its day on, which is named as the next change before', () => {
    const before = Date.parse('2018-07-19T23:59:59Z');
    expect(lawsOf('NOR', before).underGdpr).toBe(false);
    expect(unionStatusOf('NOR', before).validUntil).toBe(Date.parse('2018-07-20T00:00:00Z'));
    expect(lawsOf('NOR', Date.parse('2018-07-20T00:00:00Z')).underGdpr).toBe(true);
    expect(unionStatusOf('ISL', NOW).validUntil).toBe(NEVER);
  });

  it('bound the United Kingdom until it left', () => {
    expect(lawsOf('GBR', Date.parse('2020-01-31T22:59:59Z')).underGdpr).toBe(true);
    expect(lawsOf('GBR')).toEqual({ unionBody: false, underGdpr: false, underLed: false });
  });
});
