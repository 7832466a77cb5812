import type { PolicyEngine } from '@chancery/policy/engine';
import { DecisionProfiles } from '@chancery/shared/clearance/decision-profile';
import type { Instant } from '@chancery/shared/clock';
import { LruCache } from '@chancery/shared/lru-cache';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { FieldPolicy } from '../../schema/field-policy.js';

/** The categories that nothing could open for a profile. */
export interface ClosedCategories {
  /** Equal for profiles to which the same categories are closed. */
  readonly key: string;
  isClosed(field: FieldPolicy): boolean;
}

/**
 * Tells what nothing in the vocabulary of handlings, facts and acts could open for a profile, so that it is never fetched. It does
 * not look at which records exist: a hidden row must not change a plan.
 */
export class CategoryCloser {
  readonly #alike = new DecisionProfiles();
  readonly #closed = new LruCache<string, ClosedCategories>(1_000);

  constructor(
    readonly engine: PolicyEngine,
    readonly categories: readonly Category[],
  ) {}

  closedFor(person: Profile, now: Instant, view: SnapshotView): ClosedCategories {
    const { profile, key } = this.#alike.of(person, now, view);
    return this.#closed.compute(key, () => {
      const closed = new Set(this.categories.filter((category) => !this.engine.couldOpen(profile, category)));
      return {
        key: [...closed].join(' '),
        isClosed: ({ category }) => category !== null && closed.has(category),
      };
    });
  }
}
