import type { Citation, Decision } from '../decision.js';
import { LABEL } from './standing-citations.js';

/** The citations that the caller may be told; the ledger keeps the full set. */
export function callerCitations({ code, citations }: Pick<Decision, 'code' | 'citations'>): readonly Citation[] {
  const told = citations
    .filter(({ tell }) => tell === 'caller')
    .map(({ rule: id, instrument, article }): Citation => ({ rule: id, instrument, article }));
  // The rule that failed to evaluate is our fault, and none of the caller's business.
  if (code === 'POLICY_ERROR') return told;
  return citations.some(({ tell }) => tell === 'auditor') ? [LABEL, ...told] : told;
}
