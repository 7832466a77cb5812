import { ATTRIBUTES, type Attribute, ENUMS } from '@chancery/policy/compile/attributes';
import { WORD_BITS } from '@chancery/policy/compile/word-bits';
import { some } from '@chancery/policy/compiled/bits';
import type { PolicyInput } from '@chancery/policy/compiled/policy-input';

/** A value of an input in words, as the peers read it. */
export type Worded = string | boolean | readonly string[];

/** What an attribute of an input holds, in words: a peer has no sets of bits. */
export function worded(attribute: Attribute, input: PolicyInput): Worded {
  const value = input[attribute.name];
  if (attribute.words === null || typeof value !== 'number')
    return value === true || typeof value === 'string' ? value : false;
  const bits = WORD_BITS[attribute.words];
  if (bits === undefined) throw new RangeError(`no bits for \`${attribute.words}\``);
  return ENUMS[attribute.words].filter((word) => some(value, bits[word] ?? 0));
}

/** An input as a plain object of words. */
export function recordOf(input: PolicyInput): Readonly<Record<string, Worded>> {
  return Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute.name, worded(attribute, input)]));
}
