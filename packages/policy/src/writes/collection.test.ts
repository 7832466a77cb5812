import { describe, expect, it } from '@jest/globals';
import { checkMissionReport, checkSurveillanceReport } from './collection.js';

describe('a report of a mission (VCDR 3(1)(d))', () => {
  it('names the lawful means by which it was collected', () => {
    expect(checkMissionReport({ collectionBasis: 'open sources' })).toEqual({ accepted: true });
    expect(checkMissionReport({ collectionBasis: null })).toMatchObject({ accepted: false, rule: 'VCDR-3' });
    expect(checkMissionReport({ collectionBasis: '' })).toMatchObject({ accepted: false });
  });
});

describe('an observation of people near a post (VCDR 41(1))', () => {
  const lawful = { lawfulBasis: 'section 4 of the act on video surveillance', hostNotified: true };

  it('is kept with a lawful basis that the host was told of', () => {
    expect(checkSurveillanceReport(lawful)).toEqual({ accepted: true });
  });

  it('is refused without either', () => {
    expect(checkSurveillanceReport({ ...lawful, lawfulBasis: null })).toMatchObject({
      accepted: false,
      rule: 'VCDR-41-1',
    });
    expect(checkSurveillanceReport({ ...lawful, hostNotified: false })).toMatchObject({
      accepted: false,
      rule: 'VCDR-41-1',
    });
  });
});
