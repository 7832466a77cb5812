import { describe, expect, it } from '@jest/globals';
import { internLabel } from '../labels/intern.js';
import { labelPartsOf } from '../labels/marks/label-of-mark.js';
import { parsePortion } from '../labels/marks/parse-mark.js';
import { parseLabel } from '../labels/parse-handling.js';
import { NOW } from '../labels/testkit/arbitrary-labels.js';
import { groupsOf } from '../memberships.js';
import type { Subject } from '../subjects/subject.js';
import { bannerOf } from './banner.js';

const READ_INS = ['SI-G', 'TK', 'SAR-BP', 'ATOMAL', 'HCS-P'];

const viewer = (represents: string, attributes: Partial<Subject> = {}): Subject => ({
  id: 'a:0000000000000000',
  represents,
  agency: `${represents}.agency`,
  kind: 'FOREIGN_MINISTRY',
  nationalities: [represents],
  clearances: [],
  compartments: READ_INS,
  groups: groupsOf(represents, NOW),
  ...attributes,
});

const bannerOver = (who: Subject, labels: readonly string[], maker: string | null = null): string =>
  bannerOf(
    labels.map((text) => ({ label: parseLabel(text), maker })),
    who,
    false,
  ).text;

const ofPortions = (portions: string, represents: string): string =>
  bannerOf(
    portions.split(' + ').map((portion) => ({ label: internLabel(labelPartsOf(parsePortion(portion))), maker: null })),
    viewer(represents),
    false,
  ).text;

