import {
  ALL_IMMUNITIES,
  ALL_REGIMES,
  type Bits,
  type Bounds,
  IMMUNITY,
  NONE,
  type PersonCategory,
  REGIME,
  some,
  union,
  without,
} from '../compiled/bits.js';

/** What of a person is protected whatever was done, and what for official acts alone. */
export interface Protection {
  readonly full: Bits;
  readonly official: Bits;
}

/** What the treaties give one category of person, by its tie to the receiving State. */
export interface Row {
  /** Neither national nor permanent resident of the receiving State. */
  readonly foreign: Protection;
  readonly resident: Protection;
  readonly national: Protection;
  /** What outlasts the functions, for official acts: VCDR 39(2), VCCR 53(4), CPIUN 12, 22(b). */
  readonly lasting: Bits;
  /** What a State passed through owes, on the way to the post too. */
  readonly passage: Bits;
}

const { IMMUNE_CRIMINAL, IMMUNE_CIVIL, IMMUNE_ARREST, IMMUNE_TESTIMONY } = IMMUNITY;
const { IMMUNE_PAPERS, IMMUNE_RESIDENCE, IMMUNE_BAGGAGE, IMMUNE_TRANSIT, UNHINDERED_TRANSIT } = IMMUNITY;
const JURISDICTION = union(IMMUNE_CRIMINAL, IMMUNE_CIVIL);
const PERSON_AND_HOME = union(IMMUNE_ARREST, IMMUNE_TESTIMONY, IMMUNE_PAPERS, IMMUNE_RESIDENCE);

/** Protection whatever was done, and for official acts alone. */
export const protects = (full: Bits, official: Bits = NONE): Protection => ({ full, official });
const UNPROTECTED = protects(NONE);

const everywhere = (protection: Protection, lasting: Bits, passage: Bits = NONE): Row => {
  return { foreign: protection, resident: protection, national: protection, lasting, passage };
};
const foreignOnly = (foreign: Protection, lasting: Bits, passage: Bits = NONE): Row => {
  return { foreign, resident: UNPROTECTED, national: UNPROTECTED, lasting, passage };
};
const exceptNationals = (protection: Protection, lasting: Bits, passage: Bits): Row => {
  return { foreign: protection, resident: protection, national: UNPROTECTED, lasting, passage };
};

const NOBODY = everywhere(UNPROTECTED, NONE);
const AGENT = protects(union(JURISDICTION, PERSON_AND_HOME, IMMUNE_BAGGAGE));
/** VCDR 38(1): immunity from jurisdiction, and inviolability, in respect of official acts. */
const AGENT_AT_HOME = protects(NONE, union(JURISDICTION, IMMUNE_ARREST));
const AGENT_ROW: Row = {
  foreign: AGENT,
  resident: AGENT_AT_HOME,
  national: AGENT_AT_HOME,
  lasting: JURISDICTION,
  passage: IMMUNE_TRANSIT,
};
const CONSULAR = protects(NONE, union(JURISDICTION, IMMUNE_TESTIMONY));
/** VCCR 71(1): official acts only, and the privilege of article 44(3). */
const CONSUL_AT_HOME = protects(NONE, union(JURISDICTION, IMMUNE_ARREST, IMMUNE_TESTIMONY));
/** CPIUN 11(a)-(b), (f) and 22(a)-(c), (f): no arrest, no seizure of baggage, inviolable papers; legal process for what was done in that capacity. */
const ON_UN_BUSINESS = protects(
  union(IMMUNE_ARREST, IMMUNE_PAPERS, IMMUNE_BAGGAGE),
  union(JURISDICTION, IMMUNE_TESTIMONY),
);

