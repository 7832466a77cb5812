import { WriteDenied } from '../../errors.js';

/** What a rule says of a write: a verdict of the policy package, which this one does not know. */
export type WriteVerdict =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly rule: string; readonly reason: string };

/** Throws WRITE_DENIED with the rule that refuses. */
export function checkVerdict(verdict: WriteVerdict): void {
  if (!verdict.accepted) throw new WriteDenied(verdict.reason, [verdict.rule]);
}
