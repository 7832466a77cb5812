import type { Fetched } from '../execute/fetched.js';
import { atMost, type CountBytes, exactly, PerhapsTooLarge } from './answer-budget.js';
import { completeFields } from './complete-value.js';
import type { Redacted } from './redacted.js';
import type { RedactionContext } from './redaction-context.js';
import { RedactionPass } from './redaction-pass.js';
import type { RedactionPlan } from './redaction-plan.js';
import { actsOf, decisionsInAnswer, isExercise, markedOf, obligationsOf, recordsOf, tallyOf } from './tally.js';

/**
 * Makes the answer, or throws LIMIT_EXCEEDED when it would be too large: one synchronous pass that reads what the subgraphs sent, decides each value before looking at it, and
 * builds new objects. What was fetched is never written to, since merged objects are shared.
 */
export function redact(plan: RedactionPlan, fetched: Fetched, context: RedactionContext): Redacted {
  try {
    return redactOnce(plan, fetched, context, atMost);
  } catch (error) {
    if (!(error instanceof PerhapsTooLarge)) throw error;
    const { shared, ...apart } = fetched;
    return redactOnce(plan, apart, context, exactly);
  }
}

/** Nearly every answer is far from too large: its texts are counted exactly, and its values one after another, only when it may be. */
function redactOnce(plan: RedactionPlan, fetched: Fetched, context: RedactionContext, count: CountBytes): Redacted {
  const pass = new RedactionPass(plan, context, fetched, count);
  const completed = redactData(plan, fetched, context, pass);
  const data = isHalted(context, pass) ? null : completed;
  const decided = pass.decisions;
  const told = pass.told.handlings;
  const decisions = decisionsInAnswer(decided);
  const withheld = pass.groups.toItems();
  const owed = pass.disclosed.owed();
  const bases = pass.disclosed.bases();
  for (const items of [withheld, owed, bases ?? []]) pass.budget.spendPlaces(items);
  return {
    data,
    repeated: pass.repeated.answers,
    errors: pass.errors,
    withheld,
    marked: markedOf(decided, told),
    exercise: isExercise(decided, told),
    tally: tallyOf(decided, pass.lost, context.undecidable),
    asked: context.asked ?? [],
    records: recordsOf(decided),
    owed,
    bases,
    obligations: obligationsOf(decisions),
    acts: actsOf(decisions),
  };
}

/** Takes everything back when there is an error and the caller wants nothing beside one. */
function isHalted({ onError }: RedactionContext, pass: RedactionPass): boolean {
  if (onError !== 'HALT' || pass.errors.length === 0) return false;
  pass.undoLog.rollBack(0);
  pass.budget.rollBack(0, 0);
  pass.errors.length = 1;
  return true;
}

function redactData(
  plan: RedactionPlan,
  fetched: Fetched,
  context: RedactionContext,
  pass: RedactionPass,
): Redacted['data'] {
  const { data, failures } = fetched;
  if (failures !== null && failures.code !== null) pass.report({ code: failures.code, message: failures.message }, 0);
  const decisions = pass.decisionsFor(plan.root, data, context.floor);
  if (decisions === null) return null;
  const answer = completeFields(decisions, data, failures, 0, pass);
  return typeof answer === 'symbol' ? null : (answer as Record<string, unknown>);
}
