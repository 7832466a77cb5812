import { NEVER } from '@chancery/shared/calendar';
import type { RecordMarks } from '@chancery/shared/labels/label';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import {
  ALL_IMMUNITIES,
  ALL_PERSONS,
  ALL_REGIMES,
  type Bounds,
  IMMUNITIES,
  IMMUNITY,
  type Immunity,
  NONE,
  PERSON,
  PERSON_CATEGORIES,
  type PersonCategory,
  REGIME,
  some,
  without,
} from '../compiled/bits.js';
import { Q1 } from '../testkit/scenario.js';
import { personOf } from './immunity.js';

/**
 * The matrix as the treaties have it. Columns: criminal, civil, arrest, testimony, papers, residence, baggage.
 * F: whatever was done; O: for official acts; -: not at all. Fourth block: what goes on, for official acts, after the end.
 * Last: what a State passed through owes, T what passage requires, H not to be hindered.
 */
const MATRIX = `
                                   foreign        resident       national       afterwards     passage
DIPLOMATIC_AGENT                   F F F F F F F  O O O - - - -  O O O - - - -  O O - - - - -  T
FAMILY_OF_AGENT                    F F F F F F F  F F F F F F F  - - - - - - -  - - - - - - -  T
ADMINISTRATIVE_TECHNICAL           F O F F F F -  - - - - - - -  - - - - - - -  O O - - - - -  H
FAMILY_OF_ADMINISTRATIVE_TECHNICAL F - F F F F -  - - - - - - -  - - - - - - -  - - - - - - -  H
SERVICE_STAFF                      O O O - - - -  - - - - - - -  - - - - - - -  O O - - - - -  H
PRIVATE_SERVANT                    - - - - - - -  - - - - - - -  - - - - - - -  - - - - - - -  -
CONSULAR_OFFICER                   O O F F - - F  O O O O - - -  O O O O - - -  O O - O - - -  T
CONSULAR_EMPLOYEE                  O O - O - - -  - - - - - - -  - - - - - - -  O O - O - - -  H
FAMILY_OF_CONSULAR_OFFICER         - - - - - - F  - - - - - - -  - - - - - - -  - - - - - - -  T
HONORARY_OFFICER                   O O - O - - -  O O - O - - -  O O - O - - -  O O - O - - -  -
UN_OFFICIAL                        O O - - - - -  O O - - - - -  O O - - - - -  O O - - - - -  -
UN_HIGH_OFFICIAL                   F F F F F F F  F F F F F F F  F F F F F F F  O O - - - - -  T
FAMILY_OF_UN_HIGH_OFFICIAL         F F F F F F F  F F F F F F F  F F F F F F F  - - - - - - -  T
UN_SECRETARY_GENERAL               F F F F F F F  F F F F F F F  F F F F F F F  O O - - - - -  T
FAMILY_OF_UN_SECRETARY_GENERAL     F F F F F F F  F F F F F F F  F F F F F F F  - - - - - - -  T
UN_REPRESENTATIVE                  O O F O F - F  O O F O F - F  - - - - - - -  O O - - - - -  T
UN_EXPERT                          O O F O F - F  O O F O F - F  O O F O F - F  O O - - - - -  T
MEMBER_OF_PERMANENT_MISSION        F F F F F F F  O O O - - - -  O O O - - - -  O O - - - - -  T
COURIER                            - - F - - - -  - - F - - - -  - - F - - - -  - - - - - - -  T
LOCAL_STAFF                        - - - - - - -  - - - - - - -  - - - - - - -  - - - - - - -  -
`;
const COLUMNS: readonly Immunity[] = [
  'IMMUNE_CRIMINAL',
  'IMMUNE_CIVIL',
  'IMMUNE_ARREST',
  'IMMUNE_TESTIMONY',
  'IMMUNE_PAPERS',
  'IMMUNE_RESIDENCE',
  'IMMUNE_BAGGAGE',
];
const PASSAGE: Readonly<Record<string, Immunity>> = { T: 'IMMUNE_TRANSIT', H: 'UNHINDERED_TRANSIT' };
const TIES = ['foreign', 'resident', 'national'] as const;
const ACTS = ['officialAct', 'privateAct', null] as const;
const TIMES = { before: '2024-12-31', during: '2025-06-01', after: '2026-01-01' } as const;

