import type { HandlingNumber, Sha256 } from '../../brands.js';
import { DecisionProfiles } from '../../clearance/decision-profile.js';
import type { Handling } from '../../labels/label.js';
import { LruCache } from '../../lru-cache.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { changesBefore, type SnapshotChange } from '../../snapshot/snapshot-change.js';
import type { Viewer } from './viewer.js';
import { carryOver, type DecisionParts, type KeptDecisions, ViewerMasks } from './viewer-masks.js';

const PROFILES_MAX = 256;

/** Keeps what was decided for the profiles seen last, until a dated input can flip it; persons who are decided alike share it. */
export class Visibility {
  readonly #profiles = new LruCache<string, KeptDecisions>(PROFILES_MAX);
  readonly #alike = new DecisionProfiles();
  readonly #parts: DecisionParts;

  constructor(parts: DecisionParts) {
    this.#parts = parts;
  }

  masksFor(viewer: Viewer): ViewerMasks {
    const { snapshot, stale } = viewer.view;
    const { profile, key } = this.#alike.of(viewer.profile, viewer.now, viewer.view);
    const keyUnder = (digest: Sha256): string => `${key} ${digest} ${stale}`;
    const kept = this.#profiles.compute(keyUnder(snapshot.digest), () =>
      // What is UNKNOWN is decided for the moment alone.
      stale ? new Map() : this.#carriedTo(snapshot, keyUnder),
    );
    return new ViewerMasks(this.#parts, { ...viewer, profile }, kept);
  }

  /** A new snapshot clears what its changes name, and leaves what was decided of all other handlings. */
  #carriedTo(snapshot: Snapshot, keyUnder: (digest: Sha256) => string): KeptDecisions {
    const changes: SnapshotChange[] = [];
    for (const change of changesBefore(snapshot)) {
      changes.push(change);
      const earlier = this.#profiles.get(keyUnder(change.since));
      if (earlier === undefined) continue;
      const isTouched = this.#parts.decisions.touchedBy?.(changes) ?? null;
      return isTouched === null ? new Map() : carryOver(earlier, this.#idsOf(isTouched));
    }
    return new Map();
  }

  #idsOf(isTouched: (handling: Handling) => boolean): HandlingNumber[] {
    const all = this.#parts.handlings.all();
    return [...all].filter(([, handling]) => isTouched(handling)).map(([id]) => id);
  }
}
