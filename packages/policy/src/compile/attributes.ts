import { AGENCY_KINDS, LEGAL_STATUSES, PURPOSES, REGIMES, ROLES } from '@chancery/shared/vocabulary';
import { ACT_FLAGS, DATA_LAWS, GROUNDS, IMMUNITIES, OFFENCES, PERSON_CATEGORIES, TAGS } from '../compiled/bits.js';
import type { PolicyInput, ProfileInput } from '../compiled/policy-input.js';

/** The closed vocabularies that a policy may name, as Cedar enum entities. */
export const ENUMS = {
  AgencyKind: AGENCY_KINDS,
  Purpose: PURPOSES,
  Role: ROLES,
  Regime: REGIMES,
  LegalStatus: LEGAL_STATUSES,
  Act: ACT_FLAGS,
  Tag: TAGS,
  Ground: GROUNDS,
  Offence: OFFENCES,
  Person: PERSON_CATEGORIES,
  Immunity: IMMUNITIES,
  DataLaw: DATA_LAWS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EnumName = keyof typeof ENUMS;

/** The constant of compiled/bits.ts that holds the bits of an enum. */
export const BIT_NAMES: Readonly<Partial<Record<EnumName, string>>> = {
  Role: 'ROLE',
  Regime: 'REGIME',
  LegalStatus: 'LEGAL_STATUS',
  Act: 'ACT',
  Tag: 'TAG',
  Ground: 'GROUND',
  Offence: 'OFFENCE',
  Person: 'PERSON',
  Immunity: 'IMMUNITY',
};

/**
 * How an attribute relates to the truth when facts are UNKNOWN: `exact` always tells it, `certain` may tell less,
 * `possible` may tell more. A rule that reads the wrong bound would open on ignorance; check-polarity.ts refuses it.
 */
export type Bound = 'exact' | 'certain' | 'possible';

/** One attribute that a policy may read: `context.role`. */
export interface Attribute {
  readonly owner: 'principal' | 'resource' | 'context';
  readonly name: keyof PolicyInput;
  readonly shape: 'word' | 'set' | 'flag';
  /** Null for a flag. */
  readonly words: EnumName | null;
  readonly bound: Bound;
  /** Where a profile alone answers it; null when only a record, fact or act can. */
  readonly profile: keyof ProfileInput | null;
}

type Owner = Attribute['owner'];

const word = (
  owner: Owner,
  name: keyof PolicyInput,
  words: EnumName,
  profile: keyof ProfileInput | null,
): Attribute => {
  return { owner, name, shape: 'word', words, bound: 'exact', profile };
};
const set = (
  owner: Owner,
  name: keyof PolicyInput,
  words: EnumName,
  bound: Bound,
  profile: keyof ProfileInput | null = null,
): Attribute => ({ owner, name, shape: 'set', words, bound, profile });
const flag = (owner: Owner, name: keyof PolicyInput, profile: keyof ProfileInput | null = null): Attribute => {
  return { owner, name, shape: 'flag', words: null, bound: 'exact', profile };
};

/** Everything that a policy may read; the Cedar schema is printed from it. */
export const ATTRIBUTES: readonly Attribute[] = [
  word('principal', 'kind', 'AgencyKind', 'kind'),
  flag('principal', 'unitedNations'),
  set('resource', 'tags', 'Tag', 'exact'),
  set('resource', 'grounds', 'Ground', 'exact'),
  set('resource', 'offences', 'Offence', 'exact'),
  flag('resource', 'published'),
  flag('resource', 'rescueMinimum'),
  flag('resource', 'proceedings'),
  word('resource', 'dataLaw', 'DataLaw', null),
  flag('resource', 'aboutDetention'),
  flag('resource', 'aboutOffender'),
  word('context', 'purpose', 'Purpose', 'purpose'),
  set('context', 'role', 'Role', 'certain', 'roles'),
  set('context', 'possibleRole', 'Role', 'possible'),
  set('context', 'regime', 'Regime', 'certain'),
  set('context', 'possibleRegime', 'Regime', 'possible'),
  set('context', 'legalStatus', 'LegalStatus', 'certain'),
  set('context', 'possibleLegalStatus', 'LegalStatus', 'possible'),
  set('context', 'inForce', 'Act', 'certain'),
  set('context', 'notExcluded', 'Act', 'possible'),
  set('context', 'person', 'Person', 'certain'),
  set('context', 'possiblePerson', 'Person', 'possible'),
  set('context', 'immunity', 'Immunity', 'certain'),
  set('context', 'possibleImmunity', 'Immunity', 'possible'),
  { ...flag('context', 'hostTied'), bound: 'certain' },
  flag('context', 'transfer'),
  flag('context', 'originator'),
  flag('context', 'ownState'),
  flag('context', 'needToKnow', 'needToKnow'),
  flag('context', 'ownUse', 'ownUse'),
  flag('context', 'registerRecord'),
  // False also when the record does not say whose national the person is: only a basis may rest on it.
  { ...flag('context', 'nationalOfSubject'), bound: 'certain' },
];
