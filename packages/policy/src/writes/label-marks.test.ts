import { parseLabel } from '@chancery/shared/labels/parse-handling';
import { describe, expect, it } from '@jest/globals';
import { checkLabelMarks } from './label-marks.js';

describe('the marks of a label', () => {
  it.each([
    ['IC-NF', 'l=USA:3;rel=GBR+USA;nat=USA;pur=*', 'l=USA:3;rel=USA;nat=USA;pur=*'],
    [
      'IC-NF',
      'l=USA:3;rel=*;nat=*;pur=*;oc=USA.intelligence:ORCON',
      'l=USA:3;rel=*;nat=USA;pur=*;oc=USA.intelligence:ORCON',
    ],
    ['IC-NF', 'l=USA:3;rel=*;nat=*;pur=*;fgi=GBR', 'l=USA:3;rel=GBR+USA;nat=*;pur=*;fgi=GBR'],
    ['IC-DO', 'l=USA:3;rel=USA;nat=USA;pur=*;do=IRQ', 'l=USA:3;rel=USA;nat=*;pur=*;do=IRQ'],
    [
      'IC-OC',
      'l=USA:0;rel=USA;nat=*;pur=*;oc=USA.intelligence:ORCON',
      'l=USA:2;rel=USA;nat=*;pur=*;oc=USA.intelligence:ORCON',
    ],
    ['TLP', 'l=USA:2;rel=USA;nat=*;pur=*;tlp=AMBER', 'l=USA:0;rel=USA;nat=*;pur=*;tlp=AMBER'],
    ['UK-GSCP', 'l=GBR:2;rel=GBR;nat=*;pur=*', 'l=GBR:3;rel=GBR;nat=*;pur=*'],
  ])('are refused by %s: %s', (rule, refusedText, acceptedText) => {
    expect(checkLabelMarks(parseLabel(refusedText))).toMatchObject({ accepted: false, rule });
    expect(checkLabelMarks(parseLabel(acceptedText))).toEqual({ accepted: true });
  });

  it('of law enforcement are not originator control in that sense', () => {
    expect(checkLabelMarks(parseLabel('l=-;rel=*;nat=*;pur=*;oc=NLD.police:H2'))).toEqual({ accepted: true });
  });
});
