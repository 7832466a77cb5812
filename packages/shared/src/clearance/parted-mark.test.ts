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
