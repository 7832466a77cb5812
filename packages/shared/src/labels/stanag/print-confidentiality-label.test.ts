import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARKING_LEVELS } from '../marking-levels.js';
import { parseMark } from '../marks/parse-mark.js';
import { parseLabel } from '../parse-handling.js';
import { label as anyLabel } from '../testkit/arbitrary-labels.js';
import { type LabelOrigin, printConfidentialityLabels } from './print-confidentiality-label.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

const ORIGIN: LabelOrigin = {
  id: 'label',
  originator: { idType: 'uniformResourceIdentifier', id: 'https://a.example/?x=1&y="<\'>' },
  maker: 'USA',
  createdAt: Date.parse('2026-09-21T12:00:00Z'),
  reviewAt: Date.parse('2031-09-21T00:00:00Z'),
};

const NAMESPACE = 'urn:nato:stanag:4774:confidentialitymetadatalabel:1:0';
const OURS = 'urn:oid:2.25.312693910701465854928819201963000187681';

const print = (text: string, origin: Partial<LabelOrigin> = {}): string[] =>
  printConfidentialityLabels(parseLabel(text), { ...ORIGIN, ...origin });

/** Tag name, type and values of each category. */
const categoriesOf = (element = ''): string[][] =>
  [...element.matchAll(/Type="(\w+)" TagName="([\w ]+)" URI="[^"]+">(.*?)<\/slab:Category>/g)].map(
    ([, type = '', tagName = '', values = '']) => [
      tagName,
      type,
      ...values.split(/<[^>]+>/).filter((part) => part !== ''),
    ],
  );
const textOf = (element: string | undefined, name: string): string | undefined =>
  new RegExp(`<slab:${name}(?: [^>]*)?>(.*?)</slab:${name}>`).exec(element ?? '')?.[1];

/** The schema of ADatP-4774 (A), appendix 1, annex A, as far as it is used: order, names, number, attributes. */
const STRUCTURE = new RegExp(
  [
    `^<slab:(originator|alternative)ConfidentialityLabel xmlns:slab="${NAMESPACE}" Id="[A-Za-z_][\\w.-]*" ReviewDateTime="\\d{4}-[\\d:.T-]+Z">`,
    '<slab:ConfidentialityInformation>',
    '<slab:PolicyIdentifier URI="urn:oid:[0-2](\\.\\d+)+">[^<>]+</slab:PolicyIdentifier>',
    '<slab:Classification>[^<>]+</slab:Classification>',
    '(<slab:PrivacyMark>[^<>]+</slab:PrivacyMark>)?',
    '(<slab:Category Type="(RESTRICTIVE|PERMISSIVE|INFORMATIVE)" TagName="[A-Za-z ]+" URI="urn:oid:[0-2](\\.\\d+)+">(<slab:GenericValue>[^<>]+</slab:GenericValue>)+</slab:Category>)*',
    '</slab:ConfidentialityInformation>',
    '<slab:OriginatorID IDType="(uniformResourceIdentifier|dNSName|rfc822Name)">[^<>]+</slab:OriginatorID>',
    '<slab:CreationDateTime>\\d{4}-[\\d:.T-]+Z</slab:CreationDateTime>',
    '</slab:\\1ConfidentialityLabel>$',
  ].join(''),
);

