/** What a rule says of an act, a label or a write before it is kept: the answer of every function named `check…`. */
export type Verdict =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      /** The rule that refuses. */
      readonly rule: string;
      /** Lower case, no full stop; what the writer said stands in backticks. */
      readonly reason: string;
    };

/** Nothing stands against it. */
export const ACCEPTED: Verdict = Object.freeze({ accepted: true });

/** One rule stands against it. */
export function refused(rule: string, reason: string): Verdict {
  return { accepted: false, rule, reason };
}

/** Whether a reference to an instrument, a measure or a ground says anything. */
export function isStated(text: string | null): text is string {
  return text !== null && text.trim() !== '';
}
