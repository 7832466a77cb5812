import type { Bits } from './bits.js';
import type { PolicyInput } from './policy-input.js';

/** A condition of a policy as data, printed from the same text as the function that the engine runs. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly op: 'not'; readonly arg: Condition }
  | { readonly op: 'flag'; readonly attribute: keyof PolicyInput }
  | { readonly op: 'equals'; readonly attribute: keyof PolicyInput; readonly word: string }
  | {
      readonly op: 'some';
      readonly attribute: keyof PolicyInput;
      readonly words: readonly string[];
      readonly bits: Bits;
    };

/** The conditions of one policy, one by one. */
export interface PolicyConditions {
  /** All must hold. */
  readonly when: readonly Condition[];
  /** None may hold. */
  readonly unless: readonly Condition[];
}
