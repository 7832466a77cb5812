import type { Expression } from './expression.js';
import type { PolicySource } from './read-policy.js';

/** What must hold together for an expression to hold. */
export function conjunctsOf(expression: Expression): readonly Expression[] {
  if (expression.op !== 'and') return [expression];
  return [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)];
}

/** Everything that must hold: each `when`, and the contrary of each `unless`. */
export function conditionsOf({ when, unless }: Pick<PolicySource, 'when' | 'unless'>): readonly Expression[] {
  return [...when.flatMap(conjunctsOf), ...unless.map((arg): Expression => ({ op: 'not', arg }))];
}
