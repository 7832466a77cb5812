import { describe, expect, it } from '@jest/globals';
import { parseLabel } from '../parse-handling.js';
import { MarkSyntaxError, UnmarkableLabelError } from './mark-errors.js';
import { parseBannerMark, parsePortionMark } from './parse-mark.js';
import { printBannerMark, printPortionMark } from './print-mark.js';

const ORIGINATOR = { originator: 'USA.intelligence' };

/** Banner, portion, label: three ways to say one thing. */
const MARKS: readonly (readonly [banner: string, portion: string, label: string])[] = [
  ['UNCLASSIFIED', '(U)', 'l=USA:0;rel=*;nat=*;pur=*'],
  ['SECRET', '(S)', 'l=USA:3;rel=USA;nat=*;pur=*'],
  ['SECRET//NOFORN', '(S//NF)', 'l=USA:3;rel=USA;nat=USA;pur=*'],
  ['SECRET//REL TO USA, GBR', '(S//REL TO USA, GBR)', 'l=USA:3;rel=GBR+USA;nat=*;pur=*'],
  [
    'CONFIDENTIAL//REL TO USA, AUS, NZL, FVEY, NATO',
    '(C//REL TO USA, AUS, NZL, FVEY, NATO)',
    'l=USA:2;rel=AUS+FVEY+NATO+NZL+USA;nat=*;pur=*',
  ],
  [
    'TOP SECRET//HCS-P/SI//ORCON/NOFORN',
    '(TS//HCS-P/SI//OC/NF)',
    'l=USA:4;c=HCS-P+SI;rel=USA;nat=USA;pur=*;oc=USA.intelligence:ORCON',
  ],
  [
    'TOP SECRET//SI-G/TK//SAR-BP/CD//RD//FGI',
    '(TS//SI-G/TK//SAR-BP/CD//RD//FGI)',
    'l=USA:4;c=AEA-RD+SAR-BP+SAR-CD+SI-G+TK;rel=USA;nat=*;pur=*;fgi=~',
  ],
  [
    'SECRET//FGI DEU GBR//ORCON-USGOV/IMCON/REL TO USA, DEU, GBR/DISPLAY ONLY FRA//LES',
    '(S//FGI DEU GBR//OC-USGOV/IMC/REL TO USA, DEU, GBR/DISPLAY ONLY FRA//LES)',
    'l=USA:3;c=DISSEM-IMC+NONIC-LES;rel=DEU+GBR+USA;nat=*;pur=*;do=FRA;oc=USA.intelligence:ORCON-USGOV;fgi=DEU+GBR',
  ],
  ['UNCLASSIFIED//FOUO//LIMDIS', '(U//FOUO//DS)', 'l=USA:0;c=DISSEM-FOUO+NONIC-DS;rel=*;nat=*;pur=*'],
  ['UNCLASSIFIED//DISPLAY ONLY DEU', '(U//DISPLAY ONLY DEU)', 'l=USA:0;rel=USA;nat=*;pur=*;do=DEU'],
  ['//GBR SECRET', '(//GBR S)', 'l=GBR:3;rel=GBR;nat=*;pur=*'],
  ['//DEU RESTRICTED//NOFORN', '(//DEU R//NF)', 'l=DEU:1;rel=USA;nat=USA;pur=*'],
  ['//CAN SECRET//REL TO USA, AUS, CAN', '(//CAN S//REL TO USA, AUS, CAN)', 'l=CAN:3;rel=AUS+CAN+USA;nat=*;pur=*'],
  [
    '//JOINT SECRET GBR USA//REL TO USA, GBR',
    '(//JOINT S GBR USA//REL TO USA, GBR)',
    'l=GBR:3,USA:3;rel=GBR+USA;nat=*;pur=*',
  ],
  ['COSMIC TOP SECRET', '(CTS)', 'l=NATO:4;rel=NATO;nat=*;pur=*'],
  ['NATO SECRET', '(NS)', 'l=NATO:3;rel=NATO;nat=*;pur=*'],
  ['NATO CONFIDENTIAL', '(NC)', 'l=NATO:2;rel=NATO;nat=*;pur=*'],
  ['NATO RESTRICTED RELEASABLE TO AUS, EU', '(NR RELEASABLE TO AUS, EU)', 'l=NATO:1;rel=AUS+EU+NATO;nat=*;pur=*'],
  ['NATO UNCLASSIFIED', '(NU)', 'l=NATO:0;rel=NATO;nat=*;pur=*'],
  ['TRES SECRET UE/EU TOP SECRET', '(TS-UE/EU-TS)', 'l=EU:4;rel=EU;nat=*;pur=*'],
  ['SECRET UE/EU SECRET', '(S-UE/EU-S)', 'l=EU:3;rel=EU;nat=*;pur=*'],
  ['CONFIDENTIEL UE/EU CONFIDENTIAL', '(C-UE/EU-C)', 'l=EU:2;rel=EU;nat=*;pur=*'],
  ['RESTREINT UE/EU RESTRICTED', '(R-UE/EU-R)', 'l=EU:1;rel=EU;nat=*;pur=*'],
  ...['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].map(
    (colour) => [`TLP:${colour}`, `(TLP:${colour})`, `l=-;rel=*;nat=*;pur=*;tlp=${colour}`] as const,
  ),
];

