import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { Condition, PolicyConditions } from '../compiled/condition.js';
import type { CategoryRules, RuleEntry } from '../compiled/rule-table.js';
import { CONDITIONS } from '../generated/conditions.js';
import type { States } from './act-words.js';
import { plainSight, type Sight, type Weight, weigh, weighAll } from './weigh-condition.js';

/** An input as the reader may see it, and the States by which acts are named. */
export interface Seen {
  /** Null for a record that concerns no mission, or when none was read. */
  readonly mission: string | null;
  readonly sight: Sight;
  readonly states: States;
}

/** A rule weighed in respect of one mission. */
export interface Weighing {
  readonly seen: Seen;
  /** The truth, which the reader may not be told. */
  readonly holds: boolean;
  /** Whether it holds, as far as the reader can tell. */
  readonly told: Weight;
  /** Whether it would hold but for what lifts or defeats it, as far as the reader can tell. */
  readonly meant: Weight;
  /** Conditions that fail, or of which the reader cannot tell. */
  readonly missing: number;
}

/** A rule weighed in respect of every mission concerned. */
export interface WeighedEntry<Policy extends CompiledPolicy = CompiledPolicy> {
  readonly entry: RuleEntry<Policy>;
  readonly conditions: PolicyConditions;
  readonly weighings: readonly Weighing[];
}

/** The rules of a kind of data, weighed. */
export interface WeighedRules {
  readonly forbids: readonly WeighedEntry[];
  readonly permits: readonly WeighedEntry[];
  readonly duties: readonly WeighedEntry[];
}

function weighOne({ when, unless }: PolicyConditions, seen: Seen): Weighing {
  const all = [...when, ...unless.map((arg): Condition => ({ op: 'not', arg }))];
  return {
    seen,
    holds: weighAll(all, plainSight(seen.sight.input)) === true,
    told: weighAll(all, seen.sight),
    meant: weighAll(when, seen.sight),
    missing: all.filter((each) => weigh(each, seen.sight) !== true).length,
  };
}

/** Weighs every rule of a kind of data against every input. */
export function weighRules(rules: CategoryRules, inputs: readonly Seen[]): WeighedRules {
  const weighed = (entries: readonly RuleEntry[]): readonly WeighedEntry[] =>
    entries.map((entry) => {
      const conditions = CONDITIONS[entry.policy.id];
      if (conditions === undefined) throw new RangeError(`no conditions of \`${entry.policy.id}\``);
      return { entry, conditions, weighings: inputs.map((seen) => weighOne(conditions, seen)) };
    });
  return { forbids: weighed(rules.forbids), permits: weighed(rules.permits), duties: weighed(rules.duties) };
}

/** Whether a rule holds for any mission: one that bars is enough to bar, one that permits to permit. */
export function isHolding({ weighings }: WeighedEntry): boolean {
  return weighings.some(({ holds }) => holds);
}

/** What the rules by themselves determine: the bars that hold, else the permits. */
export function determining({ forbids, permits }: WeighedRules): readonly string[] {
  const bars = forbids.filter(isHolding);
  return (bars.length > 0 ? bars : permits.filter(isHolding)).map(({ entry }) => entry.policy.id);
}
