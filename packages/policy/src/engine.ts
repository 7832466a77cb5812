import { parseSha256, type Sha256 } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { SnapshotChange } from '@chancery/shared/snapshot/snapshot-change';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Action, Category } from '@chancery/shared/vocabulary';
import type { CompiledPolicy } from './compiled/compiled-policy.js';
import { type EvaluateRules, evaluateCompiled } from './compiled/evaluate.js';
import { createRuleTable, rulesOf } from './compiled/rule-table.js';
import { type ClosestPermit, closestPermits } from './decide/closest-permits.js';
import { couldOpen, staticDenial, UNDECIDABLE } from './decide/static-denial.js';
import type { Decision } from './decision.js';
import { POLICIES, POLICY_SET_VERSION } from './generated/policies.js';
import { EngineMemory } from './memory/engine-memory.js';
import { keepingLast } from './memory/last-opened.js';
import { openProfileDecider, type ProfileDecider } from './memory/profile-decider.js';
import { touchedBy } from './memory/touched-records.js';

/** The decision point: pure, synchronous, total. */
export interface PolicyEngine {
  /** Digest of the policy set, `sha256:` and hex digits. */
  readonly version: Sha256;
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
  staticDenial(profile: Profile, category: Category): Decision;
  /** What would have to be another for a kind of data to open, by the profile alone: the same for every record. */
  closestPermits(profile: Profile, category: Category): readonly ClosestPermit[];
  /** The decision on a value whose handling is lost. */
  readonly undecidable: Decision;
  /** Tells the records whose decisions changes of the snapshot may have touched; null when it may be any. */
  touchedBy(changes: readonly SnapshotChange[]): ((handling: Handling) => boolean) | null;
  /** Opens the evaluation of many values for one profile at one snapshot and instant. */
  open(profile: Profile, view: SnapshotView, now: Instant): ProfileDecider;
}

/** Other rules, or another evaluator of the same rules, to check the engine against. */
export interface EngineOptions {
  readonly policies?: readonly CompiledPolicy[];
  readonly evaluate?: EvaluateRules;
}

/** Creates the engine over the compiled policies. */
export function createPolicyEngine(options: EngineOptions = {}): PolicyEngine {
  const table = createRuleTable(options.policies ?? POLICIES);
  const rules = { table, evaluate: options.evaluate ?? evaluateCompiled };
  const memory = new EngineMemory();
  const open: PolicyEngine['open'] = (profile, view, now) => openProfileDecider(profile, view, now, rules, memory);
  const openOnce = keepingLast(open);
  return {
    version: parseSha256(POLICY_SET_VERSION),
    decide: (profile, category, handling, action, view, now) =>
      openOnce(profile, view, now).decide(category, handling, action),
    couldOpen: (profile, category) => couldOpen(profile, category, rulesOf(table, category)),
    staticDenial: (profile, category) => staticDenial(profile, category, rulesOf(table, category)),
    closestPermits: (profile, category) => closestPermits(profile, category, rulesOf(table, category)),
    undecidable: UNDECIDABLE,
    touchedBy,
    open,
  };
}
