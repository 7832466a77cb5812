import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Action, Category } from '@chancery/shared/vocabulary';
import type { CompiledPolicy } from './compiled/compiled-policy.js';
import { type EvaluateRules, evaluateCompiled } from './compiled/evaluate.js';
import { couldOpenBy, createRuleTable, rulesOf } from './compiled/rule-table.js';
import type { Decision } from './decision.js';
import { POLICIES, POLICY_SET_VERSION } from './generated/policies.js';
import { closedDecision, openProfileDecider, type ProfileDecider, profileQuestion } from './memory/profile-decider.js';

/** The decision point: pure, synchronous, total. */
export interface PolicyEngine {
  /** Digest of the policy set, `sha256:` and hex digits. */
  readonly version: string;
  /** Decides one value; the handling is already narrowed to its coordinate. */
  decide(
    profile: Profile,
    category: Category,
    handling: Handling,
    action: Action,
    view: SnapshotView,
    now: Instant,
  ): Decision;
  /** False when nothing in the vocabulary of handlings, facts and acts could open this kind of data for the profile. */
  couldOpen(profile: Profile, category: Category): boolean;
  /** The decision on a kind of data that `couldOpen` denies: the same whether it was pruned or judged. */
  closedDecision(profile: Profile, category: Category): Decision;
  /** Opens the evaluation of many values for one profile at one snapshot and instant. */
  open(profile: Profile, view: SnapshotView, now: Instant): ProfileDecider;
}

/** Other rules, or another evaluator of the same rules, to check the engine against. */
export interface EngineOptions {
  readonly policies?: readonly CompiledPolicy[];
  readonly evaluate?: EvaluateRules;
}

interface OpenedFor {
  readonly profile: Profile;
  readonly view: SnapshotView;
  readonly now: Instant;
  readonly decider: ProfileDecider;
}

/** Creates the engine over the compiled policies. */
export function createPolicyEngine(options: EngineOptions = {}): PolicyEngine {
  const table = createRuleTable(options.policies ?? POLICIES);
  const rules = { table, evaluate: options.evaluate ?? evaluateCompiled };
  const open: PolicyEngine['open'] = (profile, view, now) => openProfileDecider(profile, view, now, rules);
  // Whoever decides value by value asks thousands of times for one profile, snapshot and instant in a row.
  let last: OpenedFor | null = null;
  const reopen = (profile: Profile, view: SnapshotView, now: Instant): ProfileDecider => {
    if (last === null || last.profile !== profile || last.view !== view || last.now !== now) {
      last = { profile, view, now, decider: open(profile, view, now) };
    }
    return last.decider;
  };
  return {
    version: POLICY_SET_VERSION,
    decide: (profile, category, handling, action, view, now) =>
      reopen(profile, view, now).decide(category, handling, action),
    couldOpen: (profile, category) => couldOpenBy(rulesOf(table, category), profileQuestion(profile, category)),
    closedDecision: (profile, category) => closedDecision(profile, category, rulesOf(table, category)),
    open,
  };
}
