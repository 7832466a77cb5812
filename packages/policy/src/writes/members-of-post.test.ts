import { REGIMES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { PERSON_CATEGORIES } from '../compiled/bits.js';
import { checkAcceptance, checkMember, familyOf } from './members-of-post.js';

const ACCEPTED = { accepted: true };

describe('what a member of a post is (CHY-MEMB)', () => {
  it('follows from the treaty that governs the post', () => {
    const membersOf = (regime: (typeof REGIMES)[number]): string[] =>
      PERSON_CATEGORIES.filter((category) => checkMember(category, [{ regime }]).accepted);

    expect(membersOf('VCDR')).toContain('DIPLOMATIC_AGENT');
    expect(membersOf('VCDR')).not.toContain('CONSULAR_OFFICER');
    expect(membersOf('VCCR')).toContain('CONSULAR_EMPLOYEE');
    expect(membersOf('VCCR')).not.toContain('DIPLOMATIC_AGENT');
    expect(membersOf('CPIUN_MISSION')).toContain('UN_REPRESENTATIVE');
    expect(membersOf('CPIUN_MISSION')).not.toContain('UN_OFFICIAL');
  });

  it('is nowhere somebody’s family, and nothing at a post of which nothing is known', () => {
    for (const category of PERSON_CATEGORIES) {
      expect(checkMember(category, [])).toMatchObject({ accepted: false, rule: 'CHY-MEMB' });
      if (!category.startsWith('FAMILY_OF_')) continue;
      for (const regime of REGIMES) expect(checkMember(category, [{ regime }]).accepted).toBe(false);
    }
  });

  it('says what its family is, where an article has one', () => {
    const families = PERSON_CATEGORIES.map(familyOf).filter((family) => family !== null);

    expect(families.sort()).toEqual(PERSON_CATEGORIES.filter((each) => each.startsWith('FAMILY_OF_')).sort());
    expect(familyOf('HONORARY_OFFICER')).toBeNull();
    expect(familyOf('NOBODY')).toBeNull();
  });
});

describe('whether a receiving State accepts a member of a post (VCDR 9, VCCR 23)', () => {
  const toGermany = { receiving: 'DEU', regime: 'VCDR' } as const;
  const said = {
    acceptability: 'NON_GRATA',
    before: 'AGREED',
    saidBy: null,
    category: 'DIPLOMATIC_AGENT',
    represents: 'DEU',
  };

  it('is said by the State that receives the post, of the relation to itself', () => {
    expect(checkAcceptance(said, [toGermany])).toEqual(ACCEPTED);
    expect(checkAcceptance({ ...said, represents: 'FRA' }, [toGermany])).toMatchObject({ rule: 'CHY-MEMB' });
    expect(checkAcceptance(said, [])).toMatchObject({ rule: 'CHY-MEMB' });
  });

  it('is persona non grata of an officer alone; others are not acceptable', () => {
    for (const category of PERSON_CATEGORIES) {
      const isOfficer = ['DIPLOMATIC_AGENT', 'CONSULAR_OFFICER', 'HONORARY_OFFICER'].includes(category);
      expect(checkAcceptance({ ...said, category }, [toGermany]).accepted).toBe(isOfficer);
      expect(checkAcceptance({ ...said, category, acceptability: 'NOT_ACCEPTABLE' }, [toGermany])).toEqual(ACCEPTED);
    }
    const staff = { ...said, category: 'CONSULAR_EMPLOYEE' };
    expect(checkAcceptance(staff, [{ receiving: 'DEU', regime: 'VCCR' }])).toMatchObject({ rule: 'VCCR-23' });
  });

  it('is taken back by the State that said it, and by no other that receives the same post', () => {
    const both = [toGermany, { receiving: 'LIE', regime: 'VCDR' }] as const;
    for (const before of ['NON_GRATA', 'NOT_ACCEPTABLE']) {
      const takenBack = { ...said, acceptability: 'AGREED', before };
      expect(checkAcceptance({ ...takenBack, saidBy: 'DEU' }, both)).toEqual(ACCEPTED);
      expect(checkAcceptance({ ...takenBack, saidBy: 'LIE' }, both)).toMatchObject({ rule: 'VCDR-9' });
      expect(checkAcceptance({ ...takenBack, saidBy: null }, both)).toMatchObject({ rule: 'VCDR-9' });
    }
  });

  it('is said of no mission that another treaty governs, or none', () => {
    const open = REGIMES.filter((regime) => checkAcceptance(said, [{ receiving: 'DEU', regime }]).accepted);

    expect(open).toEqual(['VCDR', 'VCCR', 'VCCR_HONORARY']);
  });
});
