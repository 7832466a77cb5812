import type { RegisterKey } from '@chancery/shared/brands';
import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling, RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { rulesOf } from '../compiled/rule-table.js';
import { composeDecision } from '../decide/compose-decision.js';
import type { RuleSet } from '../decide/decide-value.js';
import { judge, type LegalFinding } from '../decide/legal.js';
import type { Decision } from '../decision.js';
import { NO_ACTS } from '../facts/act-matching.js';
import { isByMakerAlone } from '../facts/agreements.js';
import { type FactContext, factContext, gatherInput } from '../facts/gather-input.js';
import { type Jurisdiction, jurisdictionAtLarge, jurisdictionsAt } from '../facts/jurisdiction.js';
import { unionStatusOf } from '../facts/union.js';
import { liftByActs } from '../mandatory/assess-mandatory.js';
import { BoundedMap } from './bounded-map.js';
import { ClassDecisions } from './class-decisions.js';
import type { EngineMemory } from './engine-memory.js';
import { InputMemo } from './input-memo.js';
import { KeptDecisions } from './kept-decisions.js';
import { LabelFindings } from './label-findings.js';

/** Judges as decide/ does for one profile, view and instant, and works out once what its values share. */
export class RememberedJudge {
  readonly #context: FactContext;
  readonly #rules: RuleSet;
  readonly #memory: EngineMemory;
  readonly #labels: LabelFindings;
  readonly #atLarge: readonly Jurisdiction[];
  /** Law: how a subject stands to a mission follows from the mission. */
  readonly #jurisdictions: BoundedMap<string, readonly Jurisdiction[]>;
  readonly #legal: InputMemo<LegalFinding>;
  readonly #decisions: KeptDecisions;
  readonly #byClass: ClassDecisions | null;

  constructor(profile: Profile, view: SnapshotView, now: Instant, rules: RuleSet, memory: EngineMemory) {
    this.#rules = rules;
    this.#memory = memory;
    this.#context = { ...factContext(profile, view, now), unionOf: this.#rememberedUnions(now) };
    const { limits } = memory;
    this.#labels = new LabelFindings(profile, now, limits);
    this.#atLarge = [jurisdictionAtLarge(profile)];
    this.#jurisdictions = new BoundedMap(limits.missions);
    this.#legal = new InputMemo(limits.inputs);
    this.#decisions = new KeptDecisions(limits.decisions);
    const isAlike = this.#context.agreements.every(isByMakerAlone);
    const { represents } = profile.subject;
    this.#byClass = isAlike ? new ClassDecisions(represents, memory.classes.under(view), limits) : null;
  }

  /** Law: the law on personal data that binds a State at an instant follows from the State. */
  #rememberedUnions(now: Instant): FactContext['unionOf'] {
    const kept = new BoundedMap<string, ReturnType<FactContext['unionOf']>>(this.#memory.limits.owners);
    return (state) => kept.compute(state, () => unionStatusOf(state, now));
  }

  judge(category: Category, handling: Handling): Decision {
    const alone = (): Decision => this.#judgeAlone(category, handling);
    return this.#byClass === null ? alone() : this.#byClass.compute(category, handling, alone);
  }

  #judgeAlone(category: Category, handling: Handling): Decision {
    const { profile, view, now } = this.#context;
    const found = this.#labels.of(handling, category);
    const reach = this.#memory.reachOf(view.snapshot);
    const mandatory = liftByActs(found, { profile, category, handling, view, now }, reach);
    const legal = this.#legalOf(category, handling.record);
    // Where an act has to do with a bar, the finding is the record's own.
    return mandatory === found
      ? this.#decisions.ofFindings(category, found, legal)
      : this.#decisions.one(category, composeDecision(category, mandatory, legal));
  }

  #legalOf(category: Category, record: RecordMarks): LegalFinding {
    const gathered = this.#jurisdictionsOf(record).map((each) => gatherInput(this.#context, category, record, each));
    const rules = rulesOf(this.#rules.table, category);
    const find = (): LegalFinding => judge(category, rules, gathered, this.#rules.evaluate);
    // An act on the record is part of what is found; without one, equal inputs find the same.
    if (gathered.some(({ acts }) => acts !== this.#context.party && acts !== NO_ACTS)) return find();
    const validUntil = gathered.reduce((first, each) => Math.min(first, each.validUntil), NEVER);
    const inputs = gathered.map(({ input }) => input);
    return this.#legal.compute(category, inputs, validUntil, find);
  }

  #jurisdictionsOf({ missions }: RecordMarks): readonly Jurisdiction[] {
    const [only, ...others] = missions;
    if (only === undefined) return this.#atLarge;
    return others.length === 0
      ? this.#jurisdictionsAt(only)
      : missions.flatMap((mission) => this.#jurisdictionsAt(mission));
  }

  #jurisdictionsAt(mission: RegisterKey): readonly Jurisdiction[] {
    const { profile, view, now } = this.#context;
    return this.#jurisdictions.compute(mission, () => jurisdictionsAt(view, profile, mission, now));
  }
}