/** The matrix of the treaties, a row for each category of person. */
export const ROWS: Readonly<Record<PersonCategory, Row>> = {
  DIPLOMATIC_AGENT: AGENT_ROW,
  // VCDR 37(1) leaves out nationals alone; a member of a family performs no functions that could outlast it.
  FAMILY_OF_AGENT: exceptNationals(AGENT, NONE, IMMUNE_TRANSIT),
  ADMINISTRATIVE_TECHNICAL: foreignOnly(
    protects(union(IMMUNE_CRIMINAL, PERSON_AND_HOME), IMMUNE_CIVIL),
    JURISDICTION,
    UNHINDERED_TRANSIT,
  ),
  FAMILY_OF_ADMINISTRATIVE_TECHNICAL: foreignOnly(
    protects(union(IMMUNE_CRIMINAL, PERSON_AND_HOME)),
    NONE,
    UNHINDERED_TRANSIT,
  ),
  SERVICE_STAFF: foreignOnly(protects(NONE, union(JURISDICTION, IMMUNE_ARREST)), JURISDICTION, UNHINDERED_TRANSIT),
  PRIVATE_SERVANT: NOBODY,
  CONSULAR_OFFICER: {
    // VCCR 50(3): baggage is inspected for serious reason alone; 71(1) leaves residents without it.
    foreign: protects(union(IMMUNE_ARREST, IMMUNE_TESTIMONY, IMMUNE_BAGGAGE), JURISDICTION),
    resident: CONSUL_AT_HOME,
    national: CONSUL_AT_HOME,
    lasting: union(JURISDICTION, IMMUNE_TESTIMONY),
    passage: IMMUNE_TRANSIT,
  },
  CONSULAR_EMPLOYEE: foreignOnly(CONSULAR, union(JURISDICTION, IMMUNE_TESTIMONY), UNHINDERED_TRANSIT),
  FAMILY_OF_CONSULAR_OFFICER: foreignOnly(protects(IMMUNE_BAGGAGE), NONE, IMMUNE_TRANSIT),
  // VCCR 58(2): of these articles 43 and 44(3) alone extend to honorary officers; 58(1) leaves out 54(1)-(2).
  HONORARY_OFFICER: everywhere(CONSULAR, union(JURISDICTION, IMMUNE_TESTIMONY)),
  UN_OFFICIAL: everywhere(protects(NONE, JURISDICTION), JURISDICTION),
  // CPIUN 19: they, their spouses and minor children, as diplomatic envoys.
  UN_HIGH_OFFICIAL: everywhere(AGENT, JURISDICTION, IMMUNE_TRANSIT),
  FAMILY_OF_UN_HIGH_OFFICIAL: everywhere(AGENT, NONE, IMMUNE_TRANSIT),
  UN_SECRETARY_GENERAL: everywhere(AGENT, JURISDICTION, IMMUNE_TRANSIT),
  FAMILY_OF_UN_SECRETARY_GENERAL: everywhere(AGENT, NONE, IMMUNE_TRANSIT),
  // CPIUN 12: what they said and did lasts; 15: not against the State of which they are nationals.
  UN_REPRESENTATIVE: exceptNationals(ON_UN_BUSINESS, JURISDICTION, IMMUNE_TRANSIT),
  // CPIUN 22 excepts no State, not even that of nationality (ICJ, Mazilu, 15 December 1989).
  UN_EXPERT: everywhere(ON_UN_BUSINESS, JURISDICTION, IMMUNE_TRANSIT),
  // Headquarters Agreement 15: as envoys accredited to the host, subject to corresponding conditions.
  MEMBER_OF_PERMANENT_MISSION: AGENT_ROW,
  // VCDR 27(5), 40(3) and VCCR 35(5): personal inviolability while performing the function.
  COURIER: everywhere(protects(IMMUNE_ARREST), NONE, IMMUNE_TRANSIT),
  LOCAL_STAFF: NOBODY,
};

const UNKNOWN_TO_US = everywhere(protects(ALL_IMMUNITIES), NONE);
/** Service staff of a consular post have no article 43; what they may decline is evidence on functions (VCCR 44). */
const CONSULAR_SERVICE = foreignOnly(protects(NONE, IMMUNE_TESTIMONY), IMMUNE_TESTIMONY, UNHINDERED_TRANSIT);
const CONSULAR_REGIMES = union(REGIME.VCCR, REGIME.VCCR_HONORARY);

/** The rows of some of the regimes that the post may be under. */
function byRegime(regimes: Bounds, rows: readonly (readonly [Bits, Row])[]): readonly Row[] {
  const found = rows.filter(([under]) => some(regimes.possible, under)).map(([, row]) => row);
  return found.length === 0 ? [UNKNOWN_TO_US] : found;
}

/** The rows that a category of person may have, by the treaty that governs the post. */
export function rowsOf(category: PersonCategory, regimes: Bounds): readonly Row[] {
  switch (category) {
    // VCCR 58(1)-(2) extend 43 and 44(3) to honorary officers, and to no employee of their posts.
    case 'CONSULAR_EMPLOYEE':
      return byRegime(regimes, [
        [without(ALL_REGIMES, REGIME.VCCR_HONORARY), ROWS.CONSULAR_EMPLOYEE],
        [REGIME.VCCR_HONORARY, NOBODY],
      ]);
    case 'SERVICE_STAFF':
      return byRegime(regimes, [
        [REGIME.VCCR, CONSULAR_SERVICE],
        [REGIME.VCCR_HONORARY, NOBODY],
        [without(ALL_REGIMES, CONSULAR_REGIMES), ROWS.SERVICE_STAFF],
      ]);
    default:
      return [ROWS[category]];
  }
}

/** Whether a word is a category of person that the matrix has. */
export function isPersonCategory(word: string): word is PersonCategory {
  return Object.hasOwn(ROWS, word);
}
