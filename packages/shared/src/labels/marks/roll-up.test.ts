import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCompartmentPath } from './compartment-path.js';
import type { Mark } from './mark.js';
import { parseMark, parsePortion } from './parse-mark.js';
import { printBanner } from './print-mark.js';
import { rollUp } from './roll-up.js';
import { protectedRank } from './tables/levels.js';
import { expandEyes } from './tables/recipients.js';
import { ACCEPTED } from './testkit/accepted-marks.js';
import { ROLLED_UP } from './testkit/rolled-up-pages.js';

const portionsOf = (page: string): Mark[] => page.split(' + ').map(parsePortion);

describe('the banner over portions', () => {
  it.each(ROLLED_UP)('%s gives %s, in any order', (page, banner) => {
    expect(printBanner(rollUp(portionsOf(page)))).toBe(banner);
    expect(printBanner(rollUp(portionsOf(page).reverse()))).toBe(banner);
  });

  const lawful = ACCEPTED.map(([text]) => text).filter((text) => text.startsWith('(') && !/REL\)/.test(text));
  const american = [
    ...[
      '(U)',
      '(C)',
      '(S)',
      '(TS//SI)',
      '(S//NF)',
      '(S//OC)',
      '(S//REL TO USA, GBR)',
      '(C//REL TO USA, AUS, GBR)',
      '(S//RELIDO)',
    ],
    ...[
      '(S//REL TO USA, FVEY)',
      '(S//REL TO USA, TEYE)',
      '(C//DISPLAY ONLY DEU, GBR)',
      '(U//REL TO USA, DEU)',
      '(U//NF)',
    ],
    ...[
      '(TS//SI-G ABCD//OC/NF)',
      '(S//RD-SG 14//NF)',
      '(S//FRD//NF)',
      '(U//LES)',
      '(U//SBU-NF)',
      '(S//NF//XD)',
      '(S//NF//ND)',
    ],
  ];
  const page = fc.array(fc.constantFrom(...lawful, ...american), { minLength: 1, maxLength: 5 });

  it('is a mark of the register for every page of lawful portions', () => {
    fc.assert(
      fc.property(page, (portions) => {
        const banner = printBanner(rollUp(portions.map(parsePortion)));
        expect(printBanner(parseMark(banner).marks)).toBe(banner);
      }),
      { numRuns: 2000 },
    );
  });

  it('is as high as every portion and says every compartment of it', () => {
    fc.assert(
      fc.property(page, (portions) => {
        const marks = portions.map(parsePortion);
        const banner = rollUp(marks);
        const highest = Math.max(...banner.map(({ rank }) => rank));
        const said = new Set(banner.flatMap(({ compartments }) => [...compartments]));
        for (const { rank, compartments } of marks) {
          expect(highest).toBeGreaterThanOrEqual(rank === 1 ? 1 : protectedRank(rank));
          for (const path of compartments) expect(isCompartmentPath(path) && said.has(path)).toBe(true);
        }
      }),
    );
  });

  it('releases to nobody to whom a portion is not released', () => {
    fc.assert(
      fc.property(page, (portions) => {
        const marks = portions.map(parsePortion);
        for (const { relTo } of rollUp(marks)) {
          const released = [...expandEyes(relTo ?? [])].filter((entry) => entry !== 'USA');
          for (const portion of marks.filter(({ rank }) => rank > 0)) {
            const own = expandEyes([...(portion.relTo ?? []), ...(portion.releasableTo ?? []), ...portion.owners]);
            expect(released.filter((entry) => !own.has(entry))).toEqual([]);
          }
        }
      }),
    );
  });
});
