import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { CUSTODY_EVENTS, checkReproduction, recordedEvents } from './foreign-information.js';

const foreign = (rank: number, source = 'GBR') => parseLabel(`l=USA:${rank};rel=USA;nat=*;pur=*;fgi=${source}`);

describe('records of foreign government information (CFR-2001.54ab)', () => {
  it('are kept of every event, reading included, when it is TOP SECRET', () => {
    expect(recordedEvents(foreign(4))).toEqual(CUSTODY_EVENTS);
    expect(recordedEvents(foreign(4, '~'))).toContain('ACCESS');
  });

  it('are kept of receipt, dispatch, reproduction and destruction when it is SECRET, and not of reading', () => {
    expect(recordedEvents(foreign(3))).toEqual(['RECEIPT', 'REPRODUCTION', 'TRANSMITTAL', 'DESTRUCTION']);
  });

  it('are owed neither below that nor of what is not foreign', () => {
    expect(recordedEvents(foreign(2))).toEqual([]);
    expect(recordedEvents(parseLabel('l=USA:4;rel=USA;nat=*;pur=*'))).toEqual([]);
  });
});

describe('a reproduction of foreign TOP SECRET', () => {
  it('needs the consent of each government that it came from', () => {
    const label = parseLabel('l=USA:4;rel=USA;nat=*;pur=*;fgi=FRA+GBR');

    expect(checkReproduction(label, new Set(['GBR']))).toMatchObject({ accepted: false, rule: 'CFR-2001.54ab' });
    expect(checkReproduction(label, new Set(['FRA', 'GBR']))).toEqual({ accepted: true });
    expect(checkReproduction(foreign(3), new Set())).toEqual({ accepted: true });
  });

  it('cannot be had of a source that nobody names', () => {
    expect(checkReproduction(foreign(4, '~'), new Set(['GBR']))).toMatchObject({ accepted: false });
  });
});
