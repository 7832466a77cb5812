import type { Category, Role } from '@chancery/shared/vocabulary';
import { type Immunity, PERSON_CATEGORIES, type PersonCategory } from '../../compiled/bits.js';
import { about, flag, OPEN, oneOf, word } from '../atoms.js';
import { all, any, type Formula, not, TRUE } from '../formula.js';
import type { NeverTheorem, Part } from '../theorem.js';

/** Authorities that could exercise jurisdiction or coercion; a ministry and a fire service do neither. */
const AUTHORITIES: readonly Role[] = [
  'RECEIVING_STATE_LEA',
  'RECEIVING_STATE_COURT',
  'RECEIVING_STATE_FISCAL',
  'RECEIVING_STATE_CUSTOMS',
  'RECEIVING_STATE_BORDER',
  'RECEIVING_STATE_OTHER',
];
const PASSED_THROUGH: readonly Role[] = ['TRANSIT_STATE'];
/** Of a State passed through the role is one, whoever asks: who exercises no jurisdiction is told by the kind. */
const JURISDICTION = not(oneOf('kind', ['FOREIGN_MINISTRY', 'EMERGENCY_SERVICE']));
/** What an immunity keeps an authority from, and the exception that its article makes for what the record says. */
interface Shield {
  readonly immunity: Immunity;
  readonly article: string;
  readonly roles: readonly Role[];
  readonly categories: readonly Category[];
  readonly reach: Formula;
  readonly save: Formula;
  /** Whose; of everybody when missing. */
  readonly persons?: readonly PersonCategory[];
}

const CIVIL = word('tags', 'civilMatter');
const purposes = (...words: readonly string[]): Formula => oneOf('purpose', words);
const COERCION = purposes('ARREST', 'CRIMINAL_INVESTIGATION', 'PROSECUTION', 'EXECUTION');
const NOTHING_SAVED = not(TRUE);

const EXEMPT_FROM_ARREST_ALONE: ReadonlySet<PersonCategory> = new Set<PersonCategory>([
  'CONSULAR_OFFICER',
  'FAMILY_OF_CONSULAR_OFFICER',
  'COURIER',
]);

const SHIELDS: readonly Shield[] = [
  {
    immunity: 'IMMUNE_CRIMINAL',
    article: 'VCDR 31(1), 37(1)-(3), 38(1), 39(2); VCCR 43(1), 58(2); CPIUN 11(a), 18(a), 19, 22(b)',
    roles: AUTHORITIES,
    categories: ['CASE', 'PROCEEDING'],
    reach: not(CIVIL),
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_CIVIL',
    article: 'VCDR 31(1), 37(1)-(3), 38(1); VCCR 43',
    roles: AUTHORITIES,
    categories: ['CASE', 'PROCEEDING'],
    reach: CIVIL,
    save: word('tags', 'civilException'),
  },
  {
    immunity: 'IMMUNE_ARREST',
    article: 'VCDR 27(5), 29, 37, 38(1); VCCR 35(5), 41; CPIUN 11(a), 19, 22(a)',
    roles: AUTHORITIES,
    categories: ['PERSON_LOCATION'],
    reach: COERCION,
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_TESTIMONY',
    article: 'VCDR 31(2), 37; VCCR 44(1), (3); CPIUN 11(a), 19',
    roles: AUTHORITIES,
    categories: ['TESTIMONY'],
    reach: TRUE,
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_PAPERS',
    article: 'VCDR 30(2), 37; CPIUN 11(b), 22(c)',
    roles: AUTHORITIES.filter((role) => role !== 'RECEIVING_STATE_CUSTOMS'),
    categories: ['PERSONAL_EFFECTS'],
    reach: TRUE,
    save: all(word('tags', 'civilException'), purposes('EXECUTION')),
  },
  {
    immunity: 'IMMUNE_RESIDENCE',
    article: 'VCDR 30(1), 37; CPIUN 19',
    roles: AUTHORITIES,
    categories: ['RESIDENCE'],
    reach: TRUE,
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_BAGGAGE',
    article: 'VCDR 36(2), 37(1); VCCR 50(3); CPIUN 11(f), 19, 22(f)',
    roles: ['RECEIVING_STATE_CUSTOMS'],
    categories: ['PERSONAL_EFFECTS'],
    reach: TRUE,
    save: all(purposes('CUSTOMS'), word('tags', 'seriousGrounds'), word('tags', 'representativePresent')),
  },
  {
    immunity: 'IMMUNE_TRANSIT',
    article: 'VCDR 40(1), (3); VCCR 54(1), (3); CPIUN 10, 11, 19, 22',
    roles: PASSED_THROUGH,
    categories: ['PERSON_LOCATION'],
    reach: COERCION,
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_TRANSIT',
    article: 'VCDR 40(1), (3); VCCR 54(1), (3); CPIUN 10, 11, 19, 22',
    roles: PASSED_THROUGH,
    categories: ['CASE'],
    reach: all(purposes('ARREST'), JURISDICTION),
    save: NOTHING_SAVED,
  },
  {
    immunity: 'IMMUNE_TRANSIT',
    article: 'VCDR 31(1) with 40(1); CPIUN 11, 19, 22',
    roles: PASSED_THROUGH,
    categories: ['CASE'],
    reach: all(COERCION, JURISDICTION, not(CIVIL)),
    save: NOTHING_SAVED,
    // Consular officers are immune for official acts alone (VCCR 43), couriers from arrest alone (VCDR 27(5)).
    persons: PERSON_CATEGORIES.filter((each) => !EXEMPT_FROM_ARREST_ALONE.has(each)),
  },
  {
    immunity: 'UNHINDERED_TRANSIT',
    article: 'VCDR 40(2); VCCR 54(2)',
    roles: PASSED_THROUGH,
    categories: ['PERSON_LOCATION'],
    reach: all(purposes('ARREST'), JURISDICTION, not(oneOf('regime', ['CPIUN', 'NONE']))),
    save: NOTHING_SAVED,
  },
];

