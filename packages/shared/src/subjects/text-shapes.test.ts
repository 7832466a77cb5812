import { expect, it } from '@jest/globals';
import { ACCEPTED } from '../labels/marks/testkit/accepted-marks.js';
import { parseLabel } from '../labels/parse-handling.js';
import { COMPARTMENT_TEXT } from './text-shapes.js';

it('a token and an agreement can name each compartment that a mark asks for', () => {
  const asked = [...new Set(ACCEPTED.flatMap(([, label]) => [...parseLabel(label).compartments]))];
  expect(asked).toContain('SAR-BUTTER_POPCORN');
  const longest = 'SAR-ONES_TWOS_THREE_FOURTEEN-J12345-ABC123';
  expect([...asked, longest].filter((word) => !COMPARTMENT_TEXT.safeParse(word).success)).toEqual([]);
});

it.each(['', 'si', 'SI;rel=*', 'SI+TK', 'SI TK', '-SI', 'SI\n'])(
  'no text that a label could be read otherwise by is one: %j',
  (word) => {
    expect(COMPARTMENT_TEXT.safeParse(word).success).toBe(false);
  },
);
