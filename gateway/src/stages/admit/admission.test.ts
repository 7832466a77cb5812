import { describe, expect, it } from '@jest/globals';
import { ADMISSION } from '../limit/limits.js';
import { Admission } from './admission.js';

const AGENCY = 'DEU.police';
const of = (id: string, agency = AGENCY) => ({ id, agency });
const rate = (what: string) =>
  expect.objectContaining({ code: 'RATE_EXCEEDED', message: expect.stringContaining(what) });

function admission(ledger: { entries?: number; bytes?: number; healthy?: boolean } = {}) {
  const { entries = 0, bytes = 0, healthy = true } = ledger;
  return new Admission({ limits: ADMISSION, ledger: { waiting: () => ({ entries, bytes }), healthy: () => healthy } });
}

const times = (count: number, enter: (n: number) => () => void) => Array.from({ length: count }, (_, n) => enter(n));

describe('admission', () => {
  it('takes so many requests at once of one subject, and the next when one is over', () => {
    const gate = admission();
    const [leave] = times(ADMISSION.subjectMax, () => gate.enter(of('a')));

    expect(() => gate.enter(of('a'))).toThrow(rate('of one subject'));
    expect(() => gate.enter(of('b'))).not.toThrow();
    expect(() => gate.enter(of('a', 'FRA.police'))).not.toThrow();
    leave?.();
    leave?.();
    expect(() => gate.enter(of('a'))).not.toThrow();
    expect(() => gate.enter(of('a'))).toThrow(rate('of one subject'));
  });

  it('takes so many of one agency, however many its people are, and serves the others', () => {
    const gate = admission();
    times(ADMISSION.agencyMax, (n) => gate.enter(of(`${n}`)));

    expect(() => gate.enter(of('new'))).toThrow(rate('of one agency'));
    expect(() => gate.enter(of('new', 'FRA.police'))).not.toThrow();
  });

  it('takes so many of all, and tells who is within its own limits that the gateway is full', () => {
    const gate = admission();
    times(ADMISSION.allMax, (n) => gate.enter(of(`${n}`, `A${n % 8}`)));

    expect(() => gate.enter(of('new', 'FRA.police'))).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
  });

  it.each([
    ['too many entries wait', { entries: ADMISSION.ledgerEntriesMax + 1 }, 'OVERLOADED'],
    ['too many bytes wait', { bytes: ADMISSION.ledgerBytesMax + 1 }, 'OVERLOADED'],
    ['it is down', { healthy: false }, 'AUDIT_UNAVAILABLE'],
  ])('takes nobody who could not be recorded: %s', (_, ledger, code) => {
    expect(() => admission(ledger).enter(of('a'))).toThrow(expect.objectContaining({ code }));
  });
});
