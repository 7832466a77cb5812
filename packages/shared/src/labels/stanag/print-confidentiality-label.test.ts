import { describe, expect, it } from '@jest/globals';
import { parseLabel } from '../parse-handling.js';
import { type LabelOrigin, printConfidentialityLabels } from './print-confidentiality-label.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

const ORIGIN: LabelOrigin = {
  originator: { idType: 'uniformResourceIdentifier', id: 'https://a.example/?x=1&y="<\'>' },
  createdAt: Date.parse('2026-09-21T12:00:00Z'),
  reviewAt: Date.parse('2031-09-21T00:00:00Z'),
};

const OPEN =
  '<slab:originatorConfidentialityLabel xmlns:slab="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0" ReviewDateTime="2031-09-21T00:00:00.000Z"><slab:ConfidentialityInformation>';
const CLOSE =
  '</slab:ConfidentialityInformation><slab:OriginatorID IDType="uniformResourceIdentifier">https://a.example/?x=1&amp;y=&quot;&lt;&apos;&gt;</slab:OriginatorID><slab:CreationDateTime>2026-09-21T12:00:00.000Z</slab:CreationDateTime></slab:originatorConfidentialityLabel>';

const print = (text: string): string[] => printConfidentialityLabels(parseLabel(text), ORIGIN);

describe('printConfidentialityLabels', () => {
  it('prints one element for one policy, in the order of the schema, with the originator escaped', () => {
    expect(print('l=NATO:3;rel=AUS+NATO;nat=*;pur=*')).toEqual([
      `${OPEN}<slab:PolicyIdentifier>NATO</slab:PolicyIdentifier><slab:Classification>NATO SECRET</slab:Classification><slab:Category Type="PERMISSIVE" TagName="Releasable To"><slab:GenericValue>AUS</slab:GenericValue><slab:GenericValue>NATO</slab:GenericValue></slab:Category>${CLOSE}`,
    ]);
  });

  it('keeps the polarity of every limit', () => {
    const [element] = print('l=USA:4;c=SI+TK;rel=USA;nat=USA;pur=PROTECT_LIFE;oc=USA.a:ORCON;fgi=GBR+~;tlp=RED');
    const categories = [...(element ?? '').matchAll(/Type="(\w+)" TagName="([\w ]+)">(.*?)<\/slab:Category>/g)];
    expect(
      categories.map(([, type, tagName, values]) => [type, tagName, values?.replace(/<[^>]+>/g, ' ').trim()]),
    ).toEqual([
      ['RESTRICTIVE', 'Compartment', 'SI  TK'],
      ['PERMISSIVE', 'Releasable To', 'USA'],
      ['PERMISSIVE', 'Nationals Only', 'USA'],
      ['PERMISSIVE', 'Purpose', 'PROTECT_LIFE'],
      ['RESTRICTIVE', 'Originator Control', 'USA.a:ORCON'],
      ['RESTRICTIVE', 'Foreign Source', 'CONCEALED  GBR'],
      ['RESTRICTIVE', 'TLP', 'RED'],
    ]);
  });

  it('prints an element a policy for a joined label, each with every category and in words of its own', () => {
    const elements = print('l=DEU:3,NATO:2,USA:3;rel=DEU+USA;nat=*;pur=*');
    expect(elements.map((element) => /<slab:Classification>(.*?)</.exec(element)?.[1])).toEqual([
      'GEHEIM',
      'NATO CONFIDENTIAL',
      'SECRET',
    ]);
    for (const element of elements) {
      expect(element).toContain('<slab:GenericValue>DEU</slab:GenericValue><slab:GenericValue>USA</slab:GenericValue>');
      expect(element).not.toContain('alternativeConfidentialityLabel');
    }
  });

  it.each([
    ['no policy', 'l=-;rel=*;nat=*;pur=*'],
    ['nobody, which an empty category would not say', 'l=USA:3;rel=-;nat=*;pur=*'],
    ['a level that its policy does not have', 'l=GBR:2;rel=GBR;nat=*;pur=*'],
    ['a policy whose words are unknown', 'l=RUS:3;rel=RUS;nat=*;pur=*'],
    ['viewers who may not keep it', 'l=USA:3;rel=USA;nat=*;pur=*;do=DEU'],
  ])('prints nothing for a label with %s', (_, text) => {
    expect(() => print(text)).toThrow(UnmarkableLabelError);
  });

  it('has the words of its day', () => {
    const label = parseLabel('l=FRA:3;rel=FRA;nat=*;pur=*');
    const at = (createdAt: number) => printConfidentialityLabels(label, { ...ORIGIN, createdAt }).join();
    expect(at(Date.parse('2021-06-30T23:59:59Z'))).toContain('>SECRET DÉFENSE<');
    expect(at(Date.parse('2021-07-01T00:00:00Z'))).toContain('>SECRET<');
  });

  it('refuses an originator that XML cannot hold', () => {
    const originator = { idType: 'dNSName', id: 'a\u0000b' } as const;
    expect(() =>
      printConfidentialityLabels(parseLabel('l=USA:3;rel=USA;nat=*;pur=*'), { ...ORIGIN, originator }),
    ).toThrow(UnmarkableLabelError);
  });
});
