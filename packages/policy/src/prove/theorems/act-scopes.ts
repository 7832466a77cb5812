import type { Act } from '@chancery/shared/snapshot/snapshot';
import { ACT_KINDS, type ActKind, CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import { OFFICES } from '../../facts/offices.js';
import type { EveryTheorem, Exception } from '../theorem.js';
import { choices, firstOfEach, ISSUERS, officesOf, raised, SENDING } from './tried-acts.js';

/** Scopes that name something, and nothing of the record: another person, another key, another mission. */
const ELSEWHERE: readonly Partial<Act['scope']>[] = [
  { persons: ['p2'] },
  { keys: ['k2'] },
  { missions: ['Q2'] },
  { missions: ['Q2'], keys: ['k2'], persons: ['p2'] },
];
const THE_POST: Partial<Act['scope']> = { missions: ['Q1'] };
const THE_RECORD: Partial<Act['scope']> = { missions: ['Q1'], keys: ['k1'], persons: ['p1'] };

/** Kinds that are about States and whole posts, and name no record. */
const ABOUT_NO_RECORD: readonly ActKind[] = ['AGREEMENT', 'PARTY_STATUS', 'CONSENT_REFUSAL'];
/** VCDR 32, VCCR 41, 45: whose immunity, and of whom, is each his own. */
const NEVER_BY_THE_POST: readonly ActKind[] = ['WAIVER', 'JUDICIAL_DECISION'];
/** VCDR 22(1), 24: of a place and its papers; what is personal they reach by the person or the record. */
const OF_A_PLACE: readonly ActKind[] = ['CONSENT', 'RELEASE'];

/** One of each group of persons that the table of offices tells apart, and whoever is waived for in writing. */
const PERSONS = [
  '',
  ...new Set([
    ...OFFICES.flatMap(({ persons }) => persons?.slice(0, 1) ?? []),
    'CONSULAR_OFFICER',
    'UN_REPRESENTATIVE',
  ]),
].map((each) => (each === '' ? '' : `;im=${each}:${SENDING}:2026-01-01..;who=p1`));
const CATEGORIES: readonly Category[] = ['CASE', 'ARCHIVE', 'PERSON_LOCATION', 'PREMISES_INTERIOR'];

/** Whether an act of the kind that names the post alone may not reach the record. */
function mustNameMore(kind: ActKind, category: Category, person: string): boolean {
  if (NEVER_BY_THE_POST.includes(kind)) return true;
  const isPersonal = CATEGORY_RULES[category].groups.some((group) => group === 'PERSONAL');
  return OF_A_PLACE.includes(kind) && (isPersonal || person !== '');
}

function* strayScopesOf(kind: ActKind): Generator<Exception> {
  let counted = false;
  for (const office of officesOf(kind)) {
    for (const [represents, person, category] of choices(ISSUERS, PERSONS, CATEGORIES)) {
      const record = `own=${SENDING}.office;m=Q1${person};x=k1`;
      const raises = (scope: Partial<Act['scope']>) => {
        const keys = [...(scope.keys ?? []), ...(kind === 'ASSIGNMENT' ? ['inc1'] : [])];
        return raised({ kind, represents, office, scope: { ...scope, keys }, category, regime: 'VCDR', record });
      };
      counted ||= raises(THE_RECORD).flags.length > 0;
      for (const scope of mustNameMore(kind, category, person) ? [...ELSEWHERE, THE_POST] : ELSEWHERE) {
        const { flags, request } = raises(scope);
        if (flags.length > 0) yield { name: `${kind} raises ${flags.join(', ')}`, request };
      }
    }
  }
  // A kind that never counts would make all of this hold of nothing.
  if (!counted) yield { name: `${kind} never counts`, request: null };
}

export const ACTS_REACH_WHAT_THEY_NAME: EveryTheorem = {
  id: 'acts-reach-what-they-name',
  article: 'VCDR 22(1), 24, 27(2), 32(1); VCCR 31(2), 33, 41(1), 45(1); CPIUN 14, 20, 23',
  forbids:
    'that an act which names another person, record or post counts here, or one that names the post alone counts for what is personal',
  kind: 'every',
  exceptions: () =>
    ACT_KINDS.filter((each) => !ABOUT_NO_RECORD.includes(each)).flatMap((kind) => firstOfEach(strayScopesOf(kind))),
};
