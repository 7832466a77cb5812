import { describe, expect, it } from '@jest/globals';
import { profileText } from './profile-text.js';
import type { Clearance, Profile, Subject } from './subject.js';

const clearance = (policy: string): Clearance => ({
  policy,
  rank: 3,
  briefedAt: '2026-01-10',
  ndaAt: null,
  until: '2027-01-10',
});

const SUBJECT: Subject = {
  id: 'a:0123456789abcdef',
  represents: 'GBR',
  agency: 'GBR.foreign-ministry',
  kind: 'FOREIGN_MINISTRY',
  nationalities: ['FRA', 'GBR'],
  clearances: [clearance('GBR'), clearance('NATO')],
  compartments: ['KLONDIKE', 'SI'],
  groups: ['FVEY', 'NATO'],
};
const PROFILE: Profile = { subject: SUBJECT, purpose: 'EVACUATION', caseId: null };

/** The same object with its keys put in another order. */
const turned = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;

describe('the text of a profile', () => {
  it('is one for one profile, in whatever order its keys and sets come', () => {
    const shuffled = turned({
      ...PROFILE,
      subject: turned({
        ...SUBJECT,
        nationalities: ['GBR', 'FRA'],
        clearances: [clearance('NATO'), clearance('GBR')].map(turned),
        compartments: ['SI', 'KLONDIKE'],
        groups: ['NATO', 'FVEY'],
      }),
    });
    expect(profileText(shuffled)).toEqual(profileText({ ...PROFILE }));
  });

  it.each<[string, Profile]>([
    ['another purpose', { ...PROFILE, purpose: 'TRANSIT' }],
    ['a case', { ...PROFILE, caseId: 'inc_1' }],
    ['another person', { ...PROFILE, subject: { ...SUBJECT, id: 'a:0123456789abcdee' } }],
    ['another kind of agency', { ...PROFILE, subject: { ...SUBJECT, kind: 'POLICE' } }],
    ['one nationality less', { ...PROFILE, subject: { ...SUBJECT, nationalities: ['GBR'] } }],
    ['one group less', { ...PROFILE, subject: { ...SUBJECT, groups: ['NATO'] } }],
    ['one compartment less', { ...PROFILE, subject: { ...SUBJECT, compartments: ['SI'] } }],
    [
      'a clearance that ends sooner',
      {
        ...PROFILE,
        subject: { ...SUBJECT, clearances: [{ ...clearance('GBR'), until: '2026-12-31' }, clearance('NATO')] },
      },
    ],
  ])('differs for %s', (_, other) => {
    expect(profileText(other).digest).not.toBe(profileText(PROFILE).digest);
  });
});
