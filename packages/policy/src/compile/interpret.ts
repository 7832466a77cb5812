import { assertNever } from '@chancery/shared/errors';
import { type Bits, NONE, some, union } from '../compiled/bits.js';
import type { PolicyInput, ProfileInput } from '../compiled/policy-input.js';
import type { Expression } from './expression.js';
import { WORD_BITS } from './word-bits.js';

type Holds = (input: PolicyInput) => boolean;

/** A condition as a function, without printing it: for conditions that are in no policy file. */
export function interpret(expression: Expression): Holds {
  switch (expression.op) {
    case 'and':
    case 'or': {
      const [left, right] = [interpret(expression.left), interpret(expression.right)];
      return expression.op === 'and' ? (q) => left(q) && right(q) : (q) => left(q) || right(q);
    }
    case 'not': {
      const arg = interpret(expression.arg);
      return (q) => !arg(q);
    }
    case 'flag':
      return ({ [expression.attribute.name]: value }) => value === true;
    case 'equals':
      return ({ [expression.attribute.name]: value }) => value === expression.word;
    case 'some': {
      const { name, words } = expression.attribute;
      const bits = words === null ? undefined : WORD_BITS[words];
      const wanted = expression.words.reduce<Bits>((all, word) => union(all, bits?.[word] ?? NONE), NONE);
      return ({ [name]: value }) => some(Number(value), wanted);
    }
    default:
      return assertNever(expression);
  }
}

type Told = (profile: ProfileInput) => boolean;

/**
 * What a profile alone tells of a condition, as a function: above every record, fact and act, false when nothing could make it hold;
 * with `must` below them, true when it holds whatever they are. The same as `printUpperBound` and `printLowerBound` print.
 */
export function interpretBound(expression: Expression, must: boolean): Told {
  switch (expression.op) {
    case 'and':
    case 'or': {
      const [left, right] = [interpretBound(expression.left, must), interpretBound(expression.right, must)];
      return expression.op === 'and' ? (p) => left(p) && right(p) : (p) => left(p) || right(p);
    }
    case 'not': {
      const arg = interpretBound(expression.arg, !must);
      return (p) => !arg(p);
    }
    default:
      return boundOfLeaf(expression, must);
  }
}

function boundOfLeaf(leaf: Extract<Expression, { op: 'flag' | 'equals' | 'some' }>, must: boolean): Told {
  const { profile, bound, words } = leaf.attribute;
  // What the profile says of a bounded attribute is itself an upper bound only.
  if (profile === null || (must && bound !== 'exact')) return () => !must;
  if (leaf.op === 'flag') return ({ [profile]: value }) => value === true;
  if (leaf.op === 'equals') return ({ [profile]: value }) => value === leaf.word;
  const bits = words === null ? undefined : WORD_BITS[words];
  const wanted = leaf.words.reduce<Bits>((all, word) => union(all, bits?.[word] ?? NONE), NONE);
  return ({ [profile]: value }) => some(Number(value), wanted);
}
