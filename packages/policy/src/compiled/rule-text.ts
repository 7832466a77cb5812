/** What is told of a rule to whoever meets its id in an answer or on the ledger. */
export interface RuleText {
  /** The source as the register cites it, `VCDR art 22(1)`. */
  readonly citation: string;
  /** Null for a rule that no policy holds. */
  readonly instrument: string | null;
  readonly article: string | null;
  readonly title: string | null;
  /** The rule in the project's own words, which are no legal advice. */
  readonly summary: string;
  readonly effect: 'PERMIT' | 'FORBID' | 'OBLIGATION';
  /** First day in force, YYYY-MM-DD. */
  readonly inForce: string | null;
  /** Whether the text of the source was read; otherwise it is from memory or from a transposition. */
  readonly checked: boolean;
}
