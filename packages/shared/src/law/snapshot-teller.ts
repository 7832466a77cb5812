import type { Clock } from '../clock.js';
import type { CurrentSnapshot } from '../snapshot/current-snapshot.js';
import { snapshotText } from '../snapshot/seal-snapshot.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { differenceOf } from '../snapshot/snapshot-difference.js';
import { SignedTeller } from './signed-exchange.js';
import { SNAPSHOTS, type SnapshotQuestion, snapshotQuestionShape } from './snapshot-wire.js';

/** What is told, and how one hears that there is something new. */
export interface ToldSnapshot {
  readonly current: CurrentSnapshot;
  /** Resolves when there is something new, when so many milliseconds have passed, or at the signal. */
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells whoever follows the law what it is now: by what has changed since what it holds, as soon as it has changed. */
export function tellSnapshot(told: ToldSnapshot, key: Uint8Array, clock?: Clock): SignedTeller<SnapshotQuestion> {
  const { current } = told;
  async function textFor({ held, waitMs }: SnapshotQuestion, over: AbortSignal): Promise<string> {
    const startedAt = performance.now();
    const isHeld = (newest: Snapshot | null): boolean =>
      held !== null && newest?.number === held.number && newest.digest === held.digest;
    if (isHeld(current.newest)) await told.changed(waitMs, over);
    const newest = current.view().snapshot;
    const times = { ageMs: Math.max(0, current.lagMs()), waitedMs: performance.now() - startedAt };
    if (isHeld(newest)) return JSON.stringify({ kind: 'SAME', ...times });
    const { number, digest } = newest;
    const before = held === null ? null : current.kept(held.digest);
    if (before !== null) {
      return JSON.stringify({ kind: 'CHANGED', ...times, number, digest, difference: differenceOf(before, newest) });
    }
    // The canonical text is at hand, and long.
    const head = JSON.stringify({ kind: 'WHOLE', ...times, number, digest }).slice(0, -1);
    return `${head},"content":${snapshotText(newest)}}`;
  }
  return new SignedTeller({
    of: SNAPSHOTS,
    key,
    shape: snapshotQuestionShape,
    textFor,
    ...(clock === undefined ? {} : { clock }),
  });
}
