import type { PersonMarks } from '@chancery/shared/labels/label';
import { PERSON_CATEGORIES } from '../compiled/bits.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const CATEGORIES: ReadonlySet<string> = new Set(PERSON_CATEGORIES);

/**
 * VCDR 39, VCCR 53: privileges are kept as a category and as the days between which they last, of which immunity is
 * computed whenever it is asked for; no mark says "immune". A category that nobody knows would close everything.
 */
export function checkPersonMarks({ category, nationalities, from, until }: PersonMarks): Verdict {
  if (!CATEGORIES.has(category)) return refused('VCDR-39', `\`${category}\` is no category of person`);
  if (nationalities.size === 0) return refused('VCDR-39', 'a person is described with a nationality');
  if (until !== null && until < from)
    return refused('VCDR-39', `privileges that begin on \`${from}\` do not end on \`${until}\``);
  return ACCEPTED;
}
