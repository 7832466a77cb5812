import { STALE_AFTER_MS } from './current-snapshot.js';
import type { Snapshot } from './snapshot.js';
import { noteSuccession } from './snapshot-change.js';
import type { SnapshotSource } from './snapshot-source.js';
import { viewOf } from './snapshot-view.js';

/** A source that holds what it is given: for tests, and for embedding. */
export interface HeldSnapshot extends SnapshotSource {
  replace(snapshot: Snapshot): void;
  setStale(stale: boolean): void;
}

const KEPT = 4;

/** Holds a snapshot in memory, and the last few before it. */
export function holdSnapshot(first: Snapshot): HeldSnapshot {
  let current = first;
  let kept: readonly Snapshot[] = [first];
  let isStale = false;
  return {
    view: () => viewOf(current, isStale),
    at: (number, digest) => {
      const found = kept.find((snapshot) => snapshot.number === number && snapshot.digest === digest);
      return found === undefined ? null : viewOf(found, isStale);
    },
    lagMs: () => (isStale ? STALE_AFTER_MS + 1 : 0),
    replace: (snapshot) => {
      noteSuccession(current, snapshot);
      current = snapshot;
      kept = [snapshot, ...kept].slice(0, KEPT);
    },
    setStale: (stale) => {
      isStale = stale;
    },
  };
}
