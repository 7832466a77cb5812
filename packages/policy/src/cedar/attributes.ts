import { AGENCY_KINDS, PURPOSES, REGIMES, ROLES } from '@chancery/shared/vocabulary';
import { ACT_FLAGS, TAGS } from '../rules/bits.js';
import type { ProfileQuestion, Question } from '../rules/question.js';

/** The closed vocabularies that a policy may name, as Cedar enum entities. */
export const ENUMS = {
  AgencyKind: AGENCY_KINDS,
  Purpose: PURPOSES,
  Role: ROLES,
  Regime: REGIMES,
  Act: ACT_FLAGS,
  Tag: TAGS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EnumName = keyof typeof ENUMS;

/** The constant of rules/bits.ts that holds the bits of an enum. */
export const BIT_NAMES: Readonly<Partial<Record<EnumName, string>>> = {
  Role: 'ROLE',
  Regime: 'REGIME',
  Act: 'ACT',
  Tag: 'TAG',
};

/**
 * How an attribute relates to the truth when facts are UNKNOWN: `exact` always tells it, `certain` may tell less,
 * `possible` may tell more. A rule that reads the wrong bound would open on ignorance; check-polarity.ts refuses it.
 */
export type Bound = 'exact' | 'certain' | 'possible';

/** One attribute that a policy may read: `context.role`. */
export interface Attribute {
  readonly owner: 'principal' | 'resource' | 'context';
  readonly name: keyof Question;
  readonly shape: 'word' | 'set' | 'flag';
  /** Null for a flag. */
  readonly words: EnumName | null;
  readonly bound: Bound;
  /** Where a profile alone answers it; null when only a record, fact or act can. */
  readonly profile: keyof ProfileQuestion | null;
}

type Owner = Attribute['owner'];

const word = (owner: Owner, name: keyof Question, words: EnumName, profile: keyof ProfileQuestion): Attribute => {
  return { owner, name, shape: 'word', words, bound: 'exact', profile };
};
const set = (
  owner: Owner,
  name: keyof Question,
  words: EnumName,
  bound: Bound,
  profile: keyof ProfileQuestion | null = null,
): Attribute => ({ owner, name, shape: 'set', words, bound, profile });
const flag = (owner: Owner, name: keyof Question): Attribute => {
  return { owner, name, shape: 'flag', words: null, bound: 'exact', profile: null };
};

/** Everything that a policy may read; the Cedar schema is printed from it. */
export const ATTRIBUTES: readonly Attribute[] = [
  word('principal', 'kind', 'AgencyKind', 'kind'),
  set('resource', 'tags', 'Tag', 'exact'),
  flag('resource', 'published'),
  flag('resource', 'rescueMinimum'),
  word('context', 'purpose', 'Purpose', 'purpose'),
  set('context', 'role', 'Role', 'certain', 'roles'),
  set('context', 'possibleRole', 'Role', 'possible'),
  set('context', 'regime', 'Regime', 'certain'),
  set('context', 'possibleRegime', 'Regime', 'possible'),
  set('context', 'inForce', 'Act', 'certain'),
  set('context', 'notExcluded', 'Act', 'possible'),
  flag('context', 'originator'),
  flag('context', 'ownState'),
  flag('context', 'registerRecord'),
];
