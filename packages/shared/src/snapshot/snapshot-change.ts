import type { Sha256 } from '../brands.js';
import type { Act, Fact, Snapshot } from './snapshot.js';

/** What one snapshot says otherwise than the one before it. */
export interface SnapshotChange {
  /** Digest of the one before. */
  readonly since: Sha256;
  /** Register keys of the missions whose facts differ. */
  readonly missions: ReadonlySet<string>;
  /** Acts that stand in one of the two alone; an act that was changed stands here as it was and as it is. */
  readonly acts: readonly Act[];
}

/** Snapshots back that what was kept can be carried over from. */
const CHANGES_MAX = 8;
const changes = new WeakMap<Snapshot, readonly SnapshotChange[]>();

/** How a snapshot came to be, the newest change first; nothing of one that follows no other. */
export const changesBefore = (snapshot: Snapshot): readonly SnapshotChange[] => changes.get(snapshot) ?? [];

/** Notes that a snapshot follows another. */
export function noteSuccession(previous: Snapshot, next: Snapshot): void {
  const change = {
    since: previous.digest,
    missions: changedMissions(previous.facts, next.facts),
    acts: changedActs(previous.acts, next.acts),
  };
  changes.set(next, [change, ...changesBefore(previous)].slice(0, CHANGES_MAX));
}

function changedMissions(before: readonly Fact[], after: readonly Fact[]): Set<string> {
  return before === after ? new Set() : new Set(differing(before, after).map(({ m }) => m));
}

const changedActs = (before: readonly Act[], after: readonly Act[]): readonly Act[] => differing(before, after);

/** What stands in one of two lists alone. */
function differing<T extends object>(before: readonly T[], after: readonly T[]): readonly T[] {
  const [old, young] = [new Set(before), new Set(after)];
  // Most are one object in both; of the others, some only say the same.
  const [gone, come] = [before.filter((each) => !young.has(each)), after.filter((each) => !old.has(each))];
  const texts = (list: readonly T[]) => new Map(list.map((each): [string, T] => [JSON.stringify(each), each]));
  const [goneTexts, comeTexts] = [texts(gone), texts(come)];
  return [
    ...[...goneTexts].filter(([text]) => !comeTexts.has(text)),
    ...[...comeTexts].filter(([text]) => !goneTexts.has(text)),
  ].map(([, each]) => each);
}
