import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import type { CitedRule } from '../decision.js';
import type { CompiledPolicy, DutyPolicy, ForbidPolicy, PermitPolicy } from './compiled-policy.js';
import type { ProfileInput } from './policy-input.js';

/** A policy, and how it is cited for one kind of data. */
export interface RuleEntry<Policy extends CompiledPolicy = CompiledPolicy> {
  readonly policy: Policy;
  readonly cited: CitedRule;
}

/** The policies that speak of one kind of data. */
export interface CategoryRules {
  readonly forbids: readonly RuleEntry<ForbidPolicy>[];
  readonly permits: readonly RuleEntry<PermitPolicy>[];
  readonly duties: readonly RuleEntry<DutyPolicy>[];
}

/** The policies by kind of data. */
export type RuleTable = ReadonlyMap<Category, CategoryRules>;

const NO_RULES: CategoryRules = { forbids: [], permits: [], duties: [] };

function entryOf<Policy extends CompiledPolicy>(policy: Policy, category: Category): RuleEntry<Policy> {
  const lifts = policy.effect === 'forbid' ? policy.liftedBy : [];
  const liftedBy = lifts
    .filter(({ categories }) => categories === null || categories.includes(category))
    .map(({ act }) => act);
  const { id: rule, instrument, article, tell } = policy;
  return { policy, cited: Object.freeze({ rule, instrument, article, tell, liftedBy: Object.freeze(liftedBy) }) };
}

/** Sorts the policies by the kinds of data that they speak of. */
export function createRuleTable(policies: readonly CompiledPolicy[]): RuleTable {
  return new Map(
    CATEGORIES.map((category): [Category, CategoryRules] => {
      const about = policies.filter((policy) => policy.categories.includes(category));
      const forbids = about.filter((policy) => policy.effect === 'forbid').map((policy) => entryOf(policy, category));
      const permits = about.filter((policy) => policy.effect === 'permit').map((policy) => entryOf(policy, category));
      const duties = about.filter((policy) => policy.effect === 'duty').map((policy) => entryOf(policy, category));
      return [category, { forbids, permits, duties }];
    }),
  );
}

/** The policies that speak of a kind of data; none for a word outside the vocabulary, so that it stays closed. */
export function rulesOf(table: RuleTable, category: Category): CategoryRules {
  return table.get(category) ?? NO_RULES;
}

/** Bars that no record, fact or act keeps from holding for this profile. */
export function unconditionalBars(rules: CategoryRules, profile: ProfileInput): readonly RuleEntry<ForbidPolicy>[] {
  return rules.forbids.filter(({ policy }) => policy.alwaysHolds(profile));
}

/** False when no record, fact or act could open this kind of data for this profile: nothing could permit it, or a bar stands. */
export function couldOpenBy(rules: CategoryRules, profile: ProfileInput): boolean {
  return (
    rules.permits.some(({ policy }) => policy.couldHold(profile)) &&
    !rules.forbids.some(({ policy }) => policy.alwaysHolds(profile))
  );
}