describe('a confidentiality label', () => {
  it('is one element for one policy, in the order of the schema, with the originator escaped', () => {
    expect(print('l=NATO:4;rel=AUS+NATO;nat=*;pur=*', { maker: 'NATO' })).toEqual([
      [
        `<slab:originatorConfidentialityLabel xmlns:slab="${NAMESPACE}" Id="label" ReviewDateTime="2031-09-21T00:00:00.000Z">`,
        '<slab:ConfidentialityInformation>',
        '<slab:PolicyIdentifier URI="urn:oid:1.3.26.1.3.1">NATO</slab:PolicyIdentifier>',
        '<slab:Classification>TOP SECRET</slab:Classification>',
        '<slab:PrivacyMark>COSMIC TOP SECRET RELEASABLE TO AUS</slab:PrivacyMark>',
        '<slab:Category Type="PERMISSIVE" TagName="Context" URI="urn:oid:1.3.26.1.4.4"><slab:GenericValue>NATO</slab:GenericValue></slab:Category>',
        `<slab:Category Type="PERMISSIVE" TagName="Releasable To" URI="${OURS}.2.4"><slab:GenericValue>AUS</slab:GenericValue><slab:GenericValue>NATO</slab:GenericValue></slab:Category>`,
        '</slab:ConfidentialityInformation>',
        '<slab:OriginatorID IDType="uniformResourceIdentifier">https://a.example/?x=1&amp;y=&quot;&lt;&apos;&gt;</slab:OriginatorID>',
        '<slab:CreationDateTime>2026-09-21T12:00:00.000Z</slab:CreationDateTime>',
        '</slab:originatorConfidentialityLabel>',
      ].join(''),
    ]);
  });

  it('keeps the polarity of every limit, and restricts nobody by what is for handling alone', () => {
    const [element] = print('l=USA:4;c=RSEN+SI+TK;rel=USA;nat=USA;pur=PROTECT_LIFE;oc=USA.a:ORCON;fgi=GBR;tlp=RED');
    expect(categoriesOf(element)).toEqual([
      ['Compartment', 'RESTRICTIVE', 'SI', 'TK'],
      ['Administrative', 'INFORMATIVE', 'RSEN'],
      ['Releasable To', 'PERMISSIVE', 'USA'],
      ['Nationals Only', 'PERMISSIVE', 'USA'],
      ['Purpose', 'PERMISSIVE', 'PROTECT_LIFE'],
      ['Originator Control', 'RESTRICTIVE', 'ORCON'],
      ['Foreign Source', 'RESTRICTIVE', 'GBR'],
      ['TLP', 'RESTRICTIVE', 'RED'],
    ]);
    expect(textOf(element, 'PrivacyMark')).toBe('TOP SECRET//SI/TK//FGI GBR//RSEN/ORCON/NOFORN | TLP:RED');
  });

  it('names no agency beside originator control', () => {
    expect(print('l=USA:3;rel=USA;nat=*;pur=*;oc=USA.intelligence:ORCON-USGOV').join()).not.toContain('intelligence');
  });

  it('names no source beside one that is concealed, by whatever it is told', () => {
    const [element, ...others] = print('l=DEU:4,USA:3;rel=USA;nat=*;pur=*;fgi=GBR+~');
    expect(others).toEqual([]);
    expect(element).not.toMatch(/DEU|GBR|GEHEIM/);
    expect(categoriesOf(element)).toEqual([
      ['Also Protected As', 'RESTRICTIVE', 'FGI TOP SECRET'],
      ['Releasable To', 'PERMISSIVE', 'USA'],
      ['Foreign Source', 'RESTRICTIVE', 'CONCEALED'],
    ]);
    expect(textOf(element, 'PrivacyMark')).toBe('TOP SECRET//FGI//NOFORN');
  });

  it('is, of a joined label, the originator’s and an alternative for each other policy, none weaker than the whole', () => {
    const elements = print('l=DEU:3,NATO:2,USA:3;rel=DEU+USA;nat=*;pur=*');
    expect(elements.map((element) => /^<slab:(\w+)Conf.* Id="([\w.]+)" R/.exec(element)?.slice(1))).toEqual([
      ['originator', 'label'],
      ['alternative', 'label.1'],
      ['alternative', 'label.2'],
    ]);
    expect(elements.map((element) => [textOf(element, 'PolicyIdentifier'), textOf(element, 'Classification')])).toEqual(
      [
        ['USA', 'SECRET'],
        ['DEU', 'GEHEIM'],
        ['NATO', 'CONFIDENTIAL'],
      ],
    );
    expect(
      elements.map((element) =>
        categoriesOf(element)
          .find(([tag]) => tag === 'Also Protected As')
          ?.slice(1),
      ),
    ).toEqual([
      ['RESTRICTIVE', 'DEU:GEHEIM', 'NATO:CONFIDENTIAL'],
      ['RESTRICTIVE', 'NATO:CONFIDENTIAL', 'USA:SECRET'],
      ['RESTRICTIVE', 'DEU:GEHEIM', 'USA:SECRET'],
    ]);
    for (const element of elements)
      expect(categoriesOf(element)).toContainEqual(['Releasable To', 'PERMISSIVE', 'DEU', 'USA']);
  });

  it('tells who may only be shown it, and lets them in by nothing', () => {
    const [element] = print('l=USA:3;rel=GBR+USA;nat=*;pur=*;do=DEU');
    expect(categoriesOf(element)).toEqual([
      ['Releasable To', 'PERMISSIVE', 'GBR', 'USA'],
      ['Display Only', 'INFORMATIVE', 'DEU'],
    ]);
  });

  it('is that of a colour where there is nothing else, and of its maker’s policy where nobody ranked it', () => {
    const [coloured] = print('l=-;rel=*;nat=*;pur=*;tlp=AMBER+STRICT', { maker: null });
    expect([textOf(coloured, 'PolicyIdentifier'), textOf(coloured, 'Classification')]).toEqual(['TLP', 'AMBER+STRICT']);
    expect([textOf(coloured, 'PrivacyMark'), categoriesOf(coloured)]).toEqual(['TLP:AMBER+STRICT', []]);
    const [unranked] = print('l=-;rel=DEU;nat=*;pur=*;tlp=CLEAR', { maker: 'DEU' });
    expect([textOf(unranked, 'PolicyIdentifier'), textOf(unranked, 'Classification')]).toEqual(['DEU', 'OFFEN']);
    expect(categoriesOf(unranked)).toContainEqual(['TLP', 'INFORMATIVE', 'CLEAR']);
  });

  it('has, for each policy that has levels, its words, and for a gap those of the next level', () => {
    for (const policy of new Set(MARKING_LEVELS.map((level) => level.policy))) {
      const top = MARKING_LEVELS.filter((level) => level.policy === policy && level.to === null && level.rank > 0);
      for (const { rank } of top) {
        const [element] = print(`l=${policy}:${rank};rel=${policy};nat=*;pur=*`, { maker: policy });
        // Belgium has each of its levels in three languages.
        const marks = top
          .filter((level) => level.rank === rank)
          .map(({ mark }) => mark.replace(/^(?:COSMIC|NATO) /, ''));
        expect(marks).toContain(textOf(element, 'Classification'));
        expect(element).toMatch(STRUCTURE);
      }
    }
    expect(textOf(print('l=GBR:2;rel=GBR;nat=*;pur=*')[0], 'Classification')).toBe('UK SECRET');
  });

  it('has the words of its day', () => {
    const at = (day: string) =>
      textOf(print('l=FRA:3;rel=FRA;nat=*;pur=*', { createdAt: Date.parse(day) })[0], 'Classification');
    expect(at('2021-06-30T23:59:59Z')).toBe('SECRET DÉFENSE');
    expect(at('2021-07-01T00:00:00Z')).toBe('SECRET');
  });

  it('keeps, whatever the label, to the schema, to one originator, and to a mark that the parser reads', () => {
    let marked = 0;
    fc.assert(
      fc.property(anyLabel, fc.constantFrom('USA', 'DEU', 'NATO', null), (label, maker) => {
        const isPrinted =
          (label.ranks.size > 0 || maker !== null || label.tlp !== null) &&
          [label.releasableTo, label.nationals, label.purposes].every((set) => set === 'ANY' || set.size > 0);
        if (!isPrinted) {
          expect(() => printConfidentialityLabels(label, { ...ORIGIN, maker })).toThrow(UnmarkableLabelError);
          return;
        }
        const elements = printConfidentialityLabels(label, { ...ORIGIN, maker });
        for (const [index, element] of elements.entries()) {
          expect(STRUCTURE.exec(element)?.[1]).toBe(index === 0 ? 'originator' : 'alternative');
          const mark = textOf(element, 'PrivacyMark');
          if (mark === undefined) continue;
          expect(() => parseMark(mark)).not.toThrow();
          marked += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(marked).toBeGreaterThan(100);
  });

  it.each([
    ['no policy and no maker', 'l=-;rel=*;nat=*;pur=*', { maker: null }],
    ['nobody, which an empty category would not say', 'l=USA:3;rel=-;nat=*;pur=*', {}],
    ['a policy whose words are unknown', 'l=RUS:3;rel=RUS;nat=*;pur=*', {}],
    ['a name that is none in XML', 'l=USA:3;rel=USA;nat=*;pur=*', { id: '1" x="' }],
    [
      'an originator that XML cannot hold',
      'l=USA:3;rel=USA;nat=*;pur=*',
      { originator: { idType: 'dNSName', id: 'a\u0000b' } as const },
    ],
  ])('is refused for %s', (_, text, origin) => {
    expect(() => print(text, origin)).toThrow(UnmarkableLabelError);
  });
});
