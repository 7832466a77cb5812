import type { Category } from '@chancery/shared/vocabulary';
import type { CompiledPolicy, DutyPolicy, ForbidPolicy, PermitPolicy } from './compiled-policy.js';
import type { PolicyInput } from './policy-input.js';
import type { CategoryRules, RuleEntry } from './rule-table.js';

/** What the rules say of one value, over every mission that it concerns. */
export interface RuleFindings {
  /** Forbids that hold for at least one mission. */
  readonly bars: readonly RuleEntry<ForbidPolicy>[];
  /** Permits that hold for at least one mission; not asked for when something bars. */
  readonly bases: readonly RuleEntry<PermitPolicy>[];
  /** Duties owed for at least one mission; asked for only when something opens. */
  readonly duties: readonly RuleEntry<DutyPolicy>[];
  /** Policies that could not be evaluated: a forbid that errors has stopped forbidding. */
  readonly failed: readonly RuleEntry[];
}

/** Puts the inputs of one value to the rules of its category. */
export type EvaluateRules = (category: Category, rules: CategoryRules, inputs: readonly PolicyInput[]) => RuleFindings;

const NOTHING: readonly never[] = Object.freeze([]);

function holding<Policy extends CompiledPolicy>(
  entries: readonly RuleEntry<Policy>[],
  inputs: readonly PolicyInput[],
  failed: RuleEntry[],
): readonly RuleEntry<Policy>[] {
  let found: RuleEntry<Policy>[] | null = null;
  for (const entry of entries) {
    try {
      if (!inputs.some(entry.policy.holds)) continue;
      found ??= [];
      found.push(entry);
    } catch {
      failed.push(entry);
    }
  }
  return found ?? NOTHING;
}

/** Evaluates the compiled policies: a forbid on any one mission bars, a permit on any one serves, a duty for any one is owed. */
export const evaluateCompiled: EvaluateRules = (_category, rules, inputs) => {
  const failed: RuleEntry[] = [];
  const bars = holding(rules.forbids, inputs, failed);
  const bases = bars.length > 0 ? NOTHING : holding(rules.permits, inputs, failed);
  const duties = bases.length > 0 ? holding(rules.duties, inputs, failed) : NOTHING;
  return { bars, bases, duties, failed };
};
