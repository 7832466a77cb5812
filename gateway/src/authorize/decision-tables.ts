import type { PolicyEngine } from '@chancery/policy/engine';
import { LruCache } from '@chancery/shared/lru-cache';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { DecisionTable } from './decider.js';

const PROFILES_MAX = 256;

/** The decision tables of the profiles seen last. The key holds every input of a decision but the handling and the time. */
export class DecisionTables {
  readonly #tables = new LruCache<string, DecisionTable>(PROFILES_MAX);

  tableFor(engine: PolicyEngine, profileDigest: string, profile: Profile, view: SnapshotView): DecisionTable {
    const key = `${engine.version} ${profileDigest} ${view.snapshot.digest} ${view.stale}`;
    return this.#tables.compute(key, () => new DecisionTable(engine, profile, view));
  }
}
