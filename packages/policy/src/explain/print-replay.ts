import { printExplanation, VERDICT } from './print-explanation.js';
import type { RecordedRequest } from './recorded-request.js';
import type { Replayed } from './replay.js';
import { timeText } from './time-text.js';

/** Prints what stood on the ledger, what the rules decide of it, and why. */
export function printReplay(recorded: RecordedRequest, lines: readonly Replayed[]): string {
  const { receipt, kind, operation, now } = recorded;
  const head = `Receipt ${receipt}: ${kind}${operation === null ? '' : ` ${operation}`}, decided for ${timeText(now)}`;
  return `${[head, ...lines.map(lineText)].join('\n\n')}\n`;
}

function lineText(line: Replayed): string {
  const { coordinate, then, count, explanation, today } = line;
  if (then === null) {
    return `${coordinate} was fetched for the gateway itself and given to nobody: there is no decision to explain`;
  }
  const recorded = `${coordinate} was ${VERDICT[then]}, ${count} of one handling`;
  if (explanation === null) {
    const verdict = today === null ? 'nothing' : VERDICT[today];
    return `${recorded}\nOf the same record, profile, snapshot and time the rules of this checkout decide: ${verdict}`;
  }
  return [recorded, verdictText(line), '', printExplanation(explanation).trimEnd()].join('\n');
}

function verdictText({ same, stale }: Replayed): string {
  if (stale) return 'The rules of this checkout decide the same, by a snapshot that was stale.';
  if (same) return 'The rules of this checkout decide the same.';
  return [
    'The rules of this checkout decide OTHERWISE of that record, profile, snapshot and time, as follows. Then it was closed by a',
    'newer snapshot or by the second decision of a service, or the entry or the rules were tampered with.',
  ].join('\n');
}
