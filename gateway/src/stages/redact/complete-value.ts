import type { Handling } from '@chancery/shared/labels/label';
import type { FailureNode } from '../execute/fetched.js';
import { ownValue } from '../execute/own-value.js';
import type { FieldProjection } from '../rewrite/projection.js';
import { INVALID, type LeafCompleter } from './complete-leaf.js';
import { failuresOfField, failuresOfItem, firstFailure } from './failure-tree.js';
import { BUBBLE, FAILED, HIDDEN, LOST, UNREACHED } from './outcome-signal.js';
import type { AbstractPlan, Completer, DecidedField, DecidedObject, ObjectPlan, Pass } from './redaction-plan.js';

/** Completes scalars and enums. */
export const leaf =
  (completeLeaf: LeafCompleter): Completer =>
  (value, _handling, _failures, depth, pass) => {
    if (value === null || value === undefined) return null;
    const completed = completeLeaf(value);
    if (completed === INVALID) return pass.malformed(depth);
    pass.budget.spendLeaf(completed);
    return completed;
  };

/** Completes what the gateway has made itself and nothing withholds: an introspection. */
export const whole: Completer = (value, _handling, _failures, _depth, pass) => {
  pass.budget.spendIntrospected(value ?? null);
  return value ?? null;
};

/** Completes a non-null type: a null is an error, unless one already stands for it, and takes the holder with it. */
export const nonNull =
  (inner: Completer): Completer =>
  (value, handling, failures, depth, pass) => {
    const completed = inner(value, handling, failures, depth, pass);
    if (completed === null) pass.report(firstFailure(failures) ?? { code: 'INTERNAL', message: null }, depth);
    else if (completed !== FAILED) return completed;
    return pass.keepsNulls ? FAILED : BUBBLE;
  };

/**
 * Completes the list of a field: hidden items are dropped, so that no index tells of them. Where the caller has named each
 * item itself, one that is hidden is null like one that is not there.
 */
export const list =
  (completeItem: Completer, { policy, isAsked }: FieldProjection, isItemNonNull: boolean): Completer =>
  (value, handling, failures, depth, pass) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return pass.malformed(depth);
    const mark = pass.undoLog.length;
    const { values, bytes } = pass.budget;
    const answer: unknown[] = [];
    let unreached: FailureNode | null = null;
    for (let index = 0; index < value.length; index++) {
      pass.path[depth] = answer.length;
      const below = failures === null ? null : failuresOfItem(failures, index);
      let item = completeItem(value[index], handling, below, depth + 1, pass);
      if (below !== null) item = explained(item, below, depth + 1, pass);
      if (item === BUBBLE || (item === LOST && isItemNonNull)) {
        pass.undoLog.rollBack(mark);
        pass.budget.rollBack(values, bytes);
        return item === LOST ? LOST : FAILED;
      }
      if (item === LOST) item = pass.lose(policy.coordinate, depth + 1);
      if (item === UNREACHED) unreached ??= below;
      if (item === UNREACHED || item === HIDDEN) {
        if (isAsked) answer.push(null);
      } else answer.push(item === FAILED ? null : item);
    }
    pass.budget.spend(answer.length, answer.length);
    // One error for the list: one for each item would count rows that may be hidden.
    if (unreached !== null) pass.reportFirst(unreached, depth);
    return answer;
  };

/** Completes an object. */
export const object =
  (plan: ObjectPlan): Completer =>
  (value, handling, failures, depth, pass) => {
    if (value === null || value === undefined) return null;
    if (!isObject(value)) return pass.malformed(depth);
    return completeObject(plan, value, handling, failures, depth, pass);
  };

/** Completes an object of an interface or a union, by the type that it has itself. */
export const abstract =
  (plan: AbstractPlan): Completer =>
  (value, handling, failures, depth, pass) => {
    if (value === null || value === undefined) return null;
    if (!isObject(value)) return pass.malformed(depth);
    const typeName = pass.typeNameOf(value);
    const known = typeof typeName === 'string' ? plan.byType.get(typeName) : undefined;
    if (known) return completeObject(known, value, handling, failures, depth, pass);
    // Of what a caller may not know of there is nothing to say, not even that something is wrong.
    if (typeof typeName === 'string' && plan.inaccessible.has(typeName)) return null;
    if (plan.untyped) return completeObject(plan.untyped, value, handling, failures, depth, pass);
    if (firstFailure(failures) !== null) return UNREACHED;
    pass.unlabelled({ typeName: plan.typeName, owner: null, rowsOf: null });
    return LOST;
  };

function completeObject(
  plan: ObjectPlan,
  value: object,
  handling: Handling,
  failures: FailureNode | null,
  depth: number,
  pass: Pass,
): unknown {
  const decisions = pass.decisionsFor(plan, value, handling);
  if (decisions === null) {
    if (firstFailure(failures) !== null) return UNREACHED;
    // Not there, or not for this caller: the two look alike.
    if (pass.isAbsent(value)) return HIDDEN;
    pass.unlabelled(plan);
    return LOST;
  }
  if (!decisions.exists) {
    pass.repeated.hide(decisions);
    return HIDDEN;
  }
  return failures === null && pass.repeated.has(value)
    ? completeOnce(decisions, value, depth, pass)
    : completeFields(decisions, value, failures, depth, pass);
}