/** Acts that somebody entitled to may make; which of them lifts what is another theorem. */
const ACTS = [
  ...['WAIVER_EXPRESS', 'WAIVER_WRITTEN', 'WAIVER_EXECUTION', 'JUDICIAL_DECISION', 'RELEASE', 'RELEASE_BY_MAKER'],
  ...['CONSENT_HEAD_OF_MISSION', 'CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_UN_SG', 'CONSENT_BY_MAKER'],
];

function partsOf({ immunity, roles, categories, reach, save, persons = PERSON_CATEGORIES }: Shield): readonly Part[] {
  return persons.map((person) => ({
    name: `${person}: ${immunity}, ${categories.join('/')}, ${roles.length > 1 ? 'receiving State' : roles.join('')}`,
    breaks: all(
      word('person', person),
      word('possibleImmunity', immunity),
      about(...categories),
      oneOf('possibleRole', roles),
      reach,
      not(save),
      not(oneOf('inForce', ACTS)),
      OPEN,
    ),
  }));
}

/** Whoever is not described, in a record that speaks of protected persons by nature, may be anybody. */
const UNDESCRIBED: Part = {
  name: 'nobody is described, and anybody could be meant',
  breaks: all(
    about('PERSON_LOCATION', 'RESIDENCE'),
    not(oneOf('person', PERSON_CATEGORIES)),
    oneOf('possibleRole', AUTHORITIES),
    any(about('RESIDENCE'), COERCION),
    not(oneOf('inForce', ACTS)),
    not(flag('published')),
    OPEN,
  ),
};

/** An immunity that the matrix computes and no rule holds would be an immunity on paper. */
export const IMMUNITIES_BAR: NeverTheorem = {
  id: 'immunity-bars',
  article: [...new Set(SHIELDS.map(({ article }) => article))].join('; '),
  forbids:
    'that an authority of the receiving State, or of a State passed through, reads what an immunity of the person keeps it from, while nobody has waived or released',
  kind: 'never',
  questions: ['a'],
  parts: [...SHIELDS.flatMap(partsOf), UNDESCRIBED],
};

const EXECUTED: Formula = all(
  about('CASE', 'PROCEEDING'),
  oneOf('possibleRole', AUTHORITIES),
  any(
    all(word('possibleImmunity', 'IMMUNE_CRIMINAL'), not(CIVIL)),
    all(word('possibleImmunity', 'IMMUNE_CIVIL'), CIVIL, not(word('tags', 'civilException'))),
  ),
);

/** VCDR 32(4): waiver of immunity from jurisdiction does not imply waiver of immunity in respect of execution. */
export const EXECUTION_APART: NeverTheorem = {
  id: 'execution-needs-its-own-waiver',
  article: 'VCDR 32(2), 32(4); VCCR 45(2), 45(4)',
  forbids:
    'that a waiver for proceedings opens execution, or one for execution the proceedings, or an unwritten one a consular case',
  kind: 'never',
  questions: ['a'],
  parts: [
    {
      name: 'execution by a waiver for proceedings',
      breaks: all(EXECUTED, purposes('EXECUTION'), not(word('inForce', 'WAIVER_EXECUTION')), OPEN),
    },
    {
      name: 'proceedings by a waiver for execution',
      breaks: all(EXECUTED, not(purposes('EXECUTION')), not(word('inForce', 'WAIVER_EXPRESS')), OPEN),
    },
    {
      name: 'a consular case by an unwritten waiver',
      breaks: all(
        EXECUTED,
        not(purposes('EXECUTION')),
        oneOf('person', ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER']),
        not(word('inForce', 'WAIVER_WRITTEN')),
        OPEN,
      ),
    },
  ],
};
