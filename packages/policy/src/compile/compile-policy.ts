import { ACT, type Bits, NONE, union } from '../compiled/bits.js';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { PolicyInput, ProfileInput } from '../compiled/policy-input.js';
import { conditionsOf } from './conjuncts.js';
import { interpret, interpretBound } from './interpret.js';
import { actsNamed } from './print-module.js';
import type { PolicySource } from './read-policy.js';

const ACT_BITS: Readonly<Record<string, Bits>> = ACT;

/** A policy as functions, without printing them: for a law that is not the one that this build was made with. */
export function compilePolicy(source: PolicySource): CompiledPolicy {
  const { rule, categories } = source;
  const conditions = conditionsOf(source);
  const parts = conditions.map(interpret);
  const { id, instrument, article, title, inForce, tell } = rule.annotations;
  const named = new Set(conditions.flatMap(actsNamed));
  const acts = [...named].reduce<Bits>((all, act) => union(all, ACT_BITS[act] ?? NONE), NONE);
  const holds = (input: PolicyInput): boolean => parts.every((part) => part(input));
  const text = { id, instrument, article, title, inForce, tell, categories, acts, holds };
  switch (rule.effect) {
    case 'forbid': {
      const { code, liftedBy } = rule.annotations;
      return { ...text, effect: 'forbid', code, liftedBy, alwaysHolds: toldOf(source, true) };
    }
    case 'permit':
      return {
        ...text,
        effect: 'permit',
        obligations: rule.annotations.obligation,
        couldHold: toldOf(source, false),
      };
    case 'duty':
      return { ...text, effect: 'duty', obligations: rule.annotations.duty };
  }
}

function toldOf(source: PolicySource, must: boolean): (profile: ProfileInput) => boolean {
  const bounds = conditionsOf(source).map((each) => interpretBound(each, must));
  return (profile) => bounds.every((bound) => bound(profile));
}
