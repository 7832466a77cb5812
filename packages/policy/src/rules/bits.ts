import { REGIMES, ROLES } from '@chancery/shared/vocabulary';

/** A set of words of one vocabulary, one bit a word. */
export type Bits = number;

/** The acts that a rule may name: kind of act, and the office where the law asks for one. */
export const ACT_FLAGS = [
  'CONSENT_HEAD_OF_MISSION',
  'CONSENT_HEAD_OF_POST',
  'CONSENT_DESIGNEE',
  'CONSENT_REFUSAL',
  'RELEASE',
  'ORIGINATOR_CONSENT',
  'MANDATE',
  'DISASTER',
  'ASSIGNMENT',
  'PARTY_IPP_1973',
] as const;
export type ActFlag = (typeof ACT_FLAGS)[number];

/** Tags of a handling that a rule may name. */
export const TAGS = ['exclusiveUse', 'public', 'synthetic', 'keptSeparate'] as const;
export type Tag = (typeof TAGS)[number];

function bitsOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, Bits>> {
  // A 32nd word would overflow the sign bit and make two words one.
  if (words.length > 31) throw new RangeError(`vocabulary of ${words.length} words does not fit a bit set`);
  return Object.freeze(Object.fromEntries(words.map((word, index) => [word, 1 << index])) as Record<Word, Bits>);
}

/** One bit for each role. */
export const ROLE = bitsOf(ROLES);
/** One bit for each regime. */
export const REGIME = bitsOf(REGIMES);
/** One bit for each act that a rule may name. */
export const ACT = bitsOf(ACT_FLAGS);
/** One bit for each tag that a rule may name. */
export const TAG = bitsOf(TAGS);

/** No word at all. */
export const NONE: Bits = 0;
/** Every regime: what cannot be excluded when nothing is known. */
export const ALL_REGIMES: Bits = 2 ** REGIMES.length - 1;
/** Every act: what cannot be excluded when nothing is known. */
export const ALL_ACTS: Bits = 2 ** ACT_FLAGS.length - 1;

/** Whether the set holds one of the wanted words. */
export function some(set: Bits, wanted: Bits): boolean {
  return (set & wanted) !== 0;
}

/** What certainly holds, and what cannot be excluded: equal when the facts are known. */
export interface Bounds {
  readonly certain: Bits;
  readonly possible: Bits;
}
