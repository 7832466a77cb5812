import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { ActKind } from '@chancery/shared/vocabulary';
import { MANDATORY_LIFTS } from './lifts.js';

/** What the acts of a snapshot that lift anything name, when they are addressed to one State. */
interface Reach {
  readonly missions: Set<string>;
  readonly keys: Set<string>;
  readonly persons: Set<string>;
}

const LIFTING: ReadonlySet<ActKind> = new Set(MANDATORY_LIFTS.flatMap(({ acts }) => acts));
const ALL = '*';

/** What the acts of a snapshot that lift anything name, by the State that they are addressed to. */
export type LiftingReach = ReadonlyMap<string, Reach>;

/** Works out the reach of a snapshot's acts. */
export function liftingReach(snapshot: Snapshot): LiftingReach {
  const made = new Map<string, Reach>();
  for (const { kind, to, scope } of snapshot.acts) {
    if (!LIFTING.has(kind)) continue;
    const reach = made.get(to.represents) ?? { missions: new Set(), keys: new Set(), persons: new Set() };
    made.set(to.represents, reach);
    for (const mission of scope.missions) reach.missions.add(mission);
    for (const key of scope.keys) reach.keys.add(key);
    for (const person of scope.persons) reach.persons.add(person);
  }
  return made;
}

function names(reach: Reach | undefined, { missions, key, who }: RecordMarks): boolean {
  if (reach === undefined) return false;
  if (who !== null && reach.persons.has(who)) return true;
  if (key !== null && (reach.keys.has(key) || reach.keys.has(ALL))) return true;
  if (missions.length === 0) return false;
  return reach.missions.has(ALL) || missions.some((mission) => reach.missions.has(mission));
}

/** Whether any act could lift a bar of the record for a State: of most records none does, and that is told at once. */
export function couldBeLifted(reach: LiftingReach, represents: string, record: RecordMarks): boolean {
  return reach.size > 0 && (names(reach.get(represents), record) || names(reach.get(ALL), record));
}
