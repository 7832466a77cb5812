import { InternalError } from '../errors.js';
import type { Category, Coordinate } from '../vocabulary.js';
import { internHandling, internLabel } from './intern.js';
import type { Handling, Label, Rank } from './label.js';

/** What has been narrowed before, by floor; only coordinates with a portion of their own need an entry of their own. */
interface NarrowedOnce {
  readonly row: (Handling | undefined)[];
  readonly portions: Map<Coordinate, (Handling | undefined)[]>;
}

const NO_PORTIONS: ReadonlyMap<Coordinate, Label> = new Map();
const narrowedOnce: (NarrowedOnce | undefined)[] = [];

/**
 * A handling narrowed to one coordinate: its portion if it has one, else the row label, joined with the floor
 * of the field. A portion replaces the row label, up or down; only the originator sets one.
 */
export function handlingAt(handling: Handling, coordinate: Coordinate, category: Category, floor: number): Handling {
  if (floor === 0 && handling.portions.size === 0) return handling;
  const target = targetOf(handling, coordinate, category);
  const known = slotsOf(handling, target);
  const narrowed = known[floor];
  if (narrowed !== undefined) return narrowed;

  const label = (target === null ? undefined : handling.portions.get(target)) ?? handling.label;
  const made = internHandling({
    label: raise(label, toFloor(floor), handling.record.owner),
    record: handling.record,
    portions: NO_PORTIONS,
  });
  known[floor] = made;
  return made;
}

/** The portion that a coordinate reads: its own, or for what the row's existence tells, that of EXISTENCE. */
function targetOf({ portions }: Handling, coordinate: Coordinate, category: Category): Coordinate | null {
  if (portions.has(coordinate)) return coordinate;
  return category === 'EXISTENCE' && portions.has('EXISTENCE') ? 'EXISTENCE' : null;
}

function slotsOf({ ordinal }: Handling, target: Coordinate | null): (Handling | undefined)[] {
  let once = narrowedOnce[ordinal];
  if (once === undefined) {
    once = { row: [], portions: new Map() };
    narrowedOnce[ordinal] = once;
  }
  if (target === null) return once.row;
  let slots = once.portions.get(target);
  if (slots === undefined) {
    slots = [];
    once.portions.set(target, slots);
  }
  return slots;
}

/** Raises every rank of a label to at least the floor; a label without a policy takes that of the owner's State. */
function raise(label: Label, floor: Rank, owner: string): Label {
  if (floor === 0) return label;
  const policies = label.ranks.size > 0 ? label.ranks : new Map<string, Rank>([[stateOf(owner), 0]]);
  const ranks = new Map([...policies].map(([policy, rank]): [string, Rank] => [policy, rank < floor ? floor : rank]));
  return internLabel({ ...label, ranks });
}

/** The State or organisation of an agency: `USA` of `USA.diplomatic-security`. */
function stateOf(agency: string): string {
  return agency.slice(0, agency.indexOf('.'));
}

function toFloor(floor: number): Rank {
  if (floor === 0 || floor === 1 || floor === 2 || floor === 3 || floor === 4) return floor;
  throw new InternalError('INTERNAL', `floor \`${floor}\` is not a rank from 0 to 4`);
}
