import { describe, expect, it } from '@jest/globals';
import { ADMISSION } from '../limit/limits.js';
import { Admission } from './admission.js';

const AGENCY = 'DEU.police';
const of = (id: string, agency = AGENCY) => ({ id, agency });
const rate = (what: string) =>
  expect.objectContaining({ code: 'RATE_EXCEEDED', message: expect.stringContaining(what) });

function admission(ledger: { entries?: number; bytes?: number; healthy?: boolean } = {}) {
  const { entries = 0, bytes = 0, healthy = true } = ledger;
  let time = 0;
  const gate = new Admission({
    limits: ADMISSION,
    ledger: { waiting: () => ({ entries, bytes }), healthy: () => healthy },
    now: () => time,
  });
  const answerIn = (ms: number): void => {
    const answered = gate.measure();
    time += ms;
    answered();
  };
  return Object.assign(gate, { answerIn });
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

  it('takes fewer while answers are slow, and then nobody out of turn: who asks for little is taken all the same', () => {
    const gate = admission();
    for (let n = 0; n < 20; n += 1) gate.answerIn(ADMISSION.slowMs + 1);
    times(ADMISSION.allLeast, (n) => gate.enter(of(`${n}`)));

    expect(() => gate.enter(of('new'))).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    const share = Math.floor(ADMISSION.allLeast / 2);
    const others = times(share, (n) => gate.enter(of(`${n}`, 'FRA.police')));
    expect(() => gate.enter(of('new', 'FRA.police'))).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    others[0]?.();
    expect(() => gate.enter(of('new', 'FRA.police'))).not.toThrow();
  });
});
