import type { Instant } from '../clock.js';
import type { SnapshotView } from './snapshot.js';

/** Where the gateway and the subgraphs get the facts and acts that they decide by. */
export interface SnapshotSource {
  /** The newest snapshot, stale when its holder has not confirmed it within 5 s. */
  view(now: Instant): SnapshotView;
  /** One of the last few snapshots, for a call that was decided under it; null when it is not held. */
  at(number: number, digest: string): SnapshotView | null;
  /** How long ago its holder last knew it to be current. */
  lagMs(): number;
  /** Where this process has just stood still, asks once more before what it holds is called stale; else there is nothing to wait for. */
  settle?(): Promise<void>;
}
