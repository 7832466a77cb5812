import { LABEL } from '../decide/standing-citations.js';
import { POLICIES } from '../generated/policies.js';
import { MANDATORY_PERMITS, MANDATORY_RULES } from '../mandatory/catalogue.js';

/** Rules of which who asked is told that there is one, and not which: what a label asks for tells what the label says. */
const FOR_AUDITORS: ReadonlySet<string> = new Set([
  ...[...MANDATORY_RULES.values()].map(({ cited }) => cited.rule),
  ...Object.values(MANDATORY_PERMITS).map(({ rule }) => rule),
  ...POLICIES.flatMap(({ id, tell }) => (tell === 'auditor' ? [id] : [])),
]);

/** Rules of a decision that was recorded, by their ids, as its caller was told them (`callerCitations`). */
export function toldRules(recorded: readonly string[]): readonly string[] {
  const told = recorded.filter((rule) => !FOR_AUDITORS.has(rule));
  return told.length === recorded.length ? told : [LABEL.rule, ...told];
}
