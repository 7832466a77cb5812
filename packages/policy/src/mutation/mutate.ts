import { conditionsOf, conjunctsOf } from '../compile/conjuncts.js';
import type { Expression } from '../compile/expression.js';
import { interpret } from '../compile/interpret.js';
import { printCondition } from '../compile/print-expression.js';
import type { PolicySource } from '../compile/read-policy.js';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';

/** A policy with one conjunct dropped or turned into its contrary. */
export interface Mutant {
  readonly rule: string;
  readonly clause: 'when' | 'unless';
  readonly conjunct: string;
  readonly change: 'drop' | 'flip';
  readonly policy: CompiledPolicy;
}

type Conditions = Pick<PolicySource, 'when' | 'unless'>;

interface Variant extends Pick<Mutant, 'clause' | 'conjunct' | 'change'> {
  readonly conditions: Conditions;
}

/** All of them together; null when there is none, so that the clause goes. */
function together(expressions: readonly Expression[]): Expression | null {
  const [first, ...others] = expressions;
  if (first === undefined) return null;
  return others.reduce((left, right): Expression => ({ op: 'and', left, right }), first);
}

/** The variants of one clause: each of its conjuncts dropped, and each flipped. */
function variantsOf(
  clause: Mutant['clause'],
  body: Expression,
  rebuild: (bodies: readonly Expression[]) => Conditions,
): readonly Variant[] {
  const conjuncts = conjunctsOf(body);
  return conjuncts.flatMap((conjunct, index): readonly Variant[] => {
    const dropped = together(conjuncts.filter((_, other) => other !== index));
    const flipped = together(conjuncts.map((each, other) => (other === index ? { op: 'not', arg: each } : each)));
    const text = printCondition(conjunct);
    const variant = (change: Mutant['change'], mutated: Expression | null): Variant => {
      return { clause, conjunct: text, change, conditions: rebuild(mutated === null ? [] : [mutated]) };
    };
    return [variant('drop', dropped), variant('flip', flipped)];
  });
}

function replaced(bodies: readonly Expression[], index: number, by: readonly Expression[]): readonly Expression[] {
  return [...bodies.slice(0, index), ...by, ...bodies.slice(index + 1)];
}

function mutated(policy: CompiledPolicy, conditions: Conditions): CompiledPolicy {
  const parts = conditionsOf(conditions).map(interpret);
  const holds: CompiledPolicy['holds'] = (input) => parts.every((part) => part(input));
  // What the profile alone tells of the mutant is not known: a permit could always hold, a bar need never.
  if (policy.effect === 'permit') return { ...policy, holds, couldHold: () => true };
  return policy.effect === 'forbid' ? { ...policy, holds, alwaysHolds: () => false } : { ...policy, holds };
}

/** Every mutant of a policy: each conjunct of each `when` and `unless`, dropped and flipped. */
export function mutantsOf(source: PolicySource, policy: CompiledPolicy): readonly Mutant[] {
  const { when, unless } = source;
  const variants = [
    ...when.flatMap((body, index) => variantsOf('when', body, (by) => ({ when: replaced(when, index, by), unless }))),
    ...unless.flatMap((body, index) =>
      variantsOf('unless', body, (by) => ({ when, unless: replaced(unless, index, by) })),
    ),
  ];
  return variants.map(({ clause, conjunct, change, conditions }) => {
    return { rule: policy.id, clause, conjunct, change, policy: mutated(policy, conditions) };
  });
}
