import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Action, Category } from '@chancery/shared/vocabulary';
import { rulesOf } from '../compiled/rule-table.js';
import { decideBy, type Judgements } from '../decide/decide-by.js';
import type { RuleSet } from '../decide/decide-value.js';
import { findStaticDenial } from '../decide/static-denial.js';
import type { Decision } from '../decision.js';
import type { EngineMemory } from './engine-memory.js';
import { RememberedJudge } from './remembered-judge.js';

/** Decides many values for one profile at one snapshot and instant, working out once what they share. */
export interface ProfileDecider {
  /** Total: whatever goes wrong is a denial. */
  decide(category: Category, handling: Handling, action: Action): Decision;
}

class RememberingDecider implements ProfileDecider, Judgements {
  /** Law: whether a kind of data is statically denied follows from profile and rules. No more than there are kinds of data. */
  readonly #staticDenials = new Map<Category, Decision | null>();
  #current: RememberedJudge | null = null;
  /** Judges as if the stale snapshot had been confirmed just now. */
  #lastKnown: RememberedJudge | null = null;

  constructor(
    readonly profile: Profile,
    readonly view: SnapshotView,
    readonly now: Instant,
    readonly rules: RuleSet,
    readonly memory: EngineMemory,
  ) {}

  decide(category: Category, handling: Handling, action: Action): Decision {
    return decideBy({ category, handling, action, view: this.view, now: this.now }, this);
  }

  staticDenial(category: Category): Decision | null {
    let denial = this.#staticDenials.get(category);
    if (denial === undefined) {
      denial = findStaticDenial(this.profile, category, rulesOf(this.rules.table, category));
      this.#staticDenials.set(category, denial);
    }
    return denial;
  }

  judge(category: Category, handling: Handling, view: SnapshotView): Decision {
    return this.#judgeUnder(view).judge(category, handling);
  }

  #judgeUnder(view: SnapshotView): RememberedJudge {
    const open = (): RememberedJudge => new RememberedJudge(this.profile, view, this.now, this.rules, this.memory);
    if (view === this.view) {
      this.#current ??= open();
      return this.#current;
    }
    this.#lastKnown ??= open();
    return this.#lastKnown;
  }
}

/** Opens the evaluation of one profile at one snapshot and instant. */
export function openProfileDecider(
  profile: Profile,
  view: SnapshotView,
  now: Instant,
  rules: RuleSet,
  memory: EngineMemory,
): ProfileDecider {
  return new RememberingDecider(profile, view, now, rules, memory);
}
