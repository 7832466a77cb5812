import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { internLabel } from '../intern.js';
import type { Label, Rank } from '../label.js';
import { label as anyLabel } from '../testkit/arbitrary-labels.js';
import { MarkSyntaxError, UnmarkableLabelError } from './mark-errors.js';
import { parseBannerMark, parsePortionMark } from './parse-mark.js';
import { printBannerMark, printPortionMark } from './print-mark.js';

const FORMS = [
  { print: printBannerMark, parse: parseBannerMark },
  { print: printPortionMark, parse: parsePortionMark },
];
const ORIGINATOR = { originator: 'USA.intelligence' };

const some = (...values: string[]) => fc.subarray(values).map((list) => new Set(list));
const COMPARTMENTS = ['SI', 'SI-G', 'TK', 'HCS-P', 'SAR-BP', 'SAR-CD', 'AEA-RD', 'DISSEM-FISA', 'NONIC-LES'];

/** Labels that the register can say: built from its own words, without the code under test. */
const registerLabel: fc.Arbitrary<Label> = fc
  .record({
    owners: fc.constantFrom<string[]>(['USA'], ['GBR'], ['DEU', 'USA']),
    rank: fc.constantFrom<Rank>(2, 3, 4),
    compartments: some(...COMPARTMENTS),
    release: fc.constantFrom('none', 'nationals', 'list', 'display', 'both'),
    partners: fc.subarray(['AUS', 'CAN', 'FVEY', 'NATO'], { minLength: 1 }),
    control: fc.constantFrom(null, 'ORCON', 'ORCON-USGOV'),
    sources: fc.oneof(some('FRA', 'ITA'), fc.constant(new Set(['~']))),
  })
  .map(({ owners, rank, compartments, release, partners, control, sources }) => {
    const kind = owners.length > 1 && release !== 'both' ? 'list' : release;
    const isListed = kind === 'list' || kind === 'both';
    return internLabel({
      ranks: new Map(owners.map((owner) => [owner, rank])),
      compartments,
      releasableTo: new Set(isListed ? ['USA', ...owners, ...partners] : kind === 'nationals' ? ['USA'] : owners),
      nationals: kind === 'nationals' ? new Set(['USA']) : 'ANY',
      purposes: 'ANY',
      displayOnly: kind === 'display' || kind === 'both' ? new Set(['EST', 'UN']) : null,
      originatorControls: control === null ? [] : [{ organisation: ORIGINATOR.originator, mode: control }],
      foreignSources: owners.includes('USA') ? sources : new Set(),
      tlp: null,
    });
  });

it('reads back every label that it prints, in both forms', () => {
  fc.assert(
    fc.property(registerLabel, (label) => {
      for (const { print, parse } of FORMS) expect(parse(print(label), ORIGINATOR).text).toBe(label.text);
    }),
    { numRuns: 1000 },
  );
});

it('prints a label in full or not at all', () => {
  let refused = 0;
  fc.assert(
    fc.property(anyLabel, (label) => {
      for (const { print, parse } of FORMS) {
        try {
          const read = parse(print(label), { originator: label.originatorControls[0]?.organisation ?? null });
          expect(read.text.replace('rel=USA;nat=USA', 'rel=*;nat=USA')).toBe(
            label.text.replace('rel=USA;nat=USA', 'rel=*;nat=USA'),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(UnmarkableLabelError);
          refused += 1;
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(100);
});

/** Near misses: a printed mark with a character dropped, doubled or swapped, and loose words of the register. */
const nearMark = fc.oneof(
  fc.tuple(registerLabel, fc.nat(60), fc.constantFrom('', '/', ' ', ',', 'A', '//')).map(([label, at, text]) => {
    const mark = printBannerMark(label);
    return mark.slice(0, at) + text + mark.slice(at + 1);
  }),
  fc
    .array(fc.constantFrom('SECRET', '//', '/', 'NOFORN', 'SI', 'REL TO USA, GBR', 'GBR', ' ', 'NATO', 'FGI', 'TLP:'))
    .map((words) => words.join('')),
);

it('prints back unchanged whatever it reads, and refuses the rest with a position in the text', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(nearMark, (text) => {
      try {
        expect(printBannerMark(parseBannerMark(text, ORIGINATOR))).toBe(text);
        seen.read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(MarkSyntaxError);
        expect((error as MarkSyntaxError).position).toBeLessThanOrEqual(text.length);
        seen.refused += 1;
      }
    }),
    { numRuns: 3000 },
  );
  expect(seen.read).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(100);
});
