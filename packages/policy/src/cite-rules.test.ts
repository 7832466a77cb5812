import { expect, it } from '@jest/globals';
import { citeRules } from './cite-rules.js';

it('rules that refuse a write are cited by instrument and article, and an id of no rule is told to nobody', () => {
  expect(citeRules(['CHY-RPT', 'CHY-DENY', 'LABEL', 'VCDR-22-1', 'VCDR-12'])).toEqual([
    { rule: 'CHY-RPT', instrument: 'CHANCERY', article: 'CHY-RPT' },
    { rule: 'CHY-DENY', instrument: 'CHANCERY', article: 'CHY-DENY' },
    { rule: 'LABEL', instrument: 'CHANCERY', article: 'label' },
    { rule: 'VCDR-22-1', instrument: 'VCDR 1961', article: '22(1)' },
    { rule: 'VCDR-12', instrument: 'VCDR', article: 'art 12' },
  ]);
  expect(citeRules(['incident inc_1 is hidden', '__proto__', 'toString'])).toEqual([]);
});
