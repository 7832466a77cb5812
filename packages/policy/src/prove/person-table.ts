import { sha256Of } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import { CATEGORIES, type Category, REGIMES, type Regime } from '@chancery/shared/vocabulary';
import { IMMUNITIES, IMMUNITY, PERSON, PERSON_CATEGORIES, some, type Tag } from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { factContext } from '../facts/gather-input.js';
import { missionInputs } from '../facts/mission-inputs.js';
import { about, flag, jurisdiction, word } from './atoms.js';
import { all, any, type Formula, implies, not } from './formula.js';

/** Tags that tell what an immunity depends on: a test holds that no other tag changes the table. */
const PERSON_TAGS = ['officialAct', 'privateAct', 'permanentResident'] as const satisfies readonly Tag[];

const NOW = Date.parse('2026-09-21T12:00:00Z');
/** Before the functions, during them, and after. */
const TERMS = ['2027-01-01..', '2026-01-01..', '2025-01-01..2026-01-01'];
const RECEIVING = 'DEU';
const NATIONALITIES = [RECEIVING, 'USA'];
const ASKER: Profile = {
  subject: {
    id: 'a:1',
    represents: 'CHE',
    agency: 'CHE.police',
    kind: 'POLICE',
    nationalities: ['CHE'],
    clearances: [],
    compartments: [],
    groups: [],
  },
  purpose: 'STATUS_CHECK',
  caseId: null,
};

/** The treaty that governs the post; or there is no post, or nothing is known of it. */
type Post = Regime | 'NO_POST' | 'UNKNOWN';
const POSTS: readonly Post[] = [...REGIMES, 'NO_POST', 'UNKNOWN'];

const factOf = (regime: Regime): Fact => ({
  m: 'Q1',
  sending: 'USA',
  receiving: RECEIVING,
  regime,
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: '2026-01-01',
  until: null,
});

/** One snapshot for each of thousands, and no decision reads its digest. */
const UNSEALED = sha256Of('');

/** What the facts layer makes of one person, under one treaty, in one kind of record. */
function askAboutPerson(marks: string, tags: readonly string[], post: Post, category: Category): PolicyInput {
  const mission = post === 'NO_POST' ? '' : ';m=Q1';
  const tagged = tags.length === 0 ? '' : `;t=${[...tags].sort().join('+')}`;
  const handling = parseHandling(`l=-;rel=*;nat=*;pur=*;own=CHE.police${mission}${marks}${tagged}`);
  const facts = post === 'NO_POST' || post === 'UNKNOWN' ? [] : [factOf(post)];
  const view = viewOf({ number: 1, digest: UNSEALED, facts, acts: [] }, false);
  const [asked] = missionInputs(factContext(ASKER, view, NOW), category, handling.record);
  if (asked === undefined) throw new RangeError('nothing was asked');
  return asked.input;
}

/** Every set of the tags. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((each) => [first, ...each])];
}

type Outcome = Pick<PolicyInput, 'person' | 'possiblePerson' | 'immunity' | 'possibleImmunity' | 'hostTied'>;

function literal(attribute: keyof PolicyInput, name: string, holds: boolean): Formula {
  return holds ? word(attribute, name) : not(word(attribute, name));
}

function outcomeFormula(outcome: Outcome): Formula {
  return all(
    ...PERSON_CATEGORIES.flatMap((each) => [
      literal('person', each, some(outcome.person, PERSON[each])),
      literal('possiblePerson', each, some(outcome.possiblePerson, PERSON[each])),
    ]),
    ...IMMUNITIES.flatMap((each) => [
      literal('immunity', each, some(outcome.immunity, IMMUNITY[each])),
      literal('possibleImmunity', each, some(outcome.possibleImmunity, IMMUNITY[each])),
    ]),
    outcome.hostTied ? flag('hostTied') : not(flag('hostTied')),
  );
}

function outcomeOf({ person, possiblePerson, immunity, possibleImmunity, hostTied }: PolicyInput): Outcome {
  return { person, possiblePerson, immunity, possibleImmunity, hostTied };
}

function anyOutcome(questions: readonly PolicyInput[]): Formula {
  const outcomes = new Map(questions.map(outcomeOf).map((each) => [JSON.stringify(each), each]));
  return any(...[...outcomes.values()].map(outcomeFormula));
}

const tagsAre = (held: readonly string[]): Formula =>
  all(...PERSON_TAGS.map((each) => literal('tags', each, held.includes(each))));

function postIs(post: Post): Formula {
  if (post === 'NO_POST') return jurisdiction('atLarge');
  if (post === 'UNKNOWN') return jurisdiction('unknown');
  return all(jurisdiction('known'), word('regime', post));
}

/** One category of person: for each treaty and each set of tags, what dates and nationalities may make of it. */
function rowOf(category: (typeof PERSON_CATEGORIES)[number]): Formula {
  const byOutcome = new Map<string, { readonly when: Formula[]; readonly then: Formula }>();
  for (const post of POSTS) {
    for (const tags of subsets(PERSON_TAGS)) {
      const questions = NATIONALITIES.flatMap((nationality) =>
        TERMS.map((term) => askAboutPerson(`;im=${category}:${nationality}:${term}`, tags, post, 'CASE')),
      );
      const then = anyOutcome(questions);
      const key = JSON.stringify(questions.map(outcomeOf));
      const known = byOutcome.get(key) ?? { when: [], then };
      known.when.push(all(postIs(post), tagsAre(tags)));
      byOutcome.set(key, known);
    }
  }
  return implies(
    word('person', category),
    all(...[...byOutcome.values()].map(({ when, then }) => implies(any(...when), then))),
  );
}

/** Nobody is described: anybody could be meant where the data speak of protected persons by nature, and nobody else is. */
function undescribed(): Formula {
  const strange = askAboutPerson(';im=STRANGER:USA:2026-01-01..', [], 'VCDR', 'CASE');
  const rows = CATEGORIES.map((category) => {
    const nobody = askAboutPerson('', [], 'VCDR', category);
    return implies(about(category), anyOutcome([nobody, strange]));
  });
  const described = any(...PERSON_CATEGORIES.map((each) => word('person', each)));
  const somebody = any(...PERSON_CATEGORIES.map((each) => word('possiblePerson', each)));
  return all(implies(not(described), all(...rows)), implies(flag('nationalOfSubject'), somebody));
}

/** The matrix of the treaties as the facts layer computes it, over all its inputs. */
export function personTable(): readonly Formula[] {
  return [...PERSON_CATEGORIES.map(rowOf), undescribed()];
}
