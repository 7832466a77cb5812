import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling, RecordMarks } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Action, Category } from '@chancery/shared/vocabulary';
import type { EvaluateRules } from '../compiled/evaluate.js';
import type { ProfileQuestion } from '../compiled/question.js';
import { type CategoryRules, couldOpenBy, type RuleTable, rulesOf, standingBars } from '../compiled/rule-table.js';
import { composeDecision, DEFAULT_DENY, denied } from '../decide/compose-decision.js';
import { judge, type LegalFinding } from '../decide/legal.js';
import type { Decision } from '../decision.js';
import { NO_ACTS } from '../facts/act-matching.js';
import { agreementsWith } from '../facts/agreements.js';
import { type Asked, type Asking, ask } from '../facts/ask.js';
import { needsToKnow, usesWhatItMade } from '../facts/need-to-know.js';
import { partyStatusOf } from '../facts/party-status.js';
import { possibleRoles } from '../facts/role-of.js';
import { type Standing, standingAtLarge, standingsAt } from '../facts/standing.js';
import { assessMandatory, MandatoryAssessor, type MandatoryFinding } from '../mandatory/assess-mandatory.js';
import { QuestionMemo } from './question-memo.js';
import { QuietDecisions } from './quiet-decisions.js';

/** The rules, and what evaluates them. */
export interface RuleSet {
  readonly table: RuleTable;
  readonly evaluate: EvaluateRules;
}

/** Decides many values for one profile at one snapshot and instant, working out once what they share. */
export interface ProfileDecider {
  /** Total: whatever goes wrong is a denial. */
  decide(category: Category, handling: Handling, action: Action): Decision;
}

/** What a profile tells about a kind of data before any record is read. */
export function profileQuestion({ subject, purpose }: Profile, category: Category): ProfileQuestion {
  const { kind } = subject;
  return {
    kind,
    purpose,
    needToKnow: needsToKnow(kind, purpose, category),
    ownUse: usesWhatItMade(kind, purpose, category),
    roles: possibleRoles(subject),
  };
}

/** The decision on a kind of data that nothing could open for a profile: no record, fact or act is in it. */
export function closedDecision(profile: Profile, category: Category, rules: CategoryRules): Decision {
  const bars = standingBars(rules, profileQuestion(profile, category));
  const code = bars[0]?.policy.code ?? 'BASIS_MISSING';
  const cited = bars.length === 0 ? [DEFAULT_DENY] : bars.map(({ cited }) => cited);
  return frozen(denied(category, code, cited, [], NEVER));
}

function writeDecision(category: Category): Decision {
  return frozen(denied(category, 'BASIS_MISSING', [DEFAULT_DENY], [], NEVER));
}

function frozen(decision: Decision): Decision {
  Object.freeze(decision.citations);
  Object.freeze(decision.obligations);
  Object.freeze(decision.acts);
  return Object.freeze(decision);
}

/** The same snapshot as if it had been confirmed just now. */
function confirmed(view: SnapshotView): SnapshotView {
  return {
    snapshot: view.snapshot,
    stale: false,
    factsOf: (mission) => view.factsOf(mission),
    actsOn: (mission, key) => view.actsOn(mission, key),
  };
}

/** When what is known of the missions and of the person concerned first changes. */
function firstEnd(standings: readonly Standing[], asked: readonly Asked[]): Instant {
  let first = NEVER;
  for (const { validUntil } of standings) first = Math.min(first, validUntil);
  for (const { validUntil } of asked) first = Math.min(first, validUntil);
  return first;
}

class MemoisedDecider implements ProfileDecider {
  readonly #profile: Profile;
  readonly #view: SnapshotView;
  readonly #now: Instant;
  readonly #rules: RuleSet;
  readonly #closed = new Map<Category, Decision | null>();
  readonly #mandatory: MandatoryAssessor;
  readonly #standings = new Map<string, readonly Standing[]>();
  readonly #legal = new QuestionMemo<LegalFinding>();
  readonly #composed = new WeakMap<LegalFinding, Map<MandatoryFinding, Decision>>();
  readonly #interned = new Map<string, Decision>();
  readonly #atLarge: readonly Standing[];
  #asking: Asking | null = null;
  #lastKnown: MemoisedDecider | null = null;
  #quiet: QuietDecisions | 'NONE' | null = null;

  constructor(profile: Profile, view: SnapshotView, now: Instant, rules: RuleSet) {
    this.#profile = profile;
    this.#view = view;
    this.#now = now;
    this.#rules = rules;
    this.#atLarge = [standingAtLarge(profile)];
    this.#mandatory = new MandatoryAssessor(profile, now);
  }

