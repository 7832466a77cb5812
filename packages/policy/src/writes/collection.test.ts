import { describe, expect, it } from '@jest/globals';
import { judgeMissionReport, judgeSurveillanceReport } from './collection.js';

describe('a report of a mission (VCDR 3(1)(d))', () => {
  it('names the lawful means by which it was collected', () => {
    expect(judgeMissionReport({ collectionBasis: 'open sources' })).toEqual({ accepted: true });
    expect(judgeMissionReport({ collectionBasis: null })).toMatchObject({ accepted: false, rule: 'VCDR-3' });
    expect(judgeMissionReport({ collectionBasis: '' })).toMatchObject({ accepted: false });
  });
});

describe('an observation of people near a post (VCDR 41(1))', () => {
  const lawful = { lawfulBasis: 'section 4 of the act on video surveillance', hostNotified: true };

  it('is kept with a lawful basis that the host was told of', () => {
    expect(judgeSurveillanceReport(lawful)).toEqual({ accepted: true });
  });

  it('is refused without either', () => {
    expect(judgeSurveillanceReport({ ...lawful, lawfulBasis: null })).toMatchObject({
      accepted: false,
      rule: 'VCDR-41-1',
    });
    expect(judgeSurveillanceReport({ ...lawful, hostNotified: false })).toMatchObject({
      accepted: false,
      rule: 'VCDR-41-1',
    });
  });
});
