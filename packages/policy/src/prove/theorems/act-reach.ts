import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import {
  ACT_KINDS,
  type ActKind,
  CATEGORIES,
  CATEGORY_RULES,
  type Category,
  REGIMES,
  type Regime,
} from '@chancery/shared/vocabulary';
import type { ActFlag } from '../../compiled/bits.js';
import { OFFICES } from '../../facts/offices.js';
import type { EveryTheorem, Exception } from '../theorem.js';
import { flagsTried, requestOf, type Tried, triedAct } from '../tried-request.js';

const [SENDING, RECEIVING, THIRD, SUBJECT] = ['USA', 'DEU', 'ZAF', 'CHE'];
const TO: Act['to'] = { represents: SUBJECT, agencies: [`${SUBJECT}.agency`] };
const MOST = 10;

const factOf = (regime: Regime): Fact => ({
  m: 'Q1',
  sending: SENDING,
  receiving: RECEIVING,
  regime,
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: '2026-01-01',
  until: null,
});

const asked = (category: Category, record: string, regime: Regime, acts: readonly Act[]): Tried => ({
  agency: `${SUBJECT}.agency`,
  kind: 'POLICE',
  purpose: 'CRIMINAL_INVESTIGATION',
  category,
  record,
  facts: [factOf(regime)],
  acts,
});

const officesOf = (kind: ActKind): readonly string[] => [
  ...new Set([
    ...OFFICES.filter((row) => row.kind === kind).flatMap(({ offices }) => offices),
    'DRIVER',
    'THE_DIPLOMAT_HIMSELF',
  ]),
];
const ISSUERS = [SENDING, RECEIVING, THIRD, 'UN', 'EU', 'FRA'];

function firstOf(found: Iterable<Exception>): readonly Exception[] {
  const kept = new Map<string, Exception>();
  for (const each of found) {
    // One of each name tells what there is to tell.
    if (!kept.has(each.name)) kept.set(each.name, each);
    if (kept.size === MOST) break;
  }
  return [...kept.values()];
}

/** Scopes that name something, and nothing of the record: another person, another key, another mission. */
const ELSEWHERE: readonly Partial<Act['scope']>[] = [
  { persons: ['p2'] },
  { keys: ['k2'] },
  { missions: ['Q2'] },
  { missions: ['Q2'], keys: ['k2'], persons: ['p2'] },
];
/** Kinds that are about States and whole posts, and name no record. */
const ABOUT_NO_RECORD: readonly ActKind[] = ['AGREEMENT', 'PARTY_STATUS', 'CONSENT_REFUSAL'];
const NEVER_BY_MISSION: readonly ActKind[] = ['WAIVER', 'JUDICIAL_DECISION'];
const NOT_PERSONAL_BY_MISSION: readonly ActKind[] = ['CONSENT', 'RELEASE'];

const isPersonal = (category: Category): boolean =>
  CATEGORY_RULES[category].groups.some((group) => group === 'PERSONAL');

/** Whether an act of the kind that names the mission alone may not reach a record about a person. */
function mustNameMore(kind: ActKind, category: Category, person: string): boolean {
  if (NEVER_BY_MISSION.includes(kind)) return true;
  return NOT_PERSONAL_BY_MISSION.includes(kind) && (isPersonal(category) || person !== '');
}

/** One of each group of persons that the table of offices tells apart, and whoever is waived for in writing. */
const PERSONS = [
  '',
  ...new Set([
    ...OFFICES.flatMap(({ persons }) => persons?.slice(0, 1) ?? []),
    'CONSULAR_OFFICER',
    'UN_REPRESENTATIVE',
  ]),
].map((each) => (each === '' ? '' : `;im=${each}:${SENDING}:2026-01-01..;who=p1`));
const TRIED: readonly Category[] = ['CASE', 'ARCHIVE', 'PERSON_LOCATION', 'PREMISES_INTERIOR'];

