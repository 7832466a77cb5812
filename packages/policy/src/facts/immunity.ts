import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { PersonMarks, RecordMarks } from '@chancery/shared/labels/label';
import type { Category } from '@chancery/shared/vocabulary';
import {
  ALL_IMMUNITIES,
  ALL_PERSONS,
  type Bits,
  type Bounds,
  IMMUNITY,
  NONE,
  PERSON,
  type PersonCategory,
  REGIME,
  some,
} from '../compiled/bits.js';
import { isWithin, nextBoundary, windowOf } from './window.js';

/** What the treaties make of the person whom a record concerns. */
export interface PersonFindings {
  readonly person: Bounds;
  readonly immunity: Bounds;
  /** Certainly a national or permanent resident of the receiving State. */
  readonly hostTied: boolean;
  readonly validUntil: Instant;
}

/** What of a person is protected whatever was done, and what for official acts alone. */
interface Protection {
  readonly full: Bits;
  readonly official: Bits;
}

interface Row {
  /** Neither national nor permanent resident of the receiving State. */
  readonly foreign: Protection;
  readonly resident: Protection;
  readonly national: Protection;
  /** What outlasts the functions, for official acts: VCDR 39(2), VCCR 53(4). */
  readonly lasting: Bits;
}

const { IMMUNE_CRIMINAL, IMMUNE_CIVIL, IMMUNE_ARREST, IMMUNE_TESTIMONY } = IMMUNITY;
const { IMMUNE_PAPERS, IMMUNE_RESIDENCE, IMMUNE_BAGGAGE } = IMMUNITY;
const JURISDICTION = IMMUNE_CRIMINAL | IMMUNE_CIVIL;
const PERSON_AND_HOME = IMMUNE_ARREST | IMMUNE_TESTIMONY | IMMUNE_PAPERS | IMMUNE_RESIDENCE;

const protects = (full: Bits, official: Bits = NONE): Protection => ({ full, official });
const UNPROTECTED = protects(NONE);
const everywhere = (protection: Protection, lasting: Bits): Row => {
  return { foreign: protection, resident: protection, national: protection, lasting };
};
const foreignOnly = (foreign: Protection, lasting: Bits): Row => {
  return { foreign, resident: UNPROTECTED, national: UNPROTECTED, lasting };
};

const AGENT = protects(JURISDICTION | PERSON_AND_HOME | IMMUNE_BAGGAGE);
/** VCDR 38(1): immunity from jurisdiction, and inviolability, in respect of official acts. */
const AGENT_AT_HOME = protects(NONE, JURISDICTION | IMMUNE_ARREST);
const CONSULAR = protects(NONE, JURISDICTION | IMMUNE_TESTIMONY);
const UNKNOWN_TO_US = everywhere(protects(ALL_IMMUNITIES), NONE);

/** The matrix of the treaties, a row for each category of person. */
const ROWS: Readonly<Record<PersonCategory, Row>> = {
  DIPLOMATIC_AGENT: { foreign: AGENT, resident: AGENT_AT_HOME, national: AGENT_AT_HOME, lasting: JURISDICTION },
  // VCDR 37(1) leaves out nationals alone; a member of a family performs no functions that could outlast it.
  FAMILY_OF_AGENT: { foreign: AGENT, resident: AGENT, national: UNPROTECTED, lasting: NONE },
  ADMINISTRATIVE_TECHNICAL: foreignOnly(protects(IMMUNE_CRIMINAL | PERSON_AND_HOME, IMMUNE_CIVIL), JURISDICTION),
  FAMILY_OF_ADMINISTRATIVE_TECHNICAL: foreignOnly(protects(IMMUNE_CRIMINAL | PERSON_AND_HOME), NONE),
  SERVICE_STAFF: foreignOnly(protects(NONE, JURISDICTION | IMMUNE_ARREST), JURISDICTION),
  PRIVATE_SERVANT: everywhere(UNPROTECTED, NONE),
  CONSULAR_OFFICER: {
    foreign: protects(IMMUNE_ARREST | IMMUNE_TESTIMONY, JURISDICTION),
    // VCCR 71(1): official acts only, and the privilege of article 44(3).
    resident: protects(NONE, JURISDICTION | IMMUNE_ARREST | IMMUNE_TESTIMONY),
    national: protects(NONE, JURISDICTION | IMMUNE_ARREST | IMMUNE_TESTIMONY),
    lasting: JURISDICTION | IMMUNE_TESTIMONY,
  },
  CONSULAR_EMPLOYEE: foreignOnly(CONSULAR, JURISDICTION | IMMUNE_TESTIMONY),
  // VCCR 58(2): of these articles 43 and 44(3) alone extend to honorary officers.
  HONORARY_OFFICER: everywhere(CONSULAR, JURISDICTION | IMMUNE_TESTIMONY),
  UN_OFFICIAL: everywhere(protects(NONE, JURISDICTION), JURISDICTION),
  // CPIUN 19: as diplomatic envoys.
  UN_HIGH_OFFICIAL: everywhere(AGENT, JURISDICTION),
  UN_SECRETARY_GENERAL: everywhere(AGENT, JURISDICTION),
  // VCDR 27(5) and VCCR 35(5): personal inviolability while performing the function.
  COURIER: everywhere(protects(IMMUNE_ARREST), NONE),
  LOCAL_STAFF: everywhere(UNPROTECTED, NONE),
};
/** Service staff of a consular post have no article 43; what they may decline is evidence on functions (VCCR 44). */
const CONSULAR_SERVICE = foreignOnly(protects(NONE, IMMUNE_TESTIMONY), IMMUNE_TESTIMONY);
const CONSULAR_REGIMES = REGIME.VCCR | REGIME.VCCR_HONORARY;

