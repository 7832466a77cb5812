import { POLICIES } from '@chancery/policy/policies';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import type { DataKind } from '../register/data-kind.js';
import { PUBLISHED } from './published.js';

/** What the project itself permits, where no treaty or statute does. */
const CHARTER = 'CHY-';

/** The kinds of data that a rule governs; none of one that no policy holds. */
export const governedBy = (rule: string): readonly Category[] =>
  POLICIES.find(({ id }) => id === rule)?.categories ?? [];

/** Every kind of data, with the rules that govern it. */
export function kindRows(): ImportedRow<DataKind>[] {
  return CATEGORIES.map((reference) => {
    const about = POLICIES.filter(({ categories }) => categories.includes(reference));
    const ids = (effect: string): string[] => about.filter((policy) => policy.effect === effect).map(({ id }) => id);
    const permittedBy = ids('permit');
    return {
      handling: PUBLISHED,
      synthetic: false,
      reference,
      permittedBy,
      barredBy: ids('forbid'),
      owedBy: ids('duty'),
      isGap: permittedBy.every((id) => id.startsWith(CHARTER)),
    };
  });
}
