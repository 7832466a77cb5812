import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MarkSyntaxError } from './mark-errors.js';
import { type MarkText, parseMark } from './parse-mark.js';
import { printBanner, printPortion } from './print-mark.js';
import { ACCEPTED } from './testkit/accepted-marks.js';

const printed = ({ form, isExercise, marks }: MarkText): string =>
  form === 'banner' ? printBanner(marks, isExercise) : printPortion(marks[0]);

const known = fc.constantFrom(...ACCEPTED.map(([text]) => text));

/** Near misses: a mark with a character dropped, doubled or swapped, and loose words of the registers. */
const nearMark = fc.oneof(
  known,
  fc
    .tuple(known, fc.nat(60), fc.constantFrom('', '/', ' ', ',', 'A', '//', '-', 'S'))
    .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 1)),
  fc.tuple(known, known, fc.nat(40)).map(([a, b, at]) => a.slice(0, at) + b.slice(at)),
  fc
    .array(
      fc.constantFrom(
        'SECRET',
        '//',
        '/',
        'NOFORN',
        'SI',
        'REL TO USA, GBR',
        'GBR',
        ' ',
        'NATO',
        'FGI',
        'TLP:',
        '|',
        '(',
        ')',
        'CUI',
        'RD',
        '-',
        'ORCON',
        'EYES ONLY',
      ),
    )
    .map((words) => words.join('')),
);

it('what is read is printed so that it is read as the same, and the rest is refused at a place in the text', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(nearMark, (text) => {
      try {
        const once = printed(parseMark(text));
        expect(printed(parseMark(once))).toBe(once);
        // The titles of the register apart, a mark has one text.
        if (!/[A-Z]{8} [A-Z]|GAMMA|TALENT/.test(text)) expect(once).toBe(text);
        seen.read += 1;
      } catch (error) {
        if (!(error instanceof MarkSyntaxError)) throw error;
        expect(error.position).toBeLessThanOrEqual(text.length);
        seen.refused += 1;
      }
    }),
    { numRuns: 5000 },
  );
  expect(seen.read).toBeGreaterThan(500);
  expect(seen.refused).toBeGreaterThan(500);
});

it('no text whatever does anything but parse or be refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        parseMark(text);
      } catch (error) {
        expect(error).toBeInstanceOf(MarkSyntaxError);
      }
    }),
  );
});
