import { describe, expect, it } from '@jest/globals';
import { PERSON_CATEGORIES } from '../compiled/bits.js';
import { checkPersonMarks } from './person-marks.js';

const marks = { category: 'DIPLOMATIC_AGENT', nationalities: new Set(['USA']), from: '2025-01-01', until: null };

describe('the marks of a person', () => {
  it.each(PERSON_CATEGORIES)('name the category %s and the days of its privileges', (category) => {
    expect(checkPersonMarks({ ...marks, category })).toEqual({ accepted: true });
    expect(checkPersonMarks({ ...marks, category, until: '2025-06-01' })).toEqual({ accepted: true });
  });

  it.each([
    ['a category of their own', { category: 'IMMUNE' }],
    ['no nationality', { nationalities: new Set<string>() }],
    ['an end before the beginning', { until: '2024-12-31' }],
  ])('have not %s', (_what, change) => {
    expect(checkPersonMarks({ ...marks, ...change })).toMatchObject({ accepted: false, rule: 'VCDR-39' });
  });
});
