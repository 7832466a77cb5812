import type { AccessDecision } from '@chancery/ledger/entry';
import type { Decision, Obligation } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Coordinate, Effect } from '@chancery/shared/vocabulary';
import type { FieldOutcome, ObjectDecisions } from './object-decisions.js';
import type { TallyItem } from './redacted.js';

const LETTERS: Readonly<Record<Effect, AccessDecision>> = { allow: 'A', withhold: 'W', hide: 'H' };

interface Counted {
  readonly coordinate: Coordinate;
  readonly handling: Handling | null;
  readonly label: Label | null;
  readonly letter: AccessDecision;
  readonly decision: Decision;
  readonly count: number;
}

/** Counts the decisions of an answer by coordinate, handling and outcome. */
export function tallyOf(
  decided: readonly ObjectDecisions[],
  lost: ReadonlyMap<Coordinate, { readonly count: number }>,
  undecidable: Decision,
): TallyItem[] {
  const items = new Map<string, TallyItem>();
  const counted = decided.flatMap(countedOf);
  for (const [coordinate, { count }] of lost) {
    counted.push({ coordinate, handling: null, label: null, letter: 'W', decision: undecidable, count });
  }
  for (const { coordinate, handling, label, letter, decision, count } of counted) {
    if (count === 0) continue;
    const key = `${coordinate} ${handling?.ordinal} ${letter}`;
    const rules = decision.citations.map((citation) => citation.rule);
    const { acts } = decision;
    items.set(key, { coordinate, handling, label, letter, rules, acts, count: count + (items.get(key)?.count ?? 0) });
  }
  return [...items.values()];
}

function countedOf({ handling, existence, hidden, visits, outcomes }: ObjectDecisions): Counted[] {
  const row = {
    coordinate: 'EXISTENCE',
    handling,
    label: handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).label,
  } as const;
  const rows: Counted[] =
    existence === null
      ? []
      : [
          { ...row, letter: 'A', decision: existence, count: visits },
          { ...row, letter: 'H', decision: existence, count: hidden },
        ];
  const fields = outcomes.flatMap(({ field, effect, decision }): Counted[] => {
    const { coordinate, category, floor } = field.policy;
    if (decision === null || category === null) return [];
    const { label } = handlingAt(handling, coordinate, category, floor);
    return [{ coordinate, handling, label, letter: LETTERS[effect], decision, count: visits }];
  });
  return [...rows, ...fields];
}

/**
 * What is in the answer, by label and maker: each value that is not null, and the existence of each row, shown or `told` of
 * by a count or a further page.
 */
export function markedOf(decided: readonly ObjectDecisions[], told: readonly Handling[]): MarkedValue[] {
  const marked = new Map<string, MarkedValue>();
  const add = (handling: Handling, { label }: Handling): void => {
    const { owner } = handling.record;
    const maker = owner.slice(0, owner.indexOf('.'));
    marked.set(`${maker} ${label.text}`, { label, maker });
  };
  const exists = (handling: Handling): void => add(handling, handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0));
  for (const handling of told) exists(handling);
  for (const { handling, existence, visits, outcomes } of decided) {
    if (existence !== null && visits > 0) exists(handling);
    for (const { field, returned } of outcomes) {
      const { coordinate, category, floor } = field.policy;
      if (returned && category !== null) add(handling, handlingAt(handling, coordinate, category, floor));
    }
  }
  return [...marked.values()];
}

/** Rows in the answer, `Type:id`. */
export function recordsOf(decided: readonly ObjectDecisions[]): Set<string> {
  return new Set(
    decided.flatMap(({ plan, ids }) => ids.flatMap((id) => (id === null ? [] : [`${plan.typeName}:${id}`]))),
  );
}

const isSynthetic = ({ record }: Handling): boolean => record.tags.has('synthetic');

/** True when a row in the answer, or one that it tells of, was made for exercises. */
export const isExercise = (decided: readonly ObjectDecisions[], told: readonly Handling[]): boolean =>
  told.some(isSynthetic) ||
  decided.some(({ handling, existence, visits }) => existence !== null && visits > 0 && isSynthetic(handling));

const decisionsInAnswer = (decided: readonly ObjectDecisions[]): Decision[] =>
  decided
    .filter(({ visits }) => visits > 0)
    .flatMap(({ existence, outcomes }) => [existence, ...outcomes.map((outcome: FieldOutcome) => outcome.decision)])
    .filter((decision) => decision !== null);

/** What disclosing obliges to. A denial obliges to nothing that the caller may be told of. */
export function obligationsOf(decided: readonly ObjectDecisions[]): Obligation[] {
  const allowed = decisionsInAnswer(decided).filter((decision) => decision.effect === 'allow');
  const distinct = new Map<string, Obligation>();
  for (const obligation of allowed.flatMap((decision) => decision.obligations)) {
    distinct.set(JSON.stringify(obligation), obligation);
  }
  return [...distinct.values()];
}

/** Acts that a decision rests on, denials included. */
export const actsOf = (decided: readonly ObjectDecisions[]): string[] =>
  [...new Set(decisionsInAnswer(decided).flatMap((decision) => decision.acts))].sort();
