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
import type { Question } from '@chancery/policy/compiled/question';

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

/** A value of a question in words, as the peers read it. */
export type Worded = string | boolean | readonly string[];

/** What an attribute of a question holds, in words: a peer has no sets of bits. */
export function worded(attribute: Attribute, question: Question): Worded {
  const value = question[attribute.name];
  if (attribute.words === null || typeof value !== 'number')
    return value === true || typeof value === 'string' ? value : false;
  const bits = BITS[attribute.words];
  if (bits === undefined) throw new RangeError(`no bits for \`${attribute.words}\``);
  return ENUMS[attribute.words].filter((word) => some(value, bits[word] ?? 0));
}

/** A question as a plain object of words. */
export function recordOf(question: Question): Readonly<Record<string, Worded>> {
  return Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute.name, worded(attribute, question)]));
}