/** Completes an object that stands at several places when it is come to first. */
function completeOnce(decisions: DecidedObject, value: object, depth: number, pass: Pass): unknown {
  const known = pass.repeated.again(decisions, value, depth);
  if (known !== null) return known;
  const begun = pass.repeated.begin();
  const completed = completeFields(decisions, value, null, depth, pass);
  pass.repeated.end(begun, decisions, value, completed, depth);
  return completed;
}

/** Completes the selected fields of an object that exists for the caller. */
export function completeFields(
  decisions: DecidedObject,
  value: object,
  failures: FailureNode | null,
  depth: number,
  pass: Pass,
): unknown {
  const mark = pass.undoLog.length;
  const { values, bytes } = pass.budget;
  pass.visit(decisions, value);
  const answer: Record<string, unknown> = { ...decisions.plan.blank };
  const { rowsOf } = decisions.plan;
  let isTold = false;
  for (const outcome of decisions.outcomes) {
    const { field } = outcome;
    let completed = failures === null ? completePlain(outcome, value, pass) : undefined;
    if (completed === undefined) {
      pass.path[depth] = field.responseKey;
      completed = completeField(outcome, decisions.handling, value, failures, depth + 1, pass);
    }
    if (typeof completed === 'symbol') {
      pass.undoLog.rollBack(mark);
      pass.budget.rollBack(values, bytes);
      return completed === BUBBLE ? FAILED : completed;
    }
    if (field.isShown) answer[field.responseKey] = completed;
    isTold ||= rowsOf !== null && field.source === 'data' && tellsOfRows(field.canonicalKey, completed);
  }
  if (isTold && !tellRows(decisions.plan, value, pass)) {
    pass.undoLog.rollBack(mark);
    pass.budget.rollBack(values, bytes);
    return LOST;
  }
  // Last, for it is nothing that a hidden node or a null that bubbles has cost.
  pass.budget.spend(decisions.plan.fields.length, decisions.plan.blankBytes);
  return answer;
}

/** A count above zero, a further page, a cursor: of any the caller learns that there are rows; that a count is exact is said of none too, and that it is not, of many. */
const tellsOfRows = (canonicalKey: string, completed: unknown): boolean =>
  (typeof completed === 'boolean' && completed === (canonicalKey !== 'isExact')) ||
  typeof completed === 'string' ||
  (typeof completed === 'number' && completed > 0);

/** Notes the rows that an object tells of; false when they cannot be decided, and then nothing of it may be told. */
function tellRows(plan: ObjectPlan, value: object, pass: Pass): boolean {
  const rows = pass.rowsBehind(plan, value);
  if (rows === null) pass.unlabelled(plan);
  else pass.tell(rows);
  return rows !== null;
}

/** The value of a leaf with which nothing is wrong, as most values are; undefined for any other. */
function completePlain(outcome: DecidedField, holder: object, pass: Pass): unknown {
  const { field, plain } = outcome;
  if (plain === null) return undefined;
  const value = ownValue(holder, field.canonicalKey);
  if (value === null || value === undefined) return field.isNonNull ? undefined : null;
  const completed = plain(value);
  if (completed === INVALID) return undefined;
  pass.budget.spendLeaf(completed);
  if (!outcome.returned) pass.returned(outcome);
  return completed;
}

/** Returns the field's value, or the signal that the whole object goes: BUBBLE or LOST, or HIDDEN and UNREACHED for an edge. */
function completeField(
  outcome: DecidedField,
  handling: Handling,
  holder: object,
  failures: FailureNode | null,
  depth: number,
  pass: Pass,
): unknown {
  const { field, effect } = outcome;
  // Before and regardless of the value: whether there is one must not show.
  if (effect !== 'allow') {
    if (outcome.group !== null) pass.withhold(outcome.group, depth);
    return field.isNonNull ? BUBBLE : null;
  }
  const below = failures === null ? null : failuresOfField(failures, field.canonicalKey);
  let completed = field.complete(pass.read(field, holder), handling, below, depth, pass);
  if (field.isEdgeNode) {
    if (completed === HIDDEN || completed === UNREACHED) return completed;
    // The failures below a hidden node are not asked for, those of a node that never came are.
    if (completed === null) return firstFailure(below) === null ? HIDDEN : UNREACHED;
  }
  if (below !== null) completed = explained(completed, below, depth, pass);
  if (completed === LOST) return field.isNonNull ? LOST : pass.lose(field.policy.coordinate, depth);
  if (typeof completed === 'symbol') return settle(completed, field.isNonNull, below, depth, pass);
  if (outcome.disclosed.length > 0) pass.disclose(outcome.disclosed, depth);
  if (completed !== null && !outcome.returned) pass.returned(outcome);
  return completed;
}

/** Turns a signal in a field into null, or into BUBBLE where null is not allowed. */
function settle(signal: symbol, isNonNull: boolean, below: FailureNode | null, depth: number, pass: Pass): unknown {
  if (signal === UNREACHED) pass.reportFirst(below, depth);
  // What bubbles by itself is withheld: no error stands there that could explain a null.
  return signal === BUBBLE || (isNonNull && !pass.keepsNulls) ? BUBBLE : null;
}

/** Puts the failures of a fetch where the caller sees a value: at the value, or at the null that stands for all below. */
function explained(completed: unknown, failures: FailureNode, depth: number, pass: Pass): unknown {
  if (typeof completed === 'symbol') return completed;
  if (completed !== null) {
    if (failures.code !== null) pass.reportFirst(failures, depth);
    return completed;
  }
  return pass.reportFirst(failures, depth) ? FAILED : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
