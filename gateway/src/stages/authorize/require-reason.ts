import { checkReason } from '@chancery/policy/writes/reading-reason';
import { HeaderError } from '@chancery/shared/errors';
import type { Category } from '@chancery/shared/vocabulary';
import { alternativesOf, type SelectionProjection } from '../rewrite/projection.js';

/** The kinds of data that an operation fetches; what is closed to its profile is not read and needs no reason. */
export function categoriesRead(projection: SelectionProjection): ReadonlySet<Category> {
  const categories = new Set<Category>();
  const walk = (selected: SelectionProjection): void => {
    for (const { policy, pruned, selection } of alternativesOf(selected).flatMap(({ fields }) => fields)) {
      if (pruned) continue;
      if (policy.category !== null) categories.add(policy.category);
      if (selection !== null) walk(selection);
    }
  };
  walk(projection);
  return categories;
}

/** Data of law enforcement is read only with a reason (LED 25(1)). Throws INPUT_INVALID. */
export function requireReason(categories: Iterable<Category>, reason: string | null): void {
  const verdict = checkReason(categories, reason);
  if (!verdict.accepted) throw new HeaderError('Chancery-Reason', verdict.reason);
}