const ROWS = MATRIX.trim()
  .split('\n')
  .slice(1)
  .map((line): [string, readonly string[]] => {
    const [category = '', ...letters] = line.trim().split(/\s+/);
    return [category, letters];
  });

const marks = (category: string, nationality: string, tags: readonly string[]): RecordMarks => ({
  owner: 'DEU.police',
  missions: [Q1],
  person: { category, nationalities: new Set([nationality]), from: '2025-01-01', until: '2026-01-01' },
  who: null,
  tags: new Set(tags),
  key: null,
});
const VCDR: Bounds = { certain: REGIME.VCDR, possible: REGIME.VCDR };
const words = (bits: number) => IMMUNITIES.filter((each) => some(bits, IMMUNITY[each]));

function expected(letters: readonly string[], tie: number, act: (typeof ACTS)[number], time: keyof typeof TIMES) {
  const certain: Immunity[] = [];
  const possible: Immunity[] = [];
  for (const [index, word] of COLUMNS.entries()) {
    const inOffice = letters[tie * 7 + index];
    const afterwards = inOffice === '-' ? '-' : letters[21 + index];
    const letter = { before: '-', during: inOffice, after: afterwards }[time];
    if (letter === 'F' || (letter === 'O' && act === 'officialAct')) certain.push(word);
    if (letter === 'F' || (letter === 'O' && act !== 'privateAct')) possible.push(word);
  }
  // Before too: on the way to take up the post.
  const passage = PASSAGE[letters[28] ?? ''];
  if (passage !== undefined && time !== 'after') for (const bound of [certain, possible]) bound.push(passage);
  return { certain, possible };
}

describe('immunity', () => {
  it('has a row of the matrix for every category of person', () => {
    expect(ROWS.map(([category]) => category)).toEqual([...PERSON_CATEGORIES]);
    expect(ROWS.every(([, letters]) => letters.length === 29)).toBe(true);
    expect([...COLUMNS, ...Object.values(PASSAGE)]).toEqual(IMMUNITIES);
  });

  it.each(ROWS)('of %s is what the matrix says, for every tie, act and time', (category, letters) => {
    for (const [tie, name] of TIES.entries()) {
      for (const act of ACTS) {
        for (const time of ['before', 'during', 'after'] as const) {
          const tags = [...(name === 'resident' ? ['permanentResident'] : []), ...(act === null ? [] : [act])];
          const record = marks(category, name === 'national' ? 'DEU' : 'USA', tags);
          const found = personOf(record, 'CASE', 'DEU', VCDR, Date.parse(TIMES[time]));

          const { certain, possible } = expected(letters, tie, act, time);
          expect({ category, name, act, time, found: words(found.immunity.certain) }).toEqual({
            category,
            name,
            act,
            time,
            found: certain,
          });
          expect(words(found.immunity.possible)).toEqual(possible);
          expect(found.hostTied).toBe(name !== 'foreign');
          expect(found.person).toEqual({
            certain: PERSON[category as PersonCategory],
            possible: PERSON[category as PersonCategory],
          });
        }
      }
    }
  });

  it('changes at the instants that it names, and at no other', () => {
    const record = marks('DIPLOMATIC_AGENT', 'USA', []);
    const until = (now: string) => personOf(record, 'CASE', 'DEU', VCDR, Date.parse(now)).validUntil;

    expect(until('2024-12-31')).toBe(Date.parse('2025-01-01'));
    expect(until('2025-06-01')).toBe(Date.parse('2026-01-01'));
    expect(until('2026-01-01')).toBe(NEVER);
  });

  it('of an act that is marked both official and private is that of an act of which nothing is said', () => {
    const at = (tags: string[]) =>
      personOf(marks('CONSULAR_EMPLOYEE', 'USA', tags), 'CASE', 'DEU', VCDR, Date.parse('2025-06-01'));

    expect(at(['officialAct', 'privateAct']).immunity).toEqual(at([]).immunity);
  });
});