  decide(category: Category, handling: Handling, action: Action): Decision {
    try {
      return this.#decide(category, handling, action);
    } catch {
      // A fault of ours must not open anything, and must not be kept.
      return frozen(denied(category, 'POLICY_ERROR', [DEFAULT_DENY], [], this.#now));
    }
  }

  #decide(category: Category, handling: Handling, action: Action): Decision {
    const closed = this.#closedOf(category, action);
    if (closed !== null) return closed;
    const decision = this.#judge(category, handling);
    if (!this.#view.stale) return decision;
    return this.#intern(category, { ...this.#whenStale(category, handling, decision), validUntil: this.#now });
  }

  /**
   * Under a stale snapshot every fact and act is UNKNOWN. What that alone closes says so; what the last known facts
   * close as well keeps its own reason, so that going stale can turn an answer only from open to ACTS_STALE.
   */
  #whenStale(category: Category, handling: Handling, unknown: Decision): Decision {
    if (unknown.effect === 'allow') return unknown;
    this.#lastKnown ??= new MemoisedDecider(this.#profile, confirmed(this.#view), this.#now, this.#rules);
    const known = this.#lastKnown.#judge(category, handling);
    if (known.effect !== 'allow') return known;
    return denied(category, 'ACTS_STALE', [DEFAULT_DENY], [], this.#now);
  }

  #judge(category: Category, handling: Handling): Decision {
    this.#quiet ??= this.#openQuiet();
    return this.#quiet === 'NONE'
      ? this.#judgeAlone(category, handling)
      : this.#quiet.get(category, handling, () => this.#judgeAlone(category, handling));
  }

  /** An agreement reaches records by the State of their maker and of the mission, which quiet ones are not told apart by. */
  #openQuiet(): QuietDecisions | 'NONE' {
    if (this.#askingOf().agreements.length > 0) return 'NONE';
    return new QuietDecisions(this.#profile.subject.represents, this.#view);
  }

  #judgeAlone(category: Category, handling: Handling): Decision {
    const dominance = this.#mandatory.staticFinding(handling, category);
    const legal = this.#legalOf(category, handling.record);
    const mandatory = assessMandatory(dominance, this.#profile, category, handling, this.#view, this.#now);
    // Where an act has to do with a bar, the finding is the record's own.
    if (mandatory !== dominance) return this.#intern(category, composeDecision(category, mandatory, legal));
    let byLabel = this.#composed.get(legal);
    if (byLabel === undefined) {
      byLabel = new Map();
      this.#composed.set(legal, byLabel);
    }
    let decision = byLabel.get(dominance);
    if (decision === undefined) {
      decision = this.#intern(category, composeDecision(category, dominance, legal));
      byLabel.set(dominance, decision);
    }
    return decision;
  }

  /** No rule grants a write yet, so every write is closed; a read is, when nothing could open it for this profile. */
  #closedOf(category: Category, action: Action): Decision | null {
    if (action !== 'read') return writeDecision(category);
    let closed = this.#closed.get(category);
    if (closed === undefined) {
      const rules = rulesOf(this.#rules.table, category);
      const open = couldOpenBy(rules, profileQuestion(this.#profile, category));
      closed = open ? null : closedDecision(this.#profile, category, rules);
      this.#closed.set(category, closed);
    }
    return closed;
  }

  #legalOf(category: Category, record: RecordMarks): LegalFinding {
    const asking = this.#askingOf();
    const standings = this.#standingsOf(record);
    const asked = standings.map((each) => ask(asking, category, record, each));
    const validUntil = firstEnd(standings, asked);
    const questions = asked.map(({ question }) => question);
    const find = (): LegalFinding =>
      judge(category, rulesOf(this.#rules.table, category), asked, validUntil, this.#rules.evaluate);
    // An act on the record is part of what is found; without one, equal questions find the same.
    const bearsActs = asked.some(({ acts }) => acts !== asking.party && acts !== NO_ACTS);
    return bearsActs ? find() : this.#legal.get(category, questions, validUntil, find);
  }

  #askingOf(): Asking {
    const [profile, view, now] = [this.#profile, this.#view, this.#now];
    this.#asking ??= {
      profile,
      view,
      now,
      party: partyStatusOf(view, profile.subject.represents, now),
      agreements: agreementsWith(view, profile),
    };
    return this.#asking;
  }

  #standingsOf({ missions }: RecordMarks): readonly Standing[] {
    const [only, ...others] = missions;
    if (only === undefined) return this.#atLarge;
    return others.length === 0 ? this.#standingsAt(only) : missions.flatMap((mission) => this.#standingsAt(mission));
  }

  #standingsAt(mission: string): readonly Standing[] {
    let standings = this.#standings.get(mission);
    if (standings === undefined) {
      standings = standingsAt(this.#view, this.#profile, mission, this.#now);
      this.#standings.set(mission, standings);
    }
    return standings;
  }

  #intern(category: Category, decision: Decision): Decision {
    const rules = decision.citations.map(({ rule }) => rule).join();
    const owed = decision.obligations.map(({ rule, kind }) => `${rule}:${kind}`).join();
    const key = `${category} ${decision.code} ${rules} ${owed} ${decision.acts.join()} ${decision.validUntil}`;
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    this.#interned.set(key, frozen(decision));
    return decision;
  }
}

/** Opens the evaluation of one profile at one snapshot and instant. */
export function openProfileDecider(profile: Profile, view: SnapshotView, now: Instant, rules: RuleSet): ProfileDecider {
  return new MemoisedDecider(profile, view, now, rules);
}
