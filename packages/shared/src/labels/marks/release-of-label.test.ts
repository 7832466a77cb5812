import { expect, it } from '@jest/globals';
import { parseLabel } from '../parse-handling.js';
import { foreignRelease } from './release-of-label.js';

it('a national caveat names nobody whom the release leaves out', () => {
  const both = parseLabel('l=-;rel=ACGU;nat=FRA+GBR;pur=*');
  expect(foreignRelease(both, 'GBR', true).eyesOnly).toEqual(['GBR']);
  const released = parseLabel('l=-;rel=*;nat=FRA+GBR;pur=*');
  expect(foreignRelease(released, 'GBR', true).eyesOnly).toEqual(['FRA', 'GBR']);
});
