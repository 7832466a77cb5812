import type { PolicyEngine } from '@chancery/policy/engine';
import type { Sha256 } from '@chancery/shared/brands';
import { DecisionProfiles } from '@chancery/shared/clearance/decision-profile';
import type { Instant } from '@chancery/shared/clock';
import { LruCache } from '@chancery/shared/lru-cache';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { changesBefore, type SnapshotChange } from '@chancery/shared/snapshot/snapshot-change';
import type { Profile } from '@chancery/shared/subjects/subject';
import { DecisionTable } from './decider.js';

const PROFILES_MAX = 256;

/** The decision tables of the profiles seen last, shared by persons who are decided alike. The key holds every input of a decision but the handling and the time. */
export class DecisionTables {
  readonly #alike = new DecisionProfiles();
  readonly #tables = new LruCache<string, DecisionTable>(PROFILES_MAX);

  tableFor(engine: PolicyEngine, person: Profile, now: Instant, view: SnapshotView): DecisionTable {
    const { profile, key } = this.#alike.of(person, now, view);
    const keyUnder = (digest: Sha256): string => `${engine.version} ${key} ${digest} ${view.stale}`;
    return this.#tables.compute(keyUnder(view.snapshot.digest), () => {
      const table = new DecisionTable(engine, profile, view);
      // What is UNKNOWN is decided for the moment alone.
      if (!view.stale) this.#succeed(table, engine, view, keyUnder);
      return table;
    });
  }

  /** A new snapshot clears what its changes name, and leaves what was decided of all other records. */
  #succeed(
    table: DecisionTable,
    engine: PolicyEngine,
    { snapshot }: SnapshotView,
    keyUnder: (digest: Sha256) => string,
  ): void {
    const changes: SnapshotChange[] = [];
    for (const change of changesBefore(snapshot)) {
      changes.push(change);
      const earlier = this.#tables.get(keyUnder(change.since));
      if (earlier === undefined) continue;
      const isTouched = engine.touchedBy(changes);
      if (isTouched !== null) table.takeOver(earlier, isTouched);
      return;
    }
  }
}