/** What an act that names the record, or this scope, raises for it. */
function raised(kind: ActKind, by: Act['by'], scope: Partial<Act['scope']>, category: Category, person: string) {
  const keys = [...(scope.keys ?? []), ...(kind === 'ASSIGNMENT' ? ['inc1'] : [])];
  const categories = kind === 'EMERGENCY_DISCLOSURE' ? [category] : ['*'];
  const act = triedAct(kind, by, { ...scope, keys, categories }, TO);
  const tried = asked(category, `own=${SENDING}.office;m=Q1${person};x=k1`, 'VCDR', [act]);
  return { flags: flagsTried(tried), request: requestOf(tried) };
}

function* strayScopesOf(kind: ActKind): Generator<Exception> {
  let counted = false;
  for (const office of officesOf(kind)) {
    for (const represents of ISSUERS) {
      const by = { represents, office };
      for (const person of PERSONS) {
        for (const category of TRIED) {
          counted ||=
            raised(kind, by, { missions: ['Q1'], keys: ['k1'], persons: ['p1'] }, category, person).flags.length > 0;
          const alone = mustNameMore(kind, category, person) ? [{ missions: ['Q1'] }] : [];
          for (const scope of [...ELSEWHERE, ...alone]) {
            const { flags, request } = raised(kind, by, scope, category, person);
            if (flags.length > 0) yield { name: `${kind} raises ${flags.join(', ')}`, request };
          }
        }
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
    ACT_KINDS.filter((each) => !ABOUT_NO_RECORD.includes(each)).flatMap((kind) => firstOf(strayScopesOf(kind))),
};

/** Words that the law takes as the decision of whoever made the record. */
const BY_THE_MAKER: readonly ActFlag[] = [
  'RELEASE_BY_MAKER',
  'CONSENT_BY_MAKER',
  'ORIGINATOR_CONSENT',
  'ASSIGNMENT',
  'EMERGENCY_DISCLOSURE',
  'AGREEMENT_ADEQUACY',
  'AGREEMENT_ADEQUACY_LED',
  'AGREEMENT_SAFEGUARDS',
  'AGREEMENT_LEGAL_ASSISTANCE',
];
const AGREEMENTS = [
  'AGREED CHANNEL',
  'CONSULAR NOTICE',
  'LEGAL ASSISTANCE',
  'DATA ADEQUACY',
  'DATA ADEQUACY LED',
  'DATA SAFEGUARDS',
];
const RECORDS = [`${SENDING}.office`, `${RECEIVING}.office`, 'FRA.office', 'CHANCERY.register'];

/** Whether the issuer made the record, keeps it by the register as sending State, or decides for its members on adequacy. */
function isItsMaker(represents: string, owner: string): boolean {
  if (owner.startsWith('CHANCERY.')) return represents === SENDING;
  return owner.startsWith(`${represents}.`) || (represents === 'EU' && /^(DEU|FRA)\./.test(owner));
}

function* strangersActs(): Generator<Exception> {
  for (const kind of ACT_KINDS) {
    const keys = kind === 'AGREEMENT' ? AGREEMENTS : ['k1', 'inc1'];
    for (const represents of ISSUERS) {
      for (const office of officesOf(kind)) {
        for (const regime of REGIMES) {
          for (const owner of RECORDS.filter((each) => !isItsMaker(represents, each))) {
            for (const category of CATEGORIES.filter((each) =>
              ['PREMISES_RESCUE', 'PERSONAL_DATA', 'EVIDENCE', 'ARCHIVE'].includes(each),
            )) {
              const act = triedAct(
                kind,
                { represents, office },
                { missions: ['Q1'], keys, categories: [category] },
                TO,
              );
              const tried = asked(category, `own=${owner};m=Q1;x=k1`, regime, [act]);
              const flags = flagsTried(tried).filter((each) => BY_THE_MAKER.includes(each));
              if (flags.length > 0)
                yield { name: `${kind} by ${represents} raises ${flags.join(', ')}`, request: requestOf(tried) };
            }
          }
        }
      }
    }
  }
}

export const MAKERS_SPEAK_FOR_THEMSELVES: EveryTheorem = {
  id: 'makers-speak-for-themselves',
  article: 'EO 13526 4.1(i)(1), 4.2(b); VCDR 24, 27(2); GDPR 45-46; LED 36-37; IPP 10(2)',
  forbids: 'that an act of a State which did not make the record counts as the decision of whoever did',
  kind: 'every',
  exceptions: () => firstOf(strangersActs()),
};
