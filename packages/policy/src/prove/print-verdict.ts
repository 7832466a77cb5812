import type { CaseRequest } from '../testkit/case-file.js';
import type { LiveQuestion } from './confirm.js';
import type { Failure, Verdict } from './prove.js';

/** A question in a line: who asks for what of whose record, under which facts, acts and marks. */
function gist({ subject, purpose, category, handling, facts, acts, stale }: CaseRequest): string {
  const [fact] = facts;
  const post =
    fact === undefined
      ? 'no facts'
      : `post of ${fact.sending} in ${fact.receiving}, ${fact.regime} ${fact.legalStatus}`;
  const inForce = acts.map(({ kind, by }) => `${kind} by ${by.represents} ${by.office}`);
  return [
    `${subject.agency} (${subject.kind}) for ${purpose} asks ${category}`,
    handling.slice(handling.indexOf(';own=') + 1),
    `${post}${stale ? ', stale' : ''}`,
    ...inForce,
  ].join(' | ');
}

function decisionText({ decision: { effect, code, citations } }: LiveQuestion): string {
  return `${effect}${code === null ? '' : ` ${code}`} [${citations.map(({ rule }) => rule).join(', ')}]`;
}

function failureLines({ part, counterexample, request }: Failure): readonly string[] {
  if (counterexample === null)
    return [`    ${part}${request === undefined ? '' : `\n      ${JSON.stringify(request)}`}`];
  const { questions, confirmed } = counterexample;
  const warning = confirmed ? '' : '  NOT CONFIRMED by the live engine: a guarantee is missing';
  return [
    `    ${part}${warning}`,
    ...[...questions.values()].flatMap((each) => [
      `      ${gist(each.request)} -> ${decisionText(each)}`,
      ...(confirmed ? [] : [`        differs in ${each.differences.join(' ')}`]),
      `      ${JSON.stringify(each.request)}`,
    ]),
  ];
}

/** A line for a theorem, and below it what breaks it, as questions that `law:ask` takes. */
export function printVerdict({ theorem, failures, ms }: Verdict): string {
  const head = `${failures.length === 0 ? 'holds' : 'FAILS'}  ${theorem.id}  ${Math.round(ms)} ms`;
  if (failures.length === 0) return `${head}\n`;
  const lines = [head, `    forbids ${theorem.forbids}`, `    ${theorem.article}`, ...failures.flatMap(failureLines)];
  return `${lines.join('\n')}\n`;
}