describe('what is not known of a person', () => {
  const at = Date.parse('2025-06-01');
  const unknownRegime: Bounds = { certain: NONE, possible: ALL_REGIMES };

  it('while the receiving State is UNKNOWN, lies between that of a national and that of a foreigner', () => {
    for (const category of PERSON_CATEGORIES) {
      for (const act of ACTS) {
        const tags = act === null ? [] : [act];
        const unknown = personOf(marks(category, 'USA', tags), 'CASE', null, unknownRegime, at);
        for (const nationality of ['USA', 'DEU']) {
          const known = personOf(marks(category, nationality, tags), 'CASE', 'DEU', VCDR, at);
          expect(without(unknown.immunity.certain, known.immunity.certain)).toBe(NONE);
          expect(without(known.immunity.possible, unknown.immunity.possible)).toBe(NONE);
        }
        expect(unknown.hostTied).toBe(false);
      }
    }
  });

  it('when the category is no word of ours, may be anything', () => {
    expect(personOf(marks('ENVOY', 'USA', ['privateAct']), 'CASE', 'DEU', VCDR, at)).toMatchObject({
      person: { certain: NONE, possible: ALL_PERSONS },
      immunity: { certain: NONE, possible: ALL_IMMUNITIES },
      hostTied: false,
    });
    // A word of JavaScript is none of ours either.
    expect(personOf(marks('constructor', 'USA', []), 'CASE', 'DEU', VCDR, at).person.possible).toBe(ALL_PERSONS);
  });

  it('when nobody is described, may be anybody where the data speaks of protected persons, and nobody elsewhere', () => {
    const record = { ...marks('DIPLOMATIC_AGENT', 'USA', []), person: null };
    const anybody = (category: Category) => personOf(record, category, 'DEU', VCDR, at).person.possible === ALL_PERSONS;

    expect(CATEGORIES.filter(anybody)).toEqual(['RESIDENCE', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS']);
    expect(personOf(record, 'CASE', 'DEU', VCDR, at).immunity).toEqual({ certain: NONE, possible: NONE });
  });

  it('service staff of a consular post may decline evidence on functions, and are immune from nothing', () => {
    const of = (regimes: Bounds, tags: string[]) =>
      words(personOf(marks('SERVICE_STAFF', 'USA', tags), 'CASE', 'DEU', regimes, at).immunity.possible);
    const VCCR: Bounds = { certain: REGIME.VCCR, possible: REGIME.VCCR };

    expect(of(VCCR, ['officialAct'])).toEqual(['IMMUNE_TESTIMONY', 'UNHINDERED_TRANSIT']);
    expect(of(VCCR, ['privateAct'])).toEqual(['UNHINDERED_TRANSIT']);
    expect(of(unknownRegime, ['officialAct'])).toEqual([
      'IMMUNE_CRIMINAL',
      'IMMUNE_CIVIL',
      'IMMUNE_ARREST',
      'IMMUNE_TESTIMONY',
      'UNHINDERED_TRANSIT',
    ]);
  });

  it('employees and service staff of a post under an honorary officer are immune from nothing (VCCR 58)', () => {
    const HONORARY: Bounds = { certain: REGIME.VCCR_HONORARY, possible: REGIME.VCCR_HONORARY };
    for (const category of ['CONSULAR_EMPLOYEE', 'SERVICE_STAFF']) {
      const of = (regimes: Bounds) =>
        personOf(marks(category, 'USA', ['officialAct']), 'CASE', 'DEU', regimes, at).immunity;
      expect(of(HONORARY)).toEqual({ certain: NONE, possible: NONE });
      expect(of(unknownRegime).certain).toBe(NONE);
      expect(words(of(unknownRegime).possible)).toContain('IMMUNE_TESTIMONY');
    }
    // The honorary officer himself keeps article 43, whatever the post.
    expect(
      words(personOf(marks('HONORARY_OFFICER', 'USA', ['officialAct']), 'CASE', 'DEU', HONORARY, at).immunity.certain),
    ).toContain('IMMUNE_CRIMINAL');
  });
});
