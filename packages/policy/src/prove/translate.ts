import { assertNever } from '@chancery/shared/errors';
import { conditionsOf } from '../compile/conjuncts.js';
import type { Expression } from '../compile/expression.js';
import type { PolicySource } from '../compile/read-policy.js';
import type { RuleText } from '../compile/read-rule.js';
import { about } from './atoms.js';
import { all, any, atom, type Formula, not } from './formula.js';

/** A condition of a policy, as a formula. */
function formulaOf(expression: Expression): Formula {
  switch (expression.op) {
    case 'and':
      return all(formulaOf(expression.left), formulaOf(expression.right));
    case 'or':
      return any(formulaOf(expression.left), formulaOf(expression.right));
    case 'not':
      return not(formulaOf(expression.arg));
    case 'flag':
      return atom(expression.attribute.name);
    case 'equals':
      return atom(`${expression.attribute.name}.${expression.word}`);
    case 'some':
      return any(...expression.words.map((each) => atom(`${expression.attribute.name}.${each}`)));
    default:
      return assertNever(expression);
  }
}

/** What of a rule decides. */
export type FormalRule = Pick<RuleText, 'id' | 'effect' | 'categories' | 'when' | 'unless'>;

/** What of a policy decides. */
export function formalRule({ rule, categories, when, unless }: PolicySource): FormalRule {
  return { id: rule.annotations.id, effect: rule.effect, categories, when, unless };
}

/** When a rule holds: it speaks of the kind of data, and everything that it asks for is so. */
export function holdsOf(rule: FormalRule): Formula {
  return all(about(...rule.categories), ...conditionsOf(rule).map(formulaOf));
}

/** A name that the law gives to a formula. */
export interface Definition {
  readonly name: string;
  readonly formula: Formula;
}

/**
 * The law as formulas: every rule, whether anything bars, whether anything permits, whether the value opens.
 * @param prefix tells the names of one law from those of another that is compared with it
 */
export function definitionsOf(rules: readonly FormalRule[], prefix = ''): readonly Definition[] {
  const holding = (effect: FormalRule['effect']): Formula =>
    any(...rules.filter((each) => each.effect === effect).map(({ id }) => atom(`${prefix}rule ${id}`)));
  return [
    ...rules.map((each) => ({ name: `${prefix}rule ${each.id}`, formula: holdsOf(each) })),
    { name: `${prefix}barred`, formula: holding('forbid') },
    { name: `${prefix}based`, formula: holding('permit') },
    { name: `${prefix}open`, formula: all(atom(`${prefix}based`), not(atom(`${prefix}barred`))) },
  ];
}
