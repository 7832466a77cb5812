import { assertNever } from '@chancery/shared/errors';
import { type Expression, PolicyFault } from './expression.js';

type Leaf = Extract<Expression, { op: 'flag' | 'equals' | 'some' }>;

/** The ways in which a condition can hold: each a set of leaves that together make it, negated ones left out. */
function waysOf(expression: Expression): readonly (readonly Leaf[])[] {
  switch (expression.op) {
    case 'or':
      return [...waysOf(expression.left), ...waysOf(expression.right)];
    case 'and':
      return waysOf(expression.left).flatMap((left) => waysOf(expression.right).map((right) => [...left, ...right]));
    case 'not':
      return [[]];
    case 'flag':
    case 'equals':
    case 'some':
      return [[expression]];
    default:
      return assertNever(expression);
  }
}

const speaksOf = (leaf: Leaf, word: string): boolean => leaf.op === 'some' && leaf.words.includes(word);

/** Nothing but the law makes this leaf hold. */
const isLaw = (leaf: Leaf): boolean => leaf.op === 'some' && leaf.words.join() === 'lawReference';

/**
 * Convention 108+ 11(1), 11(3): an exception for national security is provided for by law. A bar that national security
 * lifts, without a reference to the law that says so, does not build.
 */
export function checkExceptions(lifts: readonly Expression[]): void {
  for (const way of lifts.flatMap(waysOf)) {
    if (way.some((leaf) => speaksOf(leaf, 'nationalSecurity')) && !way.some(isLaw)) {
      throw new PolicyFault('national security lifts a bar without a reference to a law');
    }
  }
}
