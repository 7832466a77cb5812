import type { Fact } from '@chancery/shared/snapshot/snapshot';
import {
  AGENCY_KINDS,
  CATEGORIES,
  type Category,
  LEGAL_STATUSES,
  PURPOSES,
  REGIMES,
  ROLES,
} from '@chancery/shared/vocabulary';
import { ACT_FLAGS, DATA_LAWS, type DataLaw, GROUNDS, OFFENCES, PERSON_CATEGORIES, TAGS } from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { OFFICES } from '../facts/offices.js';
import { type CaseRequest, viewOfCase } from '../testkit/case-file.js';
import { type Situation, VARIABLES } from './atoms.js';
import { actsFor, type Parties, REGISTER_STATE } from './request-acts.js';
import { situationsOf } from './situations.js';

const NOW = '2026-09-21T13:00:00Z';
const FROM = '2026-01-01';

/** A request that asks the engine what a solver made up, and what the facts layer makes of it. */
export interface Replayed {
  readonly request: CaseRequest;
  readonly situation: Situation;
  /** What the facts layer makes otherwise than the solver had it: a guarantee that is missing, or nothing. */
  readonly differences: readonly string[];
}

type Held = ReadonlySet<string>;

function held<Word extends string>(
  names: Held,
  attribute: keyof PolicyInput | 'category',
  words: readonly Word[],
): Word[] {
  return words.filter((each) => names.has(`${attribute}.${each}`));
}

function one<Word extends string>(
  names: Held,
  attribute: keyof PolicyInput | 'category',
  words: readonly Word[],
): Word {
  const [found] = held(names, attribute, words);
  if (found === undefined) throw new RangeError(`a question without \`${attribute}\``);
  return found;
}

/** A State whose authorities are bound as the question says, and one that a transfer goes to or does not. */
const BOUND: Readonly<Record<DataLaw, string>> = { GDPR: 'FRA', LED: 'FRA', EUDPR: 'EU', NONE: 'USA' };

function statesOf(
  names: Held,
): Pick<Parties, 'sending' | 'receiving' | 'subject' | 'maker'> & { readonly role: string } {
  const own = names.has('ownState');
  const law = one(names, 'dataLaw', DATA_LAWS);
  // Emergency disclosure is of what the United States made.
  const third = own && names.has('inForce.EMERGENCY_DISCLOSURE') ? 'USA' : 'BRA';
  const inside = law === 'NONE' ? third : own && law === 'EUDPR' ? 'EU' : 'DEU';
  const subject = names.has('unitedNations') ? 'UN' : names.has('transfer') ? third : inside;
  const other = names.has('registerRecord') ? REGISTER_STATE : BOUND[law];
  const maker = own ? subject : other;
  const [role = 'THIRD_STATE'] = held(names, 'possibleRole', ROLES);
  const sends = role === 'SENDING_STATE';
  const receives = role.startsWith('RECEIVING_STATE_');
  return {
    subject,
    maker,
    role,
    sending: sends ? subject : names.has('maker.sending') ? maker : 'ZAF',
    receiving: receives ? subject : names.has('maker.receiving') ? maker : 'ARG',
  };
}

function waiver(names: Held, sending: string): Parties['waivedBy'] {
  const [person] = held(names, 'person', PERSON_CATEGORIES);
  const row = OFFICES.find(
    ({ kind, persons }) => kind === 'WAIVER' && person !== undefined && persons?.includes(person),
  );
  return { represents: row?.party === 'UN' ? 'UN' : sending, office: row?.offices[0] ?? 'FOREIGN_MINISTRY' };
}

