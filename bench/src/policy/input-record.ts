import { ATTRIBUTES, type Attribute, ENUMS, type EnumName } from '@chancery/policy/compile/attributes';
import {
  ACT,
  GROUND,
  IMMUNITY,
  LEGAL_STATUS,
  OFFENCE,
  PERSON,
  REGIME,
  ROLE,
  some,
  TAG,
} from '@chancery/policy/compiled/bits';
import type { PolicyInput } from '@chancery/policy/compiled/policy-input';

const BITS: Readonly<Partial<Record<EnumName, Readonly<Record<string, number>>>>> = {
  Role: ROLE,
  Regime: REGIME,
  LegalStatus: LEGAL_STATUS,
  Act: ACT,
  Tag: TAG,
  Ground: GROUND,
  Offence: OFFENCE,
  Person: PERSON,
  Immunity: IMMUNITY,
};

/** A value of an input in words, as the peers read it. */
export type Worded = string | boolean | readonly string[];

/** What an attribute of an input holds, in words: a peer has no sets of bits. */
export function worded(attribute: Attribute, input: PolicyInput): Worded {
  const value = input[attribute.name];
  if (attribute.words === null || typeof value !== 'number')
    return value === true || typeof value === 'string' ? value : false;
  const bits = BITS[attribute.words];
  if (bits === undefined) throw new RangeError(`no bits for \`${attribute.words}\``);
  return ENUMS[attribute.words].filter((word) => some(value, bits[word] ?? 0));
}

/** An input as a plain object of words. */
export function recordOf(input: PolicyInput): Readonly<Record<string, Worded>> {
  return Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute.name, worded(attribute, input)]));
}
