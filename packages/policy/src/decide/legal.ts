import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Category } from '@chancery/shared/vocabulary';
import type { EvaluateRules, RuleFindings } from '../compiled/evaluate.js';
import type { CategoryRules } from '../compiled/rule-table.js';
import type { GatheredInput } from '../facts/gather-input.js';
import { reliedActs } from './relied-acts.js';

/** What the rules say of one value, with the acts that they relied on. */
export interface LegalFinding extends RuleFindings {
  readonly acts: readonly string[];
  readonly validUntil: Instant;
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
  return { acts: reliedActs(gathered, rules, findings), validUntil: Math.min(NEVER, ...ends), ...findings };
}