/** What the marks of a person may be for the question to come out: nobody told, or any of the hidden dates and ties. */
function personMarks(names: Held, subject: string, receiving: string): readonly string[] {
  const [category] = held(names, 'person', PERSON_CATEGORIES);
  const own = names.has('nationalOfSubject') ? [subject] : [];
  if (category === undefined) return ['', `;im=STRANGER:${nationalitiesOf(own)}:2026-01-01..`];
  return [[], [receiving]].flatMap((tied) =>
    ['2026-01-01..', '2027-01-01..', '2025-01-01..2026-01-01'].map(
      (term) => `;im=${category}:${nationalitiesOf([...own, ...tied])}:${term}`,
    ),
  );
}

/** Of an organisation nobody is a national. */
function nationalitiesOf(states: readonly string[]): string {
  return [...new Set(states.filter((each) => /^[A-Z]{3}$/.test(each)))].sort().join('+') || 'PRT';
}

function factOf(names: Held, { sending, receiving }: Pick<Parties, 'sending' | 'receiving'>): Fact {
  return {
    m: 'Q1',
    sending,
    receiving,
    regime: one(names, 'regime', REGIMES),
    legalStatus: one(names, 'legalStatus', LEGAL_STATUSES),
    protectingPower: null,
    from: FROM,
    until: null,
  };
}

function requestOf(names: Held, person: string): CaseRequest {
  const states = statesOf(names);
  const kind = one(names, 'kind', AGENCY_KINDS);
  const category: Category = one(names, 'category', CATEGORIES);
  // Which law binds a holder is read from its name.
  const office = names.has('dataLaw.LED') ? 'police' : 'ministry';
  const agency = `${states.subject}.${office}`;
  const mission = names.has('jurisdiction.atLarge') ? null : 'Q1';
  const parties: Parties = {
    ...states,
    agency,
    mission,
    key: 'k1',
    caseId: 'inc1',
    category,
    waivedBy: waiver(names, states.sending),
  };
  const maker = names.has('originator') ? agency : `${states.maker}.${office}-office`;
  const tags = [...held(names, 'tags', TAGS), ...held(names, 'grounds', GROUNDS), ...held(names, 'offences', OFFENCES)];
  const marks = [
    `;own=${maker}`,
    mission === null ? '' : `;m=${mission}`,
    person,
    tags.length === 0 ? '' : `;t=${tags.sort().join('+')}`,
    ';x=k1',
  ];
  return {
    subject: {
      id: 'a:1',
      represents: states.subject,
      agency,
      kind,
      nationalities: [states.subject],
      clearances: [],
      compartments: [],
      groups: [],
    },
    purpose: one(names, 'purpose', PURPOSES),
    caseId: 'inc1',
    category,
    handling: `l=-;rel=*;nat=*;pur=*${marks.join('')}`,
    now: NOW,
    stale: names.has('stale'),
    facts: names.has('jurisdiction.known') ? [factOf(names, states)] : [],
    acts: actsFor(names, ACT_FLAGS, parties, states.role),
  };
}

/** The situation that the live facts layer makes of a request. */
export function situationOf(request: CaseRequest): Situation {
  const { subject, purpose, caseId, category, handling, now } = request;
  const view = viewOfCase(request);
  const [situation] = situationsOf({ subject, purpose, caseId }, category, handling, view, Date.parse(now));
  if (situation === undefined) throw new RangeError('nothing was asked');
  return situation;
}

function differencesOf(names: Held, situation: Situation): readonly string[] {
  return VARIABLES.filter(({ name, read }) => read(situation) !== names.has(name)).map(({ name }) => name);
}

/** Makes a request that asks what the solver made up, as near as the facts layer lets it be. */
export function replay(names: ReadonlySet<string>): Replayed {
  const { subject, receiving } = statesOf(names);
  const tried = personMarks(names, subject, receiving).map((person): Replayed => {
    const request = requestOf(names, person);
    const situation = situationOf(request);
    return { request, situation, differences: differencesOf(names, situation) };
  });
  const [nearest] = tried.toSorted((a, b) => a.differences.length - b.differences.length);
  if (nearest === undefined) throw new RangeError('nothing to replay');
  return nearest;
}
