import { ACT_KINDS, type ActKind } from '@chancery/shared/vocabulary';
import type { CitedRule } from '../decision.js';
import { minimalTransversals } from './minimal-sets.js';

/**
 * The acts that would lift what the caller is told of: those of some least set that lifts all of it. Rules told to auditors alone
 * have no say, or this would betray them; and one bar that nothing lifts makes every act useless.
 */
export function liftingActs(citations: readonly CitedRule[]): readonly ActKind[] {
  const told = citations.filter(({ tell }) => tell === 'caller');
  if (told.length === 0) return [];
  const clauses = told.map(({ liftedBy }) => liftedBy.map((kind) => ACT_KINDS.indexOf(kind)));
  const useful = new Set(minimalTransversals(clauses).flatMap((choice) => [...choice]));
  return ACT_KINDS.filter((_, index) => useful.has(index)).sort();
}
