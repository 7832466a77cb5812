import { ClientError } from '@chancery/shared/errors';
import { TERM_KINDS, type TermKind } from '@chancery/shared/subgraph/aggregate/filter-of-terms';

/** Terms by kind: of each kind that has any, a record must meet one. */
export type Terms = Readonly<Record<TermKind, readonly string[]>>;

/** Terms of one requirement, of all kinds together. */
export const TERMS_MAX = 300;

/** How many terms there are; throws INPUT_INVALID where nothing could meet them, or they are too many. */
export function countTerms(terms: Terms): number {
  const count = TERM_KINDS.reduce((sum, kind) => sum + terms[kind].length, 0);
  // Without a term everything would be met: that is a subscription to all, and no requirement.
  if (count === 0) throw new ClientError('INPUT_INVALID', 'a requirement names at least one term', 'input');
  if (count <= TERMS_MAX) return count;
  throw new ClientError('INPUT_INVALID', `a requirement names at most ${TERMS_MAX} terms, not ${count}`, 'input');
}