/** Kinds of data that speak of protected persons by nature: with nobody described, anybody could be meant. */
const PERSONAL_BY_NATURE: ReadonlySet<Category> = new Set<Category>([
  'PERSON_LOCATION',
  'RESIDENCE',
  'FAMILY',
  'PERSONAL_EFFECTS',
]);

const exactly = (words: Bits): Bounds => ({ certain: words, possible: words });
const NOBODY: PersonFindings = {
  person: exactly(NONE),
  immunity: exactly(NONE),
  hostTied: false,
  validUntil: NEVER,
};
const ANYBODY: PersonFindings = {
  person: { certain: NONE, possible: ALL_PERSONS },
  immunity: { certain: NONE, possible: ALL_IMMUNITIES },
  hostTied: false,
  validUntil: NEVER,
};

function isPersonCategory(word: string): word is PersonCategory {
  return Object.hasOwn(ROWS, word);
}

function rowsOf(category: PersonCategory, regimes: Bounds): readonly Row[] {
  if (category !== 'SERVICE_STAFF') return [ROWS[category]];
  const rows: Row[] = [];
  if (some(regimes.possible, CONSULAR_REGIMES)) rows.push(CONSULAR_SERVICE);
  if (some(regimes.possible, ~CONSULAR_REGIMES)) rows.push(ROWS.SERVICE_STAFF);
  return rows.length === 0 ? [UNKNOWN_TO_US] : rows;
}

/** How the person may be tied to the receiving State; while that State is UNKNOWN it may be any of its own. */
function tiesOf({ nationalities }: PersonMarks, tags: ReadonlySet<string>, receiving: string | null): readonly Tie[] {
  const otherwise = tags.has('permanentResident') ? 'resident' : 'foreign';
  if (receiving === null) return ['national', otherwise];
  return [nationalities.has(receiving) ? 'national' : otherwise];
}
type Tie = 'foreign' | 'resident' | 'national';

/** Once the functions have ended, what lasts does so for official acts alone. */
function ended({ full, official }: Protection, lasting: Bits): Protection {
  return protects(NONE, (full | official) & lasting);
}

/** What protects under one row, given what is known of the act: official, private, or neither (or both) said. */
function boundsOf({ full, official }: Protection, tags: ReadonlySet<string>): Bounds {
  const [isOfficial, isPrivate] = [tags.has('officialAct'), tags.has('privateAct')];
  if (isOfficial === isPrivate) return { certain: full, possible: full | official };
  return exactly(isOfficial ? full | official : full);
}

/** Certain is what holds in every alternative, possible what holds in one. */
function either(alternatives: readonly Bounds[]): Bounds {
  return {
    certain: alternatives.reduce((all, { certain }) => all & certain, ALL_IMMUNITIES),
    possible: alternatives.reduce((all, { possible }) => all | possible, NONE),
  };
}

/**
 * What the person of a record is and is immune from now: a function of time, never a flag kept in a row (VCDR 39, VCCR 53).
 * The reasonable period of VCDR 39(2) is not computed: the day that the marks end on already includes it.
 * @param receiving null while the receiving State is UNKNOWN
 */
export function personOf(
  { person, tags }: RecordMarks,
  category: Category,
  receiving: string | null,
  regimes: Bounds,
  now: Instant,
): PersonFindings {
  if (person === null) return PERSONAL_BY_NATURE.has(category) ? ANYBODY : NOBODY;
  // A category that we do not know may be any of those that we know.
  if (!isPersonCategory(person.category)) return ANYBODY;
  const window = windowOf(person.from, person.until);
  const validUntil = nextBoundary(window, now);
  const found = exactly(PERSON[person.category]);
  const ties = tiesOf(person, tags, receiving);
  const hostTied = !ties.includes('foreign');
  // Before entry or notification there is none (VCDR 39(1), VCCR 53(1)).
  if (now < window.from) return { person: found, immunity: exactly(NONE), hostTied, validUntil };
  const alternatives = rowsOf(person.category, regimes).flatMap((row) =>
    ties.map((tie) => boundsOf(isWithin(window, now) ? row[tie] : ended(row[tie], row.lasting), tags)),
  );
  return { person: found, immunity: either(alternatives), hostTied, validUntil };
}
