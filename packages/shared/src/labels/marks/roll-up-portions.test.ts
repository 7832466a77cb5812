import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf } from '../../memberships.js';
import { joinLabels } from '../join-labels.js';
import type { Label } from '../label.js';
import { lessOrEqual } from '../label-order.js';
import { cleared, dominates, NOW } from '../testkit/arbitrary-labels.js';
import { UnmarkableLabelError } from './mark-errors.js';
import { parsePortionMark } from './parse-mark.js';
import { printBannerMark } from './print-mark.js';
import { rollUpPortions } from './roll-up-portions.js';

const CONTEXT = { originator: 'USA.intelligence', at: NOW };

function labelsOf(marks: string): [Label, ...Label[]] {
  const [first, ...rest] = marks.split(' + ').map((mark) => parsePortionMark(mark, CONTEXT));
  if (first === undefined) throw new Error('no portions');
  return [first, ...rest];
}

const bannerOver = (marks: string): string => printBannerMark(rollUpPortions(labelsOf(marks), CONTEXT));

describe('rollUpPortions', () => {
  // Register of 2016, D.2, table 3.
  it.each([
    ['the highest level', '(U) + (C) + (S)', 'SECRET'],
    ['one portion', '(S//REL TO USA, GBR)', 'SECRET//REL TO USA, GBR'],
    ['any NF', '(S//REL TO USA, GBR) + (S//NF)', 'SECRET//NOFORN'],
    ['NF on the lower portion', '(C//NF) + (TS//REL TO USA, GBR)', 'TOP SECRET//NOFORN'],
    ['NF beside display', '(S//DISPLAY ONLY DEU) + (C//NF)', 'SECRET//NOFORN'],
    ['common entries', '(S//REL TO USA, AUS, GBR) + (C//REL TO USA, DEU, GBR)', 'SECRET//REL TO USA, GBR'],
    ['no common entry', '(S//REL TO USA, AUS) + (S//REL TO USA, GBR)', 'SECRET//NOFORN'],
    ['REL beside an unmarked portion', '(S//REL TO USA, GBR) + (S)', 'SECRET//NOFORN'],
    ['REL beside an unmarked foreign portion', '(S//REL TO USA, GBR) + (//DEU S)', 'SECRET//FGI DEU//NOFORN'],
    ['REL to the owner of an unmarked portion', '(S//REL TO USA, DEU) + (//DEU S)', 'SECRET//FGI DEU//NOFORN'],
    ['REL beside unclassified', '(S//REL TO USA, GBR) + (U)', 'SECRET//REL TO USA, GBR'],
    ['nothing but unmarked', '(S) + (TS)', 'TOP SECRET'],
    ['display only common', '(S//DISPLAY ONLY DEU, FRA) + (S//DISPLAY ONLY FRA)', 'SECRET//DISPLAY ONLY FRA'],
    ['display only uncommon', '(S//DISPLAY ONLY DEU) + (S//DISPLAY ONLY FRA)', 'SECRET//NOFORN'],
    ['display beside unmarked', '(S//DISPLAY ONLY DEU) + (S)', 'SECRET//NOFORN'],
    ['shown here and released there', '(S//REL TO USA, DEU) + (S//DISPLAY ONLY DEU)', 'SECRET//DISPLAY ONLY DEU'],
    ['compartments', '(TS//SI) + (S//TK) + (S//SI-G//SAR-BP)', 'TOP SECRET//SI/SI-G/TK//SAR-BP'],
    ['ORCON', '(S//OC) + (S)', 'SECRET//ORCON'],
    ['ORCON beats ORCON-USGOV', '(S//OC-USGOV) + (S//OC)', 'SECRET//ORCON'],
    ['ORCON-USGOV', '(S//OC-USGOV) + (S)', 'SECRET//ORCON-USGOV'],
    ['ORCON with REL', '(S//OC/REL TO USA, GBR) + (C//REL TO USA, GBR)', 'SECRET//ORCON/REL TO USA, GBR'],
    ['open sources', '(S//FGI GBR) + (//DEU S)', 'SECRET//FGI DEU GBR'],
    ['one concealed source', '(S//FGI GBR) + (S//FGI) + (//DEU S)', 'SECRET//FGI'],
    ['a foreign portion that is higher', '(C) + (//DEU S)', 'SECRET//FGI DEU'],
    ['foreign RESTRICTED', '(U) + (//DEU R)', 'CONFIDENTIAL//FGI DEU'],
    ['one foreign owner', '(//GBR S) + (//GBR C)', '//GBR SECRET'],
    [
      'the same joint owners',
      '(//JOINT S GBR USA//REL TO USA, GBR) + (//JOINT C GBR USA//REL TO USA, AUS, GBR)',
      '//JOINT SECRET GBR USA//REL TO USA, GBR',
    ],
    ['joint beside United States', '(//JOINT S GBR USA//REL TO USA, GBR) + (U)', 'SECRET//FGI GBR//REL TO USA, GBR'],
    ['NATO', '(NS) + (NC)', 'NATO SECRET'],
    ['a tetragraph in all', '(S//REL TO USA, FVEY) + (C//REL TO USA, DEU, FVEY)', 'SECRET//REL TO USA, FVEY'],
    ['FVEY expanded', '(S//REL TO USA, FVEY) + (S//REL TO USA, GBR)', 'SECRET//REL TO USA, GBR'],
    ['ACGU beside FVEY', '(S//REL TO USA, ACGU) + (S//REL TO USA, FVEY)', 'SECRET//REL TO USA, AUS, CAN, GBR'],
    ['TEYE expanded', '(S//REL TO USA, TEYE) + (S//REL TO USA, AUS, NZL)', 'SECRET//REL TO USA, AUS'],
    ['NATO not expanded', '(S//REL TO USA, NATO) + (S//REL TO USA, GBR)', 'SECRET//NOFORN'],
    ['shown to one of FVEY', '(S//REL TO USA, FVEY) + (S//DISPLAY ONLY GBR)', 'SECRET//DISPLAY ONLY GBR'],
  ])('%s: %s gives %s', (_, portions, banner) => {
    expect(bannerOver(portions)).toBe(banner);
    expect(bannerOver(portions.split(' + ').reverse().join(' + '))).toBe(banner);
  });

  it('names no organisation as a foreign source, which a label could not carry', () => {
    expect(() => bannerOver('(S) + (NS)')).toThrow(UnmarkableLabelError);
  });

  const portion = fc.constantFrom(
    ...['(U)', '(C)', '(S)', '(TS//SI)', '(S//NF)', '(S//OC)', '(S//REL TO USA, GBR)', '(C//REL TO USA, AUS, GBR)'],
    ...[
      '(S//REL TO USA, FVEY)',
      '(S//REL TO USA, TEYE)',
      '(C//DISPLAY ONLY DEU, GBR)',
      '(U//REL TO USA, DEU)',
      '(U//NF)',
    ],
  );
  const portions = fc.array(portion, { minLength: 1, maxLength: 4 }).map((marks) => labelsOf(marks.join(' + ')));

  it('is the join of its portions in rank, compartments, purposes and colour, and above it where no group is expanded', () => {
    fc.assert(
      fc.property(portions, (labels) => {
        const joined = labels.reduce(joinLabels);
        const rolled = rollUpPortions(labels, CONTEXT);
        expect(rolled.ranks).toEqual(joined.ranks);
        expect(rolled.compartments).toEqual(joined.compartments);
        expect(rolled.originatorControls).toEqual(joined.originatorControls);
        if (!labels.some(({ text }) => text.includes('EYE') || text.includes('FVEY'))) {
          expect(lessOrEqual(joined, rolled)).toBe(true);
        }
      }),
    );
  });

  it('marks no document of the United States for more readers than each of its portions has', () => {
    let reached = 0;
    fc.assert(
      fc.property(portions, fc.constantFrom('USA', 'GBR', 'AUS', 'NZL', 'DEU'), (labels, represents) => {
        const { subject, ...profile } = cleared([{ policy: 'USA', rank: 4 }]);
        const groups = groupsOf(represents, NOW);
        const reader = { ...subject, represents, nationalities: [represents], groups, compartments: ['SI'] };
        const who = { ...profile, subject: reader };
        if (!dominates(who, rollUpPortions(labels, CONTEXT))) return;
        reached += 1;
        for (const label of labels) expect(dominates(who, label)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  it('has a mark for every roll-up of marked portions of the United States', () => {
    fc.assert(fc.property(portions, (labels) => printBannerMark(rollUpPortions(labels, CONTEXT)).length > 0));
  });
});
