import type { Fetched } from '../execute/fetched.js';
import type { RedactionPlan } from './compile-projection.js';
import { completeFields } from './complete-value.js';
import type { Redacted } from './redacted.js';
import type { RedactionContext } from './redaction-context.js';
import { actsOf, isExercise, labelsOf, obligationsOf, recordsOf, tallyOf } from './tally.js';
import { Walk } from './walk.js';

/**
 * Makes the answer: one synchronous pass that reads what the subgraphs sent, decides each value before looking at it, and
 * builds new objects. What was fetched is never written to, since merged objects are shared.
 */
export function redact(plan: RedactionPlan, fetched: Fetched, context: RedactionContext): Redacted {
  const walk = new Walk(plan, context);
  const data = redactData(plan, fetched, context, walk);
  const decided = walk.decisions;
  return {
    data,
    errors: walk.errors,
    withheld: walk.groups.toItems(),
    labels: labelsOf(decided),
    exercise: isExercise(decided),
    tally: tallyOf(decided, walk.unlabelledCount, context.closed),
    records: recordsOf(decided),
    obligations: obligationsOf(decided),
    acts: actsOf(decided),
  };
}

function redactData(plan: RedactionPlan, fetched: Fetched, context: RedactionContext, walk: Walk): Redacted['data'] {
  const { data, failures } = fetched;
  if (failures !== null && failures.code !== null) walk.report({ code: failures.code, message: failures.message }, 0);
  const decisions = walk.decisionsFor(plan.root, data, context.floor);
  if (decisions === null) return null;
  const answer = completeFields(decisions, data, failures, 0, walk);
  return typeof answer === 'symbol' ? null : (answer as Record<string, unknown>);
}
