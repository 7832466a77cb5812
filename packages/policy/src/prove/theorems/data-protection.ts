import { CATEGORIES, CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import type { PolicySource } from '../../compile/read-policy.js';
import { type ActFlag, DATA_LAWS, type DataLaw, GROUNDS } from '../../compiled/bits.js';
import { about, BARRED, flag, OPEN, oneOf, rule, word } from '../atoms.js';
import { all, any, type Formula, not } from '../formula.js';
import type { EveryTheorem, Exception, NeverTheorem, Part } from '../theorem.js';
import { requestOf, situationsTried, type Tried } from '../tried-request.js';

/** Rules of each law by the instrument that they stand under. */
const INSTRUMENTS: Readonly<Record<Exclude<DataLaw, 'NONE'>, RegExp>> = {
  GDPR: /^GDPR /,
  LED: /^LED /,
  EUDPR: /^(Regulation|Reg|EUDPR)\b.*2018\/1725/,
};
const LAWS = DATA_LAWS.filter((each): each is Exclude<DataLaw, 'NONE'> => each !== 'NONE');

const isPersonal = (category: Category): boolean =>
  CATEGORY_RULES[category].groups.some((group) => group === 'PERSONAL' || group === 'LEA');
const PERSONAL = CATEGORIES.filter(isPersonal);
/** VCDR 10, VCCR 24: what a mission notifies of its members the treaties themselves require. */
const NOTIFIED: readonly Category[] = ['ROSTER', 'PERSON_STATUS'];

function holdingOf(law: (typeof LAWS)[number], sources: readonly PolicySource[]): Formula {
  const ids = sources.map((each) => each.rule.annotations).filter((each) => INSTRUMENTS[law].test(each.instrument));
  if (ids.length === 0) throw new RangeError(`no rule of ${law}`);
  return any(...ids.map(({ id }) => rule(id)));
}

const TRANSFERRED_BY: readonly ActFlag[] = [
  'AGREEMENT_ADEQUACY',
  'AGREEMENT_ADEQUACY_LED',
  'AGREEMENT_SAFEGUARDS',
  'ORIGINATOR_CONSENT',
];
/** VCCR 36(1): a consul has access to detained nationals, whoever holds the record. */
const CONSUL_AND_NATIONAL = all(about('DETENTION'), word('kind', 'CONSULAR'), word('tags', 'ownNational'));

/** With no ground and no decision, nothing personal leaves for a third country, and it is the holder's own law that keeps it. */
function withoutGround(law: (typeof LAWS)[number], sources: readonly PolicySource[]): readonly Part[] {
  const bare = all(
    word('dataLaw', law),
    flag('transfer'),
    about(...PERSONAL.filter((each) => !NOTIFIED.includes(each))),
    not(oneOf('grounds', GROUNDS)),
    not(oneOf('inForce', TRANSFERRED_BY)),
    not(CONSUL_AND_NATIONAL),
  );
  return [
    { name: `${law} lets go without a ground`, breaks: all(bare, OPEN) },
    { name: `${law} does not keep it itself`, breaks: all(bare, not(all(BARRED, holdingOf(law, sources)))) },
  ];
}

export function oneDataLaw(sources: readonly PolicySource[]): NeverTheorem {
  return {
    id: 'one-law-on-personal-data',
    article:
      'GDPR 2(2)(d), 2(3), 3, 44; LED 1-2, 35; Regulation (EU) 2018/1725 2, 46; EEA Joint Committee Decision 154/2018',
    forbids:
      'that a rule of one law on personal data binds what another governs, or that none keeps a transfer which no ground allows',
    kind: 'never',
    questions: ['a'],
    parts: [
      ...LAWS.map(
        (law): Part => ({
          name: `a rule of ${law} beyond its holders`,
          breaks: all(holdingOf(law, sources), not(word('dataLaw', law))),
        }),
      ),
      ...LAWS.flatMap((law) => withoutGround(law, sources)),
    ],
  };
}

/** Holders, and the law that binds each: by who it is, and what its record is marked as. */
const HOLDERS: readonly (readonly [record: string, category: Category, law: DataLaw])[] = [
  ...PERSONAL.flatMap((category): (readonly [string, Category, DataLaw])[] => [
    ['own=DEU.police', category, 'LED'],
    ['own=NOR.police', category, 'LED'],
    ['own=DEU.foreign-ministry', category, 'GDPR'],
    ['own=NOR.foreign-ministry', category, 'GDPR'],
    ['own=DEU.foreign-ministry;t=leaOrigin', category, 'LED'],
    ['own=EU.commission', category, 'EUDPR'],
    ['own=USA.foreign-ministry', category, 'NONE'],
    ['own=GBR.police', category, 'NONE'],
    ['own=CHE.police', category, 'NONE'],
    ['own=UN.secretariat', category, 'NONE'],
    ['own=CHANCERY.register', category, 'NONE'],
  ]),
];

function* otherwise(): Generator<Exception> {
  for (const [record, category, law] of HOLDERS) {
    const tried: Tried = {
      agency: 'BRA.police',
      kind: 'POLICE',
      purpose: 'CRIMINAL_INVESTIGATION',
      category,
      record,
      facts: [],
      acts: [],
    };
    const found = situationsTried(tried).map(({ input }) => input.dataLaw);
    if (found.some((each) => each !== law)) {
      yield { name: `${record} ${category} is under ${found.join()}, not ${law}`, request: requestOf(tried) };
    }
  }
}

export const HOLDER_HAS_ITS_LAW: EveryTheorem = {
  id: 'each-holder-has-its-law-on-personal-data',
  article:
    'GDPR 2-3; LED 1-3; Regulation (EU) 2018/1725 2; EEA Joint Committee Decision 154/2018; LED recitals 101-103',
  forbids:
    'that a kind of personal data of a holder is under another law than the one that binds the holder, or under two',
  kind: 'every',
  exceptions: () => [...otherwise()],
};
