import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Category } from '@chancery/shared/vocabulary';
import { ACT, type Bits, NONE, some, union } from '../compiled/bits.js';
import type { ForbidPolicy } from '../compiled/compiled-policy.js';
import type { EvaluateRules, RuleFindings } from '../compiled/evaluate.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import type { CategoryRules, RuleEntry } from '../compiled/rule-table.js';
import type { GatheredInput } from '../facts/gather-input.js';

/** What the rules say of one value, with the acts that they relied on. */
export interface LegalFinding extends RuleFindings {
  readonly acts: readonly string[];
  readonly validUntil: Instant;
}

/** Bars that would hold if no act were in force; gathered for only when none holds. */
function liftedBars(rules: CategoryRules, input: PolicyInput): readonly RuleEntry<ForbidPolicy>[] {
  if (input.inForce === NONE) return [];
  const withoutActs: PolicyInput = { ...input, inForce: NONE };
  return rules.forbids.filter(({ policy }) => policy.holds(withoutActs));
}

/** The acts that the outcome rests on: behind what holds or is owed and, when nothing bars, behind what was lifted. */
function actIds(gathered: readonly GatheredInput[], rules: CategoryRules, findings: RuleFindings): readonly string[] {
  const { bars, bases, duties, failed } = findings;
  const ids: string[] = [];
  // What could not be evaluated is denied on no act at all, and is not to be evaluated once more.
  if (failed.length > 0) return ids;
  for (const { input, acts } of gathered) {
    if (acts.ids.size === 0) continue;
    const lifted = bars.length > 0 ? [] : liftedBars(rules, input);
    const relied = [...bars, ...bases, ...duties, ...lifted].reduce<Bits>(
      (all, { policy }) => union(all, policy.acts),
      NONE,
    );
    for (const [flag, behind] of acts.ids) if (some(relied, ACT[flag])) ids.push(...behind);
  }
  return ids;
}

/** Puts the inputs to the rules. */
export function judge(
  category: Category,
  rules: CategoryRules,
  gathered: readonly GatheredInput[],
  evaluate: EvaluateRules,
): LegalFinding {
  const findings = evaluate(
    category,
    rules,
    gathered.map(({ input }) => input),
  );
  const ends = gathered.flatMap(({ acts, validUntil }) => [acts.validUntil, validUntil]);
  return { ...findings, acts: actIds(gathered, rules, findings), validUntil: Math.min(NEVER, ...ends) };
}
