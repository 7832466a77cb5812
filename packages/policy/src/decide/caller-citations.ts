import type { Citation, Decision } from '../decision.js';

/** What a caller is told instead of the label rule that barred it. */
const GENERIC: Citation = Object.freeze({ rule: 'LABEL', instrument: 'CHANCERY', article: 'label' });

/** The citations that the caller may be told; the ledger keeps the full set. */
export function callerCitations({ code, citations }: Pick<Decision, 'code' | 'citations'>): readonly Citation[] {
  const told = citations
    .filter(({ tell }) => tell === 'caller')
    .map(({ rule: id, instrument, article }): Citation => ({ rule: id, instrument, article }));
  // The rule that failed to evaluate is our fault, and none of the caller's business.
  if (code === 'POLICY_ERROR') return told;
  return citations.some(({ tell }) => tell === 'auditor') ? [GENERIC, ...told] : told;
}
