import { type Bits, NONE, some, without } from '../compiled/bits.js';
import type { Condition } from '../compiled/condition.js';
import type { PolicyInput } from '../compiled/policy-input.js';

/** Whether a condition holds; null when that cannot be told. */
export type Weight = boolean | null;

/** An input as somebody sees it who may not know all of it. */
export interface Sight {
  readonly input: PolicyInput;
  readonly hides: (attribute: string) => boolean;
  /** The roles that the subject may have as far as can be told; read where an attribute of roles is hidden. */
  readonly roles: Bits;
}

const ROLES: ReadonlySet<keyof PolicyInput> = new Set<keyof PolicyInput>(['role', 'possibleRole']);

/** An input that hides nothing. */
export function plainSight(input: PolicyInput): Sight {
  return { input, hides: () => false, roles: input.possibleRole };
}

/** Weighs a condition in three values: what rests on something hidden cannot be told, unless the rest settles it. */
export function weigh(condition: Condition, sight: Sight): Weight {
  switch (condition.op) {
    case 'and':
      return bothOf(weigh(condition.left, sight), weigh(condition.right, sight));
    case 'or':
      return negated(bothOf(negated(weigh(condition.left, sight)), negated(weigh(condition.right, sight))));
    case 'not':
      return negated(weigh(condition.arg, sight));
    case 'some':
      return weighSome(condition.attribute, condition.bits, sight);
    case 'flag':
      return sight.hides(condition.attribute) ? null : sight.input[condition.attribute] === true;
    case 'equals':
      return sight.hides(condition.attribute) ? null : sight.input[condition.attribute] === condition.word;
  }
}

/** Weighs conditions that must all hold. */
export function weighAll(conditions: readonly Condition[], sight: Sight): Weight {
  return conditions.reduce<Weight>((all, each) => bothOf(all, weigh(each, sight)), true);
}

function weighSome(attribute: keyof PolicyInput, wanted: Bits, { input, hides, roles }: Sight): Weight {
  if (!hides(attribute)) return some(Number(input[attribute]), wanted);
  if (!ROLES.has(attribute)) return null;
  if (!some(roles, wanted)) return false;
  return without(roles, wanted) === NONE ? true : null;
}

function bothOf(left: Weight, right: Weight): Weight {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function negated(weight: Weight): Weight {
  return weight === null ? null : !weight;
}
