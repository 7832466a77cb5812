import type { Act, Fact, Snapshot, SnapshotView } from './snapshot.js';

interface SnapshotIndex {
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly byMission: ReadonlyMap<string, readonly Act[]>;
  readonly byKey: ReadonlyMap<string, readonly Act[]>;
  readonly byPerson: ReadonlyMap<string, readonly Act[]>;
  readonly onAllMissions: readonly Act[];
  readonly onAllKeys: readonly Act[];
}

interface Views {
  readonly fresh: SnapshotView;
  readonly stale: SnapshotView;
}

const NO_FACTS: readonly Fact[] = [];
const NO_ACTS: readonly Act[] = [];
const viewsOf = new WeakMap<Snapshot, Views>();

/** The view of a snapshot; indexed once a snapshot, and the same object each time. */
export function viewOf(snapshot: Snapshot, stale: boolean): SnapshotView {
  let views = viewsOf.get(snapshot);
  if (views === undefined) {
    const index = indexOf(snapshot);
    views = { fresh: makeView(snapshot, false, index), stale: makeView(snapshot, true, index) };
    viewsOf.set(snapshot, views);
  }
  return stale ? views.stale : views.fresh;
}

function makeView(snapshot: Snapshot, stale: boolean, index: SnapshotIndex): SnapshotView {
  return {
    snapshot,
    stale,
    factsOf: (mission) => index.facts.get(mission) ?? NO_FACTS,
    actsOn: (mission, key, person) => actsOn(index, mission, key, person),
  };
}

/** `*` means every mission or every key there is: a record that concerns no mission is not covered by all of them. */
function actsOn(
  index: SnapshotIndex,
  mission: string | null,
  key: string | null,
  person: string | null,
): readonly Act[] {
  const lists = [
    mission === null ? NO_ACTS : (index.byMission.get(mission) ?? NO_ACTS),
    mission === null ? NO_ACTS : index.onAllMissions,
    key === null ? NO_ACTS : (index.byKey.get(key) ?? NO_ACTS),
    key === null ? NO_ACTS : index.onAllKeys,
    person === null ? NO_ACTS : (index.byPerson.get(person) ?? NO_ACTS),
  ].filter((list) => list.length > 0);
  const [only, ...others] = lists;
  if (only === undefined) return NO_ACTS;
  return others.length === 0 ? only : [...new Set(lists.flat())];
}

// A snapshot that differs by its acts alone has the same list of facts.
const factIndices = new WeakMap<readonly Fact[], ReadonlyMap<string, readonly Fact[]>>();

/** A sealed snapshot is sorted by mission and day. */
function indexFacts(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const known = factIndices.get(facts);
  if (known !== undefined) return known;
  const made = new Map<string, Fact[]>();
  for (const fact of facts) append(made, fact.m, fact);
  factIndices.set(facts, made);
  return made;
}

function indexOf(snapshot: Snapshot): SnapshotIndex {
  const byMission = new Map<string, Act[]>();
  const byKey = new Map<string, Act[]>();
  const byPerson = new Map<string, Act[]>();
  // A sealed snapshot is sorted by act.
  for (const act of snapshot.acts) {
    for (const mission of act.scope.missions) append(byMission, mission, act);
    for (const key of act.scope.keys) append(byKey, key, act);
    for (const person of act.scope.persons) append(byPerson, person, act);
  }
  return {
    facts: indexFacts(snapshot.facts),
    byMission,
    byKey,
    byPerson,
    onAllMissions: byMission.get('*') ?? NO_ACTS,
    onAllKeys: byKey.get('*') ?? NO_ACTS,
  };
}

function append<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [item]);
  else list.push(item);
}
