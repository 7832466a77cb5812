import type { Handling } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { SnapshotChange } from '@chancery/shared/snapshot/snapshot-change';
import type { ActKind } from '@chancery/shared/vocabulary';

/** Acts that are found by an instrument or a matter of agreement, and may bear on any record. */
const AT_LARGE: ReadonlySet<ActKind> = new Set<ActKind>(['AGREEMENT', 'PARTY_STATUS']);
const ALL = '*';

function isAtLarge({ kind, scope: { missions, keys, persons } }: Act): boolean {
  return AT_LARGE.has(kind) || [missions, keys, persons].some((names) => names.includes(ALL));
}

/**
 * Tells the records whose decisions changes of the snapshot may have touched; null when it may be any record.
 * Law: of a snapshot a decision reads facts and acts by what names its record (missions, scope key, person), and besides those only
 * agreements, the parties to instruments, and acts that name the profile's case, by which profiles are told apart.
 */
export function touchedBy(changes: readonly SnapshotChange[]): ((handling: Handling) => boolean) | null {
  const acts = changes.flatMap((change) => change.acts);
  if (acts.some(isAtLarge)) return null;
  const missions = new Set(changes.flatMap((change) => [...change.missions]));
  const [keys, persons] = [new Set<string>(), new Set<string>()];
  for (const { scope } of acts) {
    for (const mission of scope.missions) missions.add(mission);
    for (const key of scope.keys) keys.add(key);
    for (const person of scope.persons) persons.add(person);
  }
  return ({ record }) =>
    record.missions.some((mission) => missions.has(mission)) ||
    (record.key !== null && keys.has(record.key)) ||
    (record.who !== null && persons.has(record.who));
}