describe('the banner of an answer', () => {
  it.each([
    ['(S//NF)', 'USA', 'SECRET//NOFORN'],
    ['(S//NF) + (S//REL TO USA, GBR)', 'USA', 'SECRET//NOFORN'],
    ['(S)', 'USA', 'SECRET'],
    ['(S//REL TO USA, GBR)', 'USA', 'SECRET//REL TO USA, GBR'],
    ['(S//REL TO USA, GBR)', 'GBR', 'SECRET//REL TO USA, GBR'],
    ['(S//REL TO USA, AUS) + (S//REL TO USA, GBR)', 'USA', 'SECRET//NOFORN'],
    ['(S//REL TO USA, DEU, GBR) + (C//REL TO USA, GBR)', 'USA', 'SECRET//REL TO USA, GBR'],
    ['(TS//SI-G/TK//OC/NF)', 'USA', 'TOP SECRET//SI-G/TK//ORCON/NOFORN'],
    ['(TS//SI-G/TK//OC/REL TO USA, GBR)', 'GBR', 'TOP SECRET//SI-G/TK//ORCON/REL TO USA, GBR'],
    ['(TS//SAR-BP//NF)', 'USA', 'TOP SECRET//SAR-BP//NOFORN'],
    ['(S//NF/FISA)', 'USA', 'SECRET//NOFORN/FISA'],
    ['(S//NF//LES)', 'USA', 'SECRET//NOFORN//LES'],
    ['(U//FOUO)', 'USA', 'UNCLASSIFIED//FOUO'],
    ['(U//SBU)', 'USA', 'UNCLASSIFIED//SBU'],
    ['(S//DISPLAY ONLY DEU)', 'DEU', 'SECRET//DISPLAY ONLY DEU'],
    ['(S//DISPLAY ONLY DEU)', 'USA', 'SECRET//DISPLAY ONLY DEU'],
    ['(//DEU S//REL TO USA, DEU)', 'DEU', '//DEU SECRET//REL TO USA, DEU'],
    ['(//GBR S)', 'GBR', '//GBR SECRET'],
    ['(//JOINT S GBR USA//REL TO USA, GBR)', 'GBR', '//JOINT SECRET GBR USA//REL TO USA, GBR'],
    ['(//JOINT S GBR USA//REL TO USA, GBR)', 'USA', '//JOINT SECRET GBR USA//REL TO USA, GBR'],
    ['(NS)', 'DEU', 'NATO SECRET'],
    ['(CTS)', 'USA', 'COSMIC TOP SECRET'],
    ['(NS) + (S//REL TO USA, NATO)', 'USA', 'SECRET//FGI NATO//REL TO USA, NATO'],
    ['(NR)', 'DEU', 'NATO RESTRICTED'],
    ['(S-UE/EU-S)', 'DEU', 'SECRET UE/EU SECRET'],
    ['(R-UE/EU-R)', 'FRA', 'RESTREINT UE/EU RESTRICTED'],
    ['(//DEU R)', 'DEU', '//DEU RESTRICTED'],
    ['(S//REL TO USA, FVEY)', 'GBR', 'SECRET//REL TO USA, FVEY'],
    ['(S//OC-USGOV/NF)', 'USA', 'SECRET//ORCON-USGOV/NOFORN'],
    ['(TLP:AMBER+STRICT)', 'DEU', 'TLP:AMBER+STRICT'],
    ['(TLP:CLEAR)', 'DEU', 'TLP:CLEAR'],
    ['(S//FGI)', 'USA', 'SECRET//FGI'],
    ['(//FGI S//NF)', 'USA', 'SECRET//FGI//NOFORN'],
    ['(S//FGI DEU//REL TO USA, DEU)', 'DEU', 'SECRET//FGI DEU//REL TO USA, DEU'],
  ])('of %s for %s is %s', (portions, represents, banner) => {
    expect(ofPortions(portions, represents)).toBe(banner);
  });

  it.each([
    ['two owners without a common mark', '(//GBR S) + (//DEU S)', 'FRA', '//DEU SECRET | //GBR SECRET'],
    ['two alliances', '(NS) + (S-UE/EU-S)', 'DEU', 'SECRET UE/EU SECRET | NATO SECRET'],
    ['two owners for the United States', '(//GBR S) + (//DEU S)', 'USA', 'SECRET//FGI DEU GBR'],
    [
      'a partner and another State',
      '(S//REL TO USA, GBR) + (//DEU S)',
      'GBR',
      '//DEU SECRET | SECRET//REL TO USA, GBR',
    ],
    ['a colour beside a classification', '(S//NF) + (TLP:RED)', 'USA', 'SECRET//NOFORN | TLP:RED'],
    ['a colour that limits nobody', '(S//NF) + (TLP:CLEAR)', 'USA', 'SECRET//NOFORN'],
    ['controlled unclassified information', '(CUI//SP-PRVCY//FED ONLY)', 'USA', 'CUI//SP-PRVCY//FED ONLY'],
    [
      'release without the United States',
      '(//DEU S//RELEASABLE TO FRA, GBR)',
      'DEU',
      '//DEU SECRET//RELEASABLE TO FRA, GBR',
    ],
    ['the same for one of the partners', '(//DEU S//RELEASABLE TO FRA, GBR)', 'GBR', '//DEU SECRET//RELEASABLE TO GBR'],
    [
      'release with the United States, for another',
      '(//DEU S//REL TO USA, DEU, GBR)',
      'GBR',
      '//DEU SECRET//RELEASABLE TO GBR',
    ],
    ['nationals of another State', '(//GBR S//GBR EYES ONLY)', 'GBR', '//GBR SECRET//GBR EYES ONLY'],
    [
      'no common recipient of another State',
      '(//GBR S//RELEASABLE TO FRA) + (//GBR S//RELEASABLE TO DEU)',
      'GBR',
      '//GBR SECRET//GBR EYES ONLY',
    ],
    ['a source for a third State', '(S//FGI DEU//REL TO USA, GBR)', 'GBR', 'SECRET//FGI//REL TO USA, GBR'],
    ['ATOMAL', '(NS//ATOMAL)', 'DEU', 'NATO SECRET//ATOMAL'],
  ])('of %s: %s for %s is %s', (_, portions, represents, banner) => {
    expect(ofPortions(portions, represents)).toBe(banner);
  });

  const PUBLIC = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR';

  it('is unclassified without values, and for values that nobody marked', () => {
    expect(bannerOver(viewer('URY'), [])).toBe('UNCLASSIFIED');
    expect(bannerOver(viewer('URY'), ['l=-;rel=*;nat=*;pur=*'])).toBe('UNCLASSIFIED');
    expect(bannerOver(viewer('URY'), ['l=-;rel=*;nat=*;pur=*', PUBLIC])).toBe('UNCLASSIFIED');
    expect(bannerOver(viewer('URY'), [PUBLIC, 'l=USA:0;rel=*;nat=*;pur=*'])).toBe('UNCLASSIFIED');
    expect(bannerOf([], viewer('URY'), true)).toEqual({ text: 'EXERCISE//UNCLASSIFIED', exercise: true });
  });

  it.each([
    ['a level that the United States do not have', 'l=USA:1;rel=USA;nat=USA;pur=*', 'USA', 'CONFIDENTIAL//NOFORN'],
    [
      'a class that is too low for a compartment',
      'l=USA:3;c=SI-G;rel=USA;nat=*;pur=*',
      'USA',
      'TOP SECRET//SI-G//ORCON',
    ],
    [
      'originator control on unclassified information',
      'l=USA:0;rel=*;nat=*;pur=*;oc=USA.a:ORCON',
      'USA',
      'CONFIDENTIAL//ORCON',
    ],
    [
      'two modes of originator control',
      'l=USA:3;rel=USA;nat=*;pur=*;oc=USA.a:ORCON+USA.b:ORCON-USGOV',
      'USA',
      'SECRET//ORCON',
    ],
    ['a handling code of Europol', 'l=DEU:1;rel=DEU;nat=*;pur=*;oc=DEU.police:H2', 'DEU', '//DEU RESTRICTED | H2'],
    ['unclassified information for its owner alone', 'l=USA:0;rel=USA;nat=*;pur=*', 'USA', 'UNCLASSIFIED//NOFORN'],
    ['a compartment that no register has', 'l=USA:4;c=UMBRA;rel=USA;nat=*;pur=*', 'USA', 'TOP SECRET'],
    ['a policy that no register has', 'l=XYZ:3;rel=*;nat=*;pur=*', 'GBR', '//GBR SECRET//GBR EYES ONLY'],
    ['the Union with a national caveat', 'l=EU:3;rel=EU;nat=DEU;pur=*', 'DEU', '//DEU SECRET//DEU EYES ONLY'],
    ['a recipient that no register has', 'l=USA:3;rel=GBR+USA+ZZZ;nat=*;pur=*', 'USA', 'SECRET//REL TO USA, GBR'],
  ])('marks %s as it can be marked', (_, label, represents, banner) => {
    expect(bannerOver(viewer(represents), [label])).toBe(banner);
  });

  it('is limited by the State that made a record which no policy ranks', () => {
    expect(bannerOver(viewer('USA'), ['l=-;rel=GBR+USA;nat=*;pur=*'], 'USA')).toBe('UNCLASSIFIED//REL TO USA, GBR');
    expect(bannerOver(viewer('GBR'), ['l=-;rel=GBR;nat=*;pur=*'], 'GBR')).toBe('//GBR UNCLASSIFIED//GBR EYES ONLY');
    expect(bannerOver(viewer('GBR'), ['l=-;rel=GBR;nat=*;pur=*'])).toBe('//GBR UNCLASSIFIED//GBR EYES ONLY');
  });

  it('says of what its owners have no mark for that it is limited, also to an organisation without nationals', () => {
    const bohemia = 'l=NATO:0,USA:0;c=BOHEMIA;rel=UN;nat=*;pur=*';
    expect(bannerOver(viewer('UN', { compartments: ['BOHEMIA'] }), [bohemia])).toBe(
      'UNCLASSIFIED//REL TO USA, UN | UN RESTRICTED',
    );
  });

  it('shows a partner the owner and itself, whoever else is served', () => {
    const alone = bannerOver(viewer('GBR'), ['l=USA:2;rel=GBR+USA;nat=*;pur=*']);
    expect(alone).toBe('CONFIDENTIAL//REL TO USA, GBR');
    expect(bannerOver(viewer('GBR'), ['l=USA:2;rel=AUS+FVEY+GBR+USA;nat=*;pur=*;do=FRA'])).toBe(alone);
    expect(bannerOver(viewer('GBR'), ['l=USA:2;rel=FVEY+USA;nat=*;pur=*', 'l=USA:2;rel=NATO+USA;nat=*;pur=*'])).toBe(
      alone,
    );
  });

  it('names no recipient to whom an act alone gave it', () => {
    expect(bannerOver(viewer('GBR'), ['l=USA:3;rel=AUS+USA;nat=*;pur=*'])).toBe('SECRET');
    expect(bannerOver(viewer('GBR'), ['l=USA:0;rel=AUS+USA;nat=*;pur=*'])).toBe('UNCLASSIFIED//NOFORN');
  });

  it('tells nobody of a read-in that it does not hold', () => {
    const label = 'l=USA:4;c=SAR-XY+SI+TK;rel=USA;nat=USA;pur=*';
    expect(bannerOver(viewer('USA', { compartments: ['SI'] }), [label])).toBe('TOP SECRET//SI//NOFORN');
    expect(bannerOver(viewer('USA', { compartments: [] }), [label])).toBe('TOP SECRET//NOFORN');
  });
});
