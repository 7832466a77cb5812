import type { Handling } from '@chancery/shared/labels/label';
import type { FailureNode } from '../execute/fetched.js';
import type { ObjectPlan } from './compile-projection.js';
import { INVALID, type LeafCompleter } from './complete-leaf.js';
import { failuresOfField, failuresOfItem, firstFailure } from './failure-tree.js';
import type { FieldOutcome, ObjectDecisions } from './object-decisions.js';
import { BUBBLE, FAILED, HIDDEN, UNREACHED } from './outcome-signal.js';
import type { Walk } from './walk.js';

/**
 * Completes a fetched value (GraphQL §6.4.3) under the handling of its holder. `depth` is the length of its path in
 * `walk.path`. Returns the value to answer, null, or a signal.
 */
export type Completer = (
  value: unknown,
  handling: Handling,
  failures: FailureNode | null,
  depth: number,
  walk: Walk,
) => unknown;

/** Completes scalars and enums. */
export const leaf =
  (completeLeaf: LeafCompleter): Completer =>
  (value, _handling, _failures, depth, walk) => {
    if (value === null || value === undefined) return null;
    const completed = completeLeaf(value);
    return completed === INVALID ? walk.malformed(depth) : completed;
  };

/** Completes a non-null type: a null is an error, unless one already stands for it, and takes the holder with it. */
export const nonNull =
  (inner: Completer): Completer =>
  (value, handling, failures, depth, walk) => {
    const completed = inner(value, handling, failures, depth, walk);
    if (completed === FAILED) return BUBBLE;
    if (completed !== null) return completed;
    walk.report(firstFailure(failures) ?? { code: 'INTERNAL', message: null }, depth);
    return BUBBLE;
  };

/** Completes a list: hidden items are dropped, so that no index tells of them. */
export const list =
  (completeItem: Completer): Completer =>
  (value, handling, failures, depth, walk) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return walk.malformed(depth);
    const mark = walk.journal.length;
    const answer: unknown[] = [];
    let unreached: FailureNode | null = null;
    for (let index = 0; index < value.length; index++) {
      walk.path[depth] = answer.length;
      const below = failures === null ? null : failuresOfItem(failures, index);
      let item = completeItem(value[index], handling, below, depth + 1, walk);
      if (below !== null) item = explained(item, below, depth + 1, walk);
      if (item === BUBBLE) {
        walk.journal.rollBack(mark);
        return FAILED;
      }
      if (item === UNREACHED) unreached ??= below;
      else if (item !== HIDDEN) answer.push(item === FAILED ? null : item);
    }
    // One error for the list: one for each item would count rows that may be hidden.
    if (unreached !== null) walk.reportFirst(unreached, depth);
    return answer;
  };

/** Completes an object. */
export const object =
  (plan: ObjectPlan): Completer =>
  (value, handling, failures, depth, walk) => {
    if (value === null || value === undefined) return null;
    if (!isObject(value)) return walk.malformed(depth);
    const decisions = walk.decisionsFor(plan, value, handling);
    if (decisions === null) {
      if (firstFailure(failures) !== null) return UNREACHED;
      walk.unlabelled(plan);
      return HIDDEN;
    }
    if (decisions.exists) return completeFields(decisions, value, failures, depth, walk);
    decisions.hidden++;
    return HIDDEN;
  };

/** Completes the selected fields of an object that exists for the caller. */
export function completeFields(
  decisions: ObjectDecisions,
  value: object,
  failures: FailureNode | null,
  depth: number,
  walk: Walk,
): unknown {
  const mark = walk.journal.length;
  walk.visit(decisions, value);
  const answer: Record<string, unknown> = { ...decisions.plan.blank };
  for (const outcome of decisions.outcomes) {
    const { field } = outcome;
    walk.path[depth] = field.responseKey;
    const completed = completeField(outcome, decisions.handling, value, failures, depth + 1, walk);
    if (typeof completed === 'symbol') {
      walk.journal.rollBack(mark);
      return completed === BUBBLE ? FAILED : completed;
    }
    if (field.isShown) answer[field.responseKey] = completed;
  }
  return answer;
}

/** Returns the field's value, or the signal that the whole object goes: BUBBLE, or HIDDEN and UNREACHED for an edge. */
function completeField(
  outcome: FieldOutcome,
  handling: Handling,
  holder: object,
  failures: FailureNode | null,
  depth: number,
  walk: Walk,
): unknown {
  const { field, effect } = outcome;
  // Before and regardless of the value: whether there is one must not show.
  if (effect !== 'allow') {
    if (outcome.group !== null) walk.withhold(outcome.group, depth);
    return field.isNonNull ? BUBBLE : null;
  }
  const below = failures === null ? null : failuresOfField(failures, field.canonicalKey);
  let completed = field.complete(walk.read(field, holder), handling, below, depth, walk);
  if (field.isEdgeNode) {
    if (completed === HIDDEN || completed === UNREACHED) return completed;
    // The failures below a hidden node are not asked for, those of a node that never came are.
    if (completed === null) return firstFailure(below) === null ? HIDDEN : UNREACHED;
  }
  if (below !== null) completed = explained(completed, below, depth, walk);
  if (typeof completed === 'symbol') return settle(completed, field.isNonNull, below, depth, walk);
  if (completed !== null && !outcome.returned) walk.returned(outcome);
  return completed;
}

/** Turns a signal in a field into null, or into BUBBLE where null is not allowed. */
function settle(signal: symbol, isNonNull: boolean, below: FailureNode | null, depth: number, walk: Walk): unknown {
  if (signal === UNREACHED) walk.reportFirst(below, depth);
  return signal === BUBBLE || isNonNull ? BUBBLE : null;
}

/** Puts the failures of a fetch where the caller sees a value: at the value, or at the null that stands for all below. */
function explained(completed: unknown, failures: FailureNode, depth: number, walk: Walk): unknown {
  if (typeof completed === 'symbol') return completed;
  if (completed !== null) {
    if (failures.code !== null) walk.reportFirst(failures, depth);
    return completed;
  }
  return walk.reportFirst(failures, depth) ? FAILED : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
