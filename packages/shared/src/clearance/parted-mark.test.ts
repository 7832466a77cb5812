import { expect, it } from '@jest/globals';
import { parseLabel } from '../labels/parse-handling.js';
import { bannerOf } from './banner.js';
import { VIEWERS } from './testkit/arbitrary-marked.js';

it.each([
  ['l=GBR:3;c=EXDIS;rel=GBR;nat=*;pur=*', '//GBR SECRET | SECRET//NOFORN//EXDIS'],
  ['l=GBR:1;c=EXDIS;rel=GBR;nat=*;pur=*', '//GBR RESTRICTED | CONFIDENTIAL//NOFORN//EXDIS'],
  ['l=-;c=RD;rel=GBR;nat=*;pur=*', '//GBR UNCLASSIFIED//GBR EYES ONLY | CONFIDENTIAL//RD//NOFORN'],
  // Where the United States may read it, their control says no less beside the owner's class.
  ['l=GBR:3;c=EXDIS;rel=FVEY;nat=*;pur=*', '//GBR SECRET//NOFORN//EXDIS'],
])(
  'what a State keeps from the United States is not told to be theirs by a control of theirs: %s is %s',
  (text, banner) => {
    const british = VIEWERS.filter(({ represents }) => represents === 'GBR').at(-1);
    if (british === undefined) throw new RangeError('no viewer of the United Kingdom');
    expect(bannerOf([{ label: parseLabel(text), maker: 'GBR' }], british, false).text).toBe(banner);
  },
);

it('what a State releases to others is not told to be of the United States by a compartment of theirs beside it', () => {
  const german = VIEWERS.filter(({ represents }) => represents === 'DEU').at(-1);
  if (german === undefined) throw new RangeError('no viewer of Germany');
  const labels = ['l=-;c=HCS-P-JJJ;rel=*;nat=*;pur=*', 'l=-;rel=EU;nat=*;pur=*'].map(parseLabel);
  const marked = labels.map((label) => ({ label, maker: 'GBR' }));
  expect(bannerOf(marked, german, false).text).toBe(
    '//GBR UNCLASSIFIED//GBR EYES ONLY | TOP SECRET//HCS-P JJJ//ORCON/NOFORN',
  );
});
