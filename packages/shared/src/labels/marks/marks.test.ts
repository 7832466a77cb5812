import { describe, expect, it } from '@jest/globals';
import { parseLabel } from '../parse-handling.js';
import { labelOfMarks } from './label-of-mark.js';
import { MarkSyntaxError } from './mark-errors.js';
import { MARK_LENGTH_MAX, parseMark, parsePortion } from './parse-mark.js';
import { printBanner, printPortion } from './print-mark.js';
import { isRecipient } from './tables/recipients.js';
import { ACCEPTED } from './testkit/accepted-marks.js';
import { REFUSED } from './testkit/refused-marks.js';

/** A mark in the titles of the register is printed in its abbreviations. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  'TOP SECRET//SI-GAMMA/TALENT KEYHOLE//RISK SENSITIVE/ORIGINATOR CONTROLLED/NOFORN':
    'TOP SECRET//SI-G/TK//RSEN/ORCON/NOFORN',
};

describe('marks of the registers', () => {
  it.each(ACCEPTED)('%s is read as %s and printed back', (text, label) => {
    const { form, isExercise, marks } = parseMark(text);
    expect(labelOfMarks(marks)).toBe(label);
    expect(parseLabel(label).text).toBe(label);
    const printed = form === 'banner' ? printBanner(marks, isExercise) : printPortion(marks[0]);
    expect(printed).toBe(ABBREVIATED[text] ?? text);
  });

  it.each(ACCEPTED)('%s as a portion is the same to a reader', (text, label) => {
    const { marks } = parseMark(text);
    for (const mark of marks) {
      const portion = printPortion(mark);
      expect(labelOfMarks([parseMark(portion).marks[0]])).toBe(labelOfMarks([mark]));
    }
    expect(label).not.toBe('');
  });

  it.each(REFUSED)('`%s` is refused at %i: expected %s', (text, position, expected) => {
    expect(() => parseMark(text)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', position, expected }));
  });

  it.each([
    ['È of two characters', 'TRE\u0300S SECRET UE/EU TOP SECRET', 'l=EU:4;rel=EU;nat=*;pur=*'],
    [
      'titles',
      'SECRET//RESTRICTED DATA-SIGMA 14//NOT RELEASABLE TO FOREIGN NATIONALS',
      'l=USA:3;c=RD-SIGMA-14;rel=USA;nat=USA;pur=*',
    ],
    [
      'titles with lists',
      'SECRET//FOREIGN GOVERNMENT INFORMATION GBR//AUTHORIZED FOR RELEASE TO USA, GBR',
      'l=USA:3;rel=GBR+USA;nat=*;pur=*;fgi=GBR',
    ],
    ['a title of a programme', 'SECRET//SPECIAL ACCESS REQUIRED-BP//NOFORN', 'l=USA:3;c=SAR-BP;rel=USA;nat=USA;pur=*'],
    [
      'a title beside an abbreviation',
      'UNCLASSIFIED//FOR OFFICIAL USE ONLY/NOFORN',
      'l=USA:0;c=FOUO;rel=USA;nat=USA;pur=*',
    ],
    [
      'another title of a system',
      'TOP SECRET//TALENT KEYHOLE-KANDIK ABC//NOFORN',
      'l=USA:4;c=TK-KAND-ABC;rel=USA;nat=USA;pur=*',
    ],
  ])('reads %s', (_, text, label) => {
    expect(labelOfMarks(parseMark(text).marks)).toBe(label);
  });

  it.each(['(S//NOT RELEASABLE TO FOREIGN NATIONALS)', '(TS//TALENT KEYHOLE//NF)', '(S//RESTRICTED DATA//NF)'])(
    'spells no portion out: %s',
    (text) => {
      expect(() => parseMark(text)).toThrow(MarkSyntaxError);
    },
  );

  it.each([
    ['(CTSA)', 'l=NATO:4;c=ATOMAL;rel=NATO;nat=*;pur=*', '(CTS//ATOMAL)'],
    ['(//NSAT)', 'l=NATO:3;c=ATOMAL;rel=NATO;nat=*;pur=*', '(//NS//ATOMAL)'],
    ['(NCA)', 'l=NATO:2;c=ATOMAL;rel=NATO;nat=*;pur=*', '(NC//ATOMAL)'],
    ['(CTS-B)', 'l=NATO:4;c=BOHEMIA;rel=NATO;nat=*;pur=*', '(CTS//BOHEMIA)'],
    ['(//CTS-BALK)', 'l=NATO:4;c=BALK;rel=NATO;nat=*;pur=*', '(//CTS//BALK)'],
  ])('reads what NATO adds in one word, %s', (text, label, printed) => {
    const { marks } = parseMark(text);
    expect(labelOfMarks(marks)).toBe(label);
    expect(printPortion(marks[0])).toBe(printed);
    expect(() => parseMark(text.slice(1, -1))).toThrow(MarkSyntaxError);
  });

  it('asks the originator that it is told, and one without a name else', () => {
    expect(labelOfMarks(parseMark('SECRET//ORCON').marks, 'USA.intelligence')).toContain('oc=USA.intelligence:ORCON');
    expect(labelOfMarks(parseMark('H2').marks)).toBe('l=-;rel=*;nat=*;pur=*;oc=ORIGINATOR:H2');
  });

  it('never reads a missing release mark on what is classified or controlled as a release', () => {
    for (const text of [
      'TOP SECRET',
      '//GBR CONFIDENTIAL',
      'NATO UNCLASSIFIED',
      'OFFICIAL',
      'UNCLASSIFIED//FISA',
      'CUI',
      '(S//REL)',
    ]) {
      expect(parseLabel(labelOfMarks(parseMark(text).marks)).releasableTo).not.toBe('ANY');
    }
  });

  it('knows countries by ISO 3166-1 and organisations by the register', () => {
    expect(['USA', 'GBR', 'XKX', 'NATO', 'ISAF', 'ACGU', 'UN'].every(isRecipient)).toBe(true);
    expect(['UK', 'XYZ', 'GB', 'FGI', 'usa', 'ZZZ', ''].some(isRecipient)).toBe(false);
  });

  it('asks less of a portion on a page than of a mark that stands alone', () => {
    expect(parsePortion('(S//RD)').controls).toContain('RD');
    expect(() => parsePortion('(S//NF/REL TO USA, GBR)')).toThrow(MarkSyntaxError);
    expect(() => parsePortion('SECRET')).toThrow(expect.objectContaining({ position: 0 }));
  });

  it('refuses a text that is too long without repeating it', () => {
    const long = `SECRET//REL TO USA, ${'A'.repeat(MARK_LENGTH_MAX)}`;
    expect(() => parseMark(long)).toThrow(expect.objectContaining({ position: MARK_LENGTH_MAX }));
    expect(() => parseMark(long)).not.toThrow(/A{250}/);
  });

  it.each([
    ['slashes', '/'],
    ['programmes', '/AB-1 2'],
    ['compartments', '-ABC'],
    ['recipients', ', GBR'],
    ['owners', ' GBR'],
    ['marks', ' | SECRET'],
    ['nationals', '/GBR'],
    ['open parentheses', '('],
  ])('takes no longer for many %s than their length asks for', (_, piece) => {
    for (const head of [
      'SECRET//SAR-AA',
      'TOP SECRET//SI',
      'SECRET//REL TO USA',
      '//JOINT SECRET',
      '//GBR SECRET//GBR',
      'CUI//',
    ]) {
      const text = (head + piece.repeat(MARK_LENGTH_MAX)).slice(0, MARK_LENGTH_MAX);
      const start = process.cpuUsage();
      expect(() => parseMark(text)).toThrow(MarkSyntaxError);
      expect(process.cpuUsage(start).user).toBeLessThan(500_000);
    }
  });
});
