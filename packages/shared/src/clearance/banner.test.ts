import { describe, expect, it } from '@jest/globals';
import { parseLabel } from '../labels/parse-handling.js';
import type { Subject } from '../subjects/subject.js';
import { bannerOf } from './banner.js';

const viewer = (represents: string, attributes: Partial<Subject> = {}): Subject => ({
  id: 'a:0000000000000000',
  represents,
  agency: `${represents}.agency`,
  kind: 'FOREIGN_MINISTRY',
  nationalities: [represents],
  clearances: [],
  compartments: [],
  groups: [],
  ...attributes,
});

const banner = (who: Subject, ...labels: string[]): string => bannerOf(labels.map(parseLabel), who, false).text;
const PUBLIC = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR';

describe('bannerOf', () => {
  it('marks public data, and an answer without values, as unclassified', () => {
    expect(banner(viewer('URY'), PUBLIC)).toBe('UNCLASSIFIED');
    expect(banner(viewer('URY'))).toBe('UNCLASSIFIED');
    expect(bannerOf([], viewer('URY'), true)).toEqual({ text: 'EXERCISE//UNCLASSIFIED', exercise: true });
  });

  it("names the State that marked it and the viewer's own entry, and no other recipient", () => {
    const label = 'l=USA:3;rel=AUS+DEU+GBR+USA;nat=*;pur=*';
    expect(bannerOf([parseLabel(label)], viewer('GBR'), true).text).toBe('EXERCISE//SECRET//REL TO USA, GBR');
    expect(banner(viewer('DEU'), label)).toBe('SECRET//REL TO USA, DEU');
    expect(banner(viewer('USA'), label)).toBe('SECRET//REL TO USA');
  });

  it('is the same for two worlds that differ only in who else is served', () => {
    const alone = banner(viewer('GBR'), 'l=USA:2;rel=GBR+USA;nat=*;pur=*');
    expect(banner(viewer('GBR'), 'l=USA:2;rel=AUS+FVEY+GBR+USA;nat=*;pur=*;do=FRA')).toBe(alone);
  });

  it('takes the highest rank of all values', () => {
    expect(banner(viewer('USA'), PUBLIC, 'l=USA:1;rel=*;nat=*;pur=*', 'l=USA:4;rel=*;nat=*;pur=*')).toBe('TOP SECRET');
    expect(banner(viewer('GBR'), 'l=GBR:3;rel=*;nat=*;pur=*')).toBe('GBR SECRET');
    expect(banner(viewer('DEU'), 'l=DEU:3;rel=*;nat=*;pur=*', 'l=NATO:2;rel=*;nat=*;pur=*')).toBe(
      'DEU SECRET//NATO CONFIDENTIAL',
    );
  });

  it('shows the group by which a viewer is served when its State is not listed', () => {
    const member = viewer('GBR', { groups: ['FVEY', 'NATO'] });
    expect(banner(member, 'l=USA:3;rel=FVEY+USA;nat=*;pur=*')).toBe('SECRET//REL TO USA, FVEY');
    expect(banner(member, 'l=-;rel=FVEY;nat=*;pur=*', 'l=-;rel=GBR;nat=*;pur=*')).toBe('UNCLASSIFIED//REL TO GBR');
  });

  it('shows only compartments that the viewer holds', () => {
    const label = 'l=USA:4;c=SI+TK;rel=*;nat=*;pur=*';
    expect(banner(viewer('USA', { compartments: ['SI'] }), label)).toBe('TOP SECRET//SI');
    expect(banner(viewer('USA', { compartments: ['SI', 'TK'] }), label)).toBe('TOP SECRET//SI/TK');
  });

  it('does not name a foreign source that is protected, nor the others beside it', () => {
    expect(banner(viewer('USA'), 'l=USA:3;rel=*;nat=*;pur=*;fgi=GBR')).toBe('SECRET//FGI GBR');
    expect(banner(viewer('USA'), 'l=USA:3;rel=*;nat=*;pur=*;fgi=GBR+~')).toBe('SECRET//FGI');
    expect(banner(viewer('USA'), 'l=GBR:3,USA:2;rel=*;nat=*;pur=*')).toBe('SECRET//FGI GBR');
  });

  it('shows originator control, nationals only, display only and a colour', () => {
    expect(banner(viewer('USA'), 'l=USA:3;rel=*;nat=USA;pur=*;oc=USA.a:ORCON')).toBe('SECRET//ORCON/NOFORN');
    expect(banner(viewer('GBR'), 'l=GBR:3;rel=*;nat=GBR;pur=*')).toBe('GBR SECRET//GBR EYES ONLY');
    expect(banner(viewer('DEU'), 'l=USA:0;rel=USA;nat=*;pur=*;do=DEU')).toBe('UNCLASSIFIED//DISPLAY ONLY DEU');
    expect(banner(viewer('DEU'), 'l=-;rel=*;nat=*;pur=*;tlp=AMBER+STRICT')).toBe('UNCLASSIFIED//TLP:AMBER+STRICT');
  });
});