describe('marks', () => {
  it.each(MARKS)('%s and %s say one label, both ways', (banner, portion, text) => {
    expect(parseBannerMark(banner, ORIGINATOR).text).toBe(text);
    expect(parsePortionMark(portion, ORIGINATOR).text).toBe(text);
    expect(printBannerMark(parseLabel(text))).toBe(banner);
    expect(printPortionMark(parseLabel(text))).toBe(portion);
    expect(() => parsePortionMark(banner, ORIGINATOR)).toThrow(MarkSyntaxError);
    expect(() => parseBannerMark(portion, ORIGINATOR)).toThrow(MarkSyntaxError);
  });

  it.each([
    ['', 0, 'a classification'],
    ['secret', 0, 'a classification'],
    ['SECRETS', 0, 'a classification'],
    ['RESTRICTED', 0, 'a level of the United States'],
    ['SECRET/NOFORN', 6, '`//`'],
    ['SECRET//', 8, 'a mark of the register'],
    ['SECRET//NOFORM', 8, 'a mark of the register'],
    ['SECRET//NOFORN//SI', 16, 'sections in the order of the register'],
    ['SECRET//SI//NOFORN ', 12, 'a mark of the register'],
    ['SECRET//SI ', 10, 'the end'],
    ['SECRET//TK/SI', 11, 'marks in the order of the register'],
    ['SECRET//SI/SI', 11, 'marks in the order of the register'],
    ['SECRET//SI//TK', 12, 'one slash within a section'],
    ['SECRET//SI/NOFORN', 11, 'two slashes between sections'],
    ['SECRET//SI-G-ABC', 8, 'a mark of the register'],
    ['SECRET//SI-G ABCD', 12, 'the end'],
    ['SECRET//SAR-BP-J12', 8, 'a mark of the register'],
    ['UNCLASSIFIED//SI', 14, 'no such mark on unclassified information'],
    ['UNCLASSIFIED//ORCON', 14, 'no such mark on unclassified information'],
    ['SECRET//FOUO', 8, 'no such mark on classified information'],
    ['SECRET//NOFORN/REL TO USA, GBR', 15, 'no REL TO beside NOFORN'],
    ['SECRET//NOFORN/RELIDO', 15, 'no RELIDO beside NOFORN'],
    ['SECRET//NOFORN/DISPLAY ONLY GBR', 15, 'no DISPLAY ONLY beside NOFORN'],
    ['SECRET//RELIDO/DISPLAY ONLY GBR', 15, 'no DISPLAY ONLY beside RELIDO'],
    ['SECRET//ORCON/RELIDO', 14, 'no RELIDO beside ORCON'],
    ['SECRET//ORCON/ORCON-USGOV', 14, 'no ORCON-USGOV beside ORCON'],
    ['SECRET//RELIDO', 8, 'no RELIDO, which a label cannot carry'],
    ['SECRET//EXDIS/NODIS', 14, 'no NODIS beside EXDIS'],
    ['SECRET//REL TO', 14, '` `'],
    ['SECRET//REL TO USA', 6, 'USA and another recipient after REL TO'],
    ['SECRET//REL TO GBR, DEU', 20, 'a recipient after `GBR`'],
    ['SECRET//REL TO DEU, GBR', 6, 'USA and another recipient after REL TO'],
    ['SECRET//REL TO GBR, USA', 20, 'a recipient after `GBR`'],
    ['SECRET//REL TO USA,GBR', 6, 'USA and another recipient after REL TO'],
    ['SECRET//REL TO USA, FVEY, GBR', 26, 'a recipient after `FVEY`'],
    ['SECRET//REL TO USA, GBR/DISPLAY ONLY GBR', 6, 'nobody in DISPLAY ONLY to whom it is released'],
    ['SECRET//FGI USA', 12, 'a foreign source'],
    ['SECRET//FGI NATO', 12, 'a source State'],
    ['SECRET//FGI GBR DEU', 16, 'a source after `GBR`'],
    ['//USA SECRET', 2, 'a State other than the United States'],
    ['//GBR SECRET//FGI DEU', 12, 'no FGI on a foreign mark'],
    ['//JOINT SECRET USA//REL TO USA, GBR', 14, 'two owners or more'],
    ['//JOINT SECRET USA GBR//REL TO USA, GBR', 19, 'an owner after `USA`'],
    ['//JOINT SECRET DEU GBR//REL TO USA, DEU, GBR', 14, 'the United States among the owners'],
    ['//JOINT SECRET GBR USA', 22, 'REL TO with every owner of a JOINT mark'],
    ['//JOINT SECRET GBR USA//REL TO USA, DEU', 22, 'REL TO with every owner of a JOINT mark'],
    ['//JOINT SECRET GBR USA//NOFORN', 22, 'REL TO with every owner of a JOINT mark'],
    ['NATO SECRET//ATOMAL', 11, 'the end'],
    ['NATO TOP SECRET', 0, 'a classification'],
    ['NATO SECRET RELEASABLE TO NATO', 11, 'no NATO among those it is released to'],
    ['EU SECRET', 0, 'a classification'],
    ['TLP:WHITE', 4, 'a colour of TLP 2.0'],
    ['TLP:AMBER STRICT', 9, 'the end'],
  ])('refuses `%s` at %i', (text, position, expected) => {
    expect(() => parseBannerMark(text, ORIGINATOR)).toThrow(
      expect.objectContaining({
        name: 'ClientError',
        code: 'INPUT_INVALID',
        position,
        message: `mark \`${text}\` does not parse at ${position}: expected ${expected}`,
      }),
    );
  });

  it('does not read a portion that leans on its page', () => {
    expect(() => parsePortionMark('(S//REL)')).toThrow(MarkSyntaxError);
    expect(() => parsePortionMark('(S//NF')).toThrow(expect.objectContaining({ position: 6 }));
    expect(() => parsePortionMark('(S//NOFORN)')).toThrow(expect.objectContaining({ position: 4 }));
    expect(() => parseBannerMark('SECRET//NF')).toThrow(expect.objectContaining({ position: 8 }));
  });

  it('asks for the originator where the mark asks for its consent', () => {
    expect(() => parseBannerMark('SECRET//ORCON')).toThrow(
      expect.objectContaining({ position: 6, message: expect.stringContaining('a known originator') }),
    );
    expect(() => parseBannerMark('SECRET//NOFORN')).not.toThrow();
  });

  it('refuses a text that is too long without repeating it', () => {
    const long = `SECRET//REL TO USA, ${'A'.repeat(2000)}`;
    expect(() => parseBannerMark(long)).toThrow(expect.objectContaining({ position: 1024 }));
    expect(() => parseBannerMark(long)).not.toThrow(/A{100}/);
  });

  it('never reads a missing release mark on classified information as a release', () => {
    for (const mark of ['TOP SECRET', 'SECRET//SI', '//GBR CONFIDENTIAL', 'NATO SECRET', 'SECRET UE/EU SECRET']) {
      expect(parseBannerMark(mark).releasableTo).not.toBe('ANY');
    }
  });

  it('prints NOFORN for nationals of the United States alone, with and without a release to it', () => {
    expect(printBannerMark(parseLabel('l=USA:3;rel=*;nat=USA;pur=*'))).toBe('SECRET//NOFORN');
    expect(() => printBannerMark(parseLabel('l=USA:3;rel=GBR+USA;nat=USA;pur=*'))).toThrow(UnmarkableLabelError);
  });

  it.each([
    ['no policy', 'l=-;rel=*;nat=*;pur=*'],
    ['an unlimited release of classified information', 'l=USA:3;rel=*;nat=*;pur=*'],
    ['nobody', 'l=USA:3;rel=-;nat=*;pur=*'],
    ['a release without its marker', 'l=USA:3;rel=GBR;nat=*;pur=*'],
    ['a rank that the United States do not have', 'l=USA:1;rel=USA;nat=*;pur=*'],
    ['a level that the Union does not have', 'l=EU:0;rel=EU;nat=*;pur=*'],
    ['purposes', 'l=USA:3;rel=USA;nat=*;pur=PROTECT_LIFE'],
    ['a colour beside a classification', 'l=USA:3;rel=USA;nat=*;pur=*;tlp=RED'],
    ['a compartment that the register does not have', 'l=USA:3;c=UMBRA;rel=USA;nat=*;pur=*'],
    ['other nationals', 'l=USA:3;rel=USA;nat=GBR;pur=*'],
    ['two originators', 'l=USA:3;rel=USA;nat=*;pur=*;oc=USA.a:ORCON+USA.b:ORCON'],
    ['a mode of another policy', 'l=USA:3;rel=USA;nat=*;pur=*;oc=EUROPOL.a:H2'],
    ['named sources beside a concealed one', 'l=USA:3;rel=USA;nat=*;pur=*;fgi=GBR+~'],
    ['two policies that are no joint owners', 'l=GBR:2,USA:3;rel=GBR+USA;nat=*;pur=*'],
    ['a compartment under a policy without them', 'l=NATO:3;c=SI;rel=NATO;nat=*;pur=*'],
    ['a release beside a colour', 'l=-;rel=USA;nat=*;pur=*;tlp=RED'],
  ])('prints no mark for a label with %s, and drops nothing', (_, text) => {
    expect(() => printBannerMark(parseLabel(text))).toThrow(UnmarkableLabelError);
    expect(() => printPortionMark(parseLabel(text))).toThrow(UnmarkableLabelError);
  });
});
