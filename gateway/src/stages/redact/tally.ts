import { type Decision, type Obligation, recordedRules } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { isSynthetic } from '@chancery/shared/labels/is-synthetic';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { ObjectDecisions } from './object-decisions.js';
import type { TallyItem } from './redacted.js';
import { type CountedDecision, markOf, markTextOf } from './selection-decisions.js';

type Decided = readonly ObjectDecisions[];

type Counting = { -readonly [K in keyof TallyItem]: TallyItem[K] };

// Decisions are interned: their rules are one list each, by which the ledger finds them again.
const rulesByDecision = new WeakMap<Decision, readonly string[]>();

function rulesOf(decision: Decision): readonly string[] {
  let rules = rulesByDecision.get(decision);
  if (rules === undefined) {
    rules = recordedRules(decision);
    rulesByDecision.set(decision, rules);
  }
  return rules;
}

/** Counts the decisions of an answer by coordinate, handling and outcome. */
export function tallyOf(
  decided: Decided,
  lost: ReadonlyMap<Coordinate, { readonly count: number }>,
  undecidable: Decision,
): TallyItem[] {
  const items = new Map<object, Counting>();
  const add = (handling: Handling, counted: CountedDecision, count: number): void => {
    if (count === 0) return;
    const known = items.get(counted.together);
    if (known !== undefined) known.count += count;
    else items.set(counted.together, itemOf(handling, counted, count));
  };
  for (const { handling, existence, hidden, visits, outcomes } of decided) {
    if (existence !== null) add(handling, existence, existence.letter === 'A' ? visits : hidden);
    if (visits === 0) continue;
    for (const { counted } of outcomes) if (counted !== null) add(handling, counted, visits);
  }
  const known = [...items.values()];
  for (const [coordinate, { count }] of lost) {
    if (count > 0) known.push(itemOf(null, { coordinate, label: null, decision: undecidable, letter: 'W' }, count));
  }
  return known;
}

/** What is counted, and how it would be recorded. */
type Countable = Pick<CountedDecision, 'coordinate' | 'decision' | 'letter'> & Pick<TallyItem, 'label'>;

function itemOf(
  handling: Handling | null,
  { coordinate, label, letter, decision }: Countable,
  count: number,
): Counting {
  return { coordinate, handling, label, letter, rules: rulesOf(decision), acts: decision.acts, count };
}

/**
 * What is in the answer, by label and maker: each value that is not null, and the existence of each row, shown or `told` of
 * by a count or a further page.
 */
export function markedOf(decided: Decided, told: readonly Handling[]): MarkedValue[] {
  const marked = new Map<string, MarkedValue>();
  const add = ({ markText, mark }: CountedDecision): void => {
    if (!marked.has(markText)) marked.set(markText, mark);
  };
  for (const handling of told) {
    const mark = markOf(handling, handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).label);
    marked.set(markTextOf(mark), mark);
  }
  for (const { existence, visits, outcomes } of decided) {
    if (existence !== null && visits > 0) add(existence);
    for (const { counted, returned } of outcomes) if (returned && counted !== null) add(counted);
  }
  return [...marked.values()];
}

/** Rows in the answer, `Type:id`. */
export function recordsOf(decided: Decided): Set<string> {
  const byType = new Map<string, (readonly (string | null)[])[]>();
  for (const { plan, ids } of decided) {
    if (ids.length === 0) continue;
    const known = byType.get(plan.typeName);
    if (known === undefined) byType.set(plan.typeName, [ids]);
    else known.push(ids);
  }
  const records = new Set<string>();
  for (const [typeName, lists] of byType) {
    for (const ids of lists) for (const id of ids) if (id !== null) records.add(`${typeName}:${id}`);
  }
  return records;
}

/** True when a row in the answer, or one that it tells of, was made for exercises. */
export const isExercise = (decided: Decided, told: readonly Handling[]): boolean =>
  told.some(isSynthetic) ||
  decided.some(({ handling, existence, visits }) => existence !== null && visits > 0 && isSynthetic(handling));

/** Each once, for they are interned. */
export function decisionsInAnswer(decided: Decided): Set<Decision> {
  const decisions = new Set<Decision>();
  for (const { existence, visits, outcomes } of decided) {
    if (visits === 0) continue;
    if (existence !== null) decisions.add(existence.decision);
    for (const { counted } of outcomes) if (counted !== null) decisions.add(counted.decision);
  }
  return decisions;
}

/** What disclosing obliges to. A denial obliges to nothing that the caller may be told of. */
export function obligationsOf(decisions: ReadonlySet<Decision>): Obligation[] {
  const distinct = new Map<string, Obligation>();
  for (const { effect, obligations } of decisions) {
    if (effect !== 'allow') continue;
    for (const obligation of obligations) distinct.set(JSON.stringify(obligation), obligation);
  }
  return [...distinct.values()];
}

/** Acts that a decision rests on, denials included. */
export const actsOf = (decisions: ReadonlySet<Decision>): string[] =>
  [...new Set([...decisions].flatMap(({ acts }) => acts))].sort();
