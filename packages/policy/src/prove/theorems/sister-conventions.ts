import { CATEGORIES, type Category, ROLES, type Role } from '@chancery/shared/vocabulary';
import { PERSON_CATEGORIES } from '../../compiled/bits.js';
import { about, jurisdiction, OPEN, oneOf, word } from '../atoms.js';
import { all, type Formula, not, of, TRUE } from '../formula.js';
import { type NeverTheorem, type Part, sameBut } from '../theorem.js';

const RECEIVING: readonly Role[] = ROLES.filter((each) => each.startsWith('RECEIVING_STATE_'));

/** The same question of two posts that differ by their treaty alone; who the person is would bring in other articles. */
function onlyRegime(one: string, other: string): Formula {
  const known = all(jurisdiction('known'), not(oneOf('possiblePerson', PERSON_CATEGORIES)));
  return all(
    of('a', all(known, word('regime', one))),
    of('b', all(known, word('regime', other))),
    sameBut((name) => name.startsWith('regime.') || name.startsWith('possibleRegime.')),
  );
}

function opensMore(one: string, other: string, within: Formula): Formula {
  return all(onlyRegime(one, other), of('a', within), of('a', OPEN), of('b', not(OPEN)));
}

/** VCDR 10, 12 and 22 speak of a mission that the receiving State was told of; VCCR 4 of a post that it agreed to. */
const NOTIFIED = not(word('legalStatus', 'UNNOTIFIED'));

/** A part for each kind of data, so that a failure names all that differ. */
function byCategory(
  name: string,
  one: string,
  other: string,
  except: readonly Category[],
  within = TRUE,
): readonly Part[] {
  return CATEGORIES.filter((each) => !except.includes(each)).map((each) => ({
    name: `${name}: ${each}`,
    breaks: opensMore(one, other, all(about(each), within)),
  }));
}

/** Where the text of the two conventions differs, and which of them protects more. */
interface Difference {
  readonly categories: readonly Category[];
  readonly why: string;
}

/** What only an embassy has, so that an act about it opens it there alone. */
const EMBASSY_ALONE: readonly Difference[] = [
  { categories: ['RESIDENCE'], why: 'VCDR 1(i): the residence of the head is of the premises of the mission' },
];

/** The embassy is protected more than the consulate, never less. */
const EMBASSY_CLOSER: readonly Difference[] = [
  {
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    why: 'VCDR 22(1) whole premises, no disaster; VCCR 31(2) the part for work',
  },
  { categories: ['BAG'], why: 'VCDR 27(3) never opened; VCCR 35(3) on serious grounds' },
  { categories: ['ASSET'], why: 'VCDR 22(3) search, attachment, execution; VCCR 31(4) requisition alone' },
];
const CLOSER = EMBASSY_CLOSER.flatMap(({ categories }) => categories);

export const SISTERS_GRANT_ALIKE: NeverTheorem = {
  id: 'sister-conventions-grant-alike',
  article:
    'VCDR 9/VCCR 23, 10/24, 11/20, 22(2)/31(3), 23/32, 24/33, 25/28, 26/34, 27(1)/35(1), 27(2)/35(2), 27(5)/35(5), 34/49, 40(1)/54(1), 40(3)/54(3), 44/26, 45/27',
  forbids: `that an embassy or a consular post opens what the other keeps, where the conventions say the same; ${[...EMBASSY_CLOSER, ...EMBASSY_ALONE].map(({ why }) => why).join('; ')}`,
  kind: 'never',
  questions: ['a', 'b'],
  parts: [
    ...byCategory(
      'an embassy opens what a consulate keeps',
      'VCDR',
      'VCCR',
      EMBASSY_ALONE.flatMap(({ categories }) => categories),
      NOTIFIED,
    ),
    ...byCategory('a consulate opens what an embassy keeps', 'VCCR', 'VCDR', CLOSER, NOTIFIED),
  ],
};

/** VCCR 58(1) leaves out 31(1)-(2), (4), 33, 41-45 in part, 49, 54(1)-(2); 59-67 take their place. */
const CHAPTER_III: readonly Difference[] = [
  { categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'], why: '31(1)-(2) do not extend; 59 protects' },
  { categories: ['ASSET'], why: '31(4) does not extend' },
  { categories: ['ARCHIVE'], why: '61: inviolable if kept separate' },
  { categories: ['FISCAL'], why: '60, 66 in place of 32, 49' },
  { categories: ['TRANSIT'], why: '54(1)-(2) do not extend' },
];
/** Persons on the way: 54(1)-(2) do not extend either. */
const NOT_ON_THE_WAY = not(oneOf('possibleRole', ['TRANSIT_STATE', 'THIRD_STATE']));
const LEFT_OUT = CHAPTER_III.flatMap(({ categories }) => categories);

export const HONORARY_AS_CHAPTER_III: NeverTheorem = {
  id: 'honorary-posts-differ-as-chapter-iii-says',
  article: 'VCCR 1(2), 58-67',
  forbids: `that a career and an honorary post differ anywhere else: ${CHAPTER_III.map(({ why }) => why).join('; ')}`,
  kind: 'never',
  questions: ['a', 'b'],
  parts: [
    ...byCategory('a career post opens more', 'VCCR', 'VCCR_HONORARY', LEFT_OUT),
    ...byCategory('an honorary post opens more', 'VCCR_HONORARY', 'VCCR', LEFT_OUT, NOT_ON_THE_WAY),
    {
      name: 'an honorary post keeps archives that a career post would not',
      breaks: all(opensMore('VCCR', 'VCCR_HONORARY', about('ARCHIVE')), of('a', oneOf('role', RECEIVING))),
    },
  ],
};

/** Broken relations, closure and armed conflict take nothing from what is protected. */
const after = (status: string): Part => ({
  name: `a post that is ${status}`,
  breaks: all(
    of('a', all(jurisdiction('known'), word('legalStatus', 'ESTABLISHED'), not(OPEN))),
    of('b', all(word('legalStatus', status), OPEN)),
    oneOf('role', RECEIVING),
    sameBut((name) => name.startsWith('legalStatus.') || name.startsWith('possibleLegalStatus.')),
  ),
});

export const CLOSING_OPENS_NOTHING: NeverTheorem = {
  id: 'closing-a-post-opens-nothing',
  article: 'VCDR 45(a); VCCR 27(1)(a)',
  forbids:
    'that the receiving State reads of a post which is suspended, closed or in custody what it could not read of one that is established',
  kind: 'never',
  questions: ['a', 'b'],
  parts: ['SUSPENDED', 'CLOSED', 'IN_CUSTODY'].map(after),
};
