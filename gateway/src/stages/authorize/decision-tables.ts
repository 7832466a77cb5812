import type { PolicyEngine } from '@chancery/policy/engine';
import { DecisionProfiles } from '@chancery/shared/clearance/decision-profile';
import type { Instant } from '@chancery/shared/clock';
import { LruCache } from '@chancery/shared/lru-cache';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { DecisionTable } from './decider.js';

const PROFILES_MAX = 256;

/** The decision tables of the profiles seen last, shared by persons who are decided alike. The key holds every input of a decision but the handling and the time. */
export class DecisionTables {
  readonly #alike = new DecisionProfiles();
  readonly #tables = new LruCache<string, DecisionTable>(PROFILES_MAX);

  tableFor(engine: PolicyEngine, person: Profile, now: Instant, view: SnapshotView): DecisionTable {
    const { profile, key } = this.#alike.of(person, now, view);
    return this.#tables.compute(
      `${engine.version} ${key} ${view.snapshot.digest} ${view.stale}`,
      () => new DecisionTable(engine, profile, view),
    );
  }
}
