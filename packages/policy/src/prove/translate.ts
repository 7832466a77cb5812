import { assertNever } from '@chancery/shared/errors';
import { conditionsOf } from '../compile/conjuncts.js';
import type { Expression } from '../compile/expression.js';
import type { PolicySource } from '../compile/read-policy.js';
import { about, BARRED, BASED, rule } from './atoms.js';
import { all, any, atom, type Formula, not } from './formula.js';

/** A condition of a policy, as a formula. */
export function formulaOf(expression: Expression): Formula {
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

/** When a policy holds: it speaks of the kind of data, and everything that it asks for is so. */
export function holdsOf(source: PolicySource): Formula {
  return all(about(...source.categories), ...conditionsOf(source).map(formulaOf));
}

/** A name that the law gives to a formula. */
export interface Definition {
  readonly name: string;
  readonly formula: Formula;
}

/** The law as formulas: every rule, whether anything bars, whether anything permits, whether the value opens. */
export function definitionsOf(sources: readonly PolicySource[]): readonly Definition[] {
  const ids = (effect: PolicySource['rule']['effect']) =>
    sources.filter((each) => each.rule.effect === effect).map((each) => rule(each.rule.annotations.id));
  return [
    ...sources.map((source) => ({ name: `rule ${source.rule.annotations.id}`, formula: holdsOf(source) })),
    { name: 'barred', formula: any(...ids('forbid')) },
    { name: 'based', formula: any(...ids('permit')) },
    { name: 'open', formula: all(BASED, not(BARRED)) },
  ];
}
