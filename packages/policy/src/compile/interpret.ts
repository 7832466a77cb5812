import { assertNever } from '@chancery/shared/errors';
import { type Bits, NONE, some, union } from '../compiled/bits.js';
import type { PolicyInput } from '../compiled/policy-input.js';
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
