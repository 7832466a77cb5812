import { describe, expect, it } from '@jest/globals';
import { NEUTRAL_END, type PersonAccess, reportToPerson } from './report-to-person.js';

const access = (changes: Partial<PersonAccess> = {}): PersonAccess => ({
  recordedAt: '2026-09-21T12:00:00.000Z',
  decision: 'ALLOWED',
  category: 'PERSONAL_DATA',
  agency: 'DEU.consular',
  purpose: 'CONSULAR_ASSISTANCE',
  rule: 'GDPR-6',
  isTransfer: false,
  count: 1,
  ...changes,
});

describe('the report to a person of what was disclosed of him', () => {
  it('names recipient, kind of data, purpose, ground, transfer, first and last time, and how often', () => {
    const later = access({ recordedAt: '2026-09-23T09:00:00.000Z', count: 2 });
    const transfer = access({ agency: 'USA.consular', isTransfer: true, rule: 'GDPR-49' });
    expect(reportToPerson([later, transfer, access()])).toEqual([
      {
        recipient: 'DEU.consular',
        category: 'PERSONAL_DATA',
        purpose: 'CONSULAR_ASSISTANCE',
        ground: 'GDPR-6',
        transfer: false,
        first: '2026-09-21T12:00:00.000Z',
        last: '2026-09-23T09:00:00.000Z',
        times: 3,
      },
      expect.objectContaining({ recipient: 'USA.consular', transfer: true, ground: 'GDPR-49', times: 1 }),
    ]);
  });

  it.each([
    { why: 'was refused', of: access({ decision: 'WITHHELD' }) },
    { why: 'was hidden', of: access({ decision: 'HIDDEN' }) },
    { why: 'is data of law enforcement', of: access({ category: 'OFFENDER' }) },
    { why: 'was read for an investigation', of: access({ purpose: 'CRIMINAL_INVESTIGATION' }) },
    { why: 'was read against a threat', of: access({ purpose: 'THREAT_PREVENTION' }) },
    { why: 'went to the police', of: access({ agency: 'DEU.police' }) },
    { why: 'went to a service', of: access({ agency: 'USA.diplomatic-security' }) },
    { why: 'went to intelligence', of: access({ agency: 'USA.intelligence' }) },
    { why: 'tells of a source', of: access({ category: 'INTEL_SOURCE' }) },
    { why: 'is of no kind that the schema has', of: access({ category: null }) },
  ])('says nothing of what $why, nor that there was something', ({ of }) => {
    expect(reportToPerson([access(), of])).toEqual(reportToPerson([access()]));
    expect(reportToPerson([of])).toEqual([]);
  });

  it('ends the same way whatever was left out', () => {
    expect(NEUTRAL_END).toMatch(/LED 15\(3\)/);
    expect(NEUTRAL_END).not.toMatch(/police|intelligence|withheld/i);
  });
});
