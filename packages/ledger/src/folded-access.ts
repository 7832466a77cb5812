import { InternalError } from '@chancery/shared/errors';
import type { AccessDecision } from './entry.js';

/** One decision as it is folded: its handling by the digest, or in a total by `r:` and the rank. */
export interface NamedAccess {
  readonly coordinate: string;
  readonly handling: string | null;
  readonly count: number;
  readonly decision: AccessDecision;
  readonly rules: readonly string[];
  readonly acts: readonly string[];
}

/** Rules that decided, and acts where the decision rests on any. */
export type FoldedRules = readonly [readonly string[]] | readonly [readonly string[], readonly string[]];

/**
 * A list of access with each thing said once: of a hundred decisions on one answer most have the same rules, and the fields of a
 * type the same handlings as often. An item is the place of its rules, the decision, the place of its counts, and every coordinate
 * that was decided so; counts are the place of a handling and how often, in turn.
 */
export interface FoldedAccess {
  readonly rules: readonly FoldedRules[];
  readonly handlings: readonly (string | null)[];
  readonly counts: readonly (readonly number[])[];
  readonly items: readonly FoldedItem[];
}

type FoldedItem = readonly [rules: number, decision: AccessDecision, counts: number, coordinates: readonly string[]];

interface Group {
  readonly coordinate: string;
  readonly rules: number;
  readonly decision: AccessDecision;
  readonly counts: number[];
}

/** Places of things in the order in which they were met. */
class Places<T> {
  readonly #places = new Map<T, number>();

  placeOf(thing: T): number {
    const known = this.#places.get(thing);
    if (known !== undefined) return known;
    this.#places.set(thing, this.#places.size);
    return this.#places.size - 1;
  }

  toList(): T[] {
    return [...this.#places.keys()];
  }
}

/** Folds a list. What stands first in it stands first in its group, and groups in the order of their first item. */
export const foldAccess = (access: readonly NamedAccess[]): FoldedAccess => foldBy(access, ({ handling }) => handling);

/** The same for decisions whose handling is known otherwise. */
export function foldBy<Item extends Omit<NamedAccess, 'handling'>>(
  access: readonly Item[],
  handlingOf: (item: Item) => string | null,
): FoldedAccess {
  const rules = new Rules();
  const handlings = new Places<string | null>();
  const groups = new Groups();
  for (const item of access) {
    const { coordinate, count, decision } = item;
    // The one thing in an item that its type does not keep to what can be read back.
    if (!Number.isSafeInteger(count) || count < 0) throw new InternalError('INTERNAL', `a count of ${count}`);
    const ofRules = rules.placeOf(item.rules, item.acts);
    groups.add(coordinate, ofRules, decision, handlings.placeOf(handlingOf(item)), count);
  }
  return { rules: rules.toList(), handlings: handlings.toList(), ...shareCounts(groups.inOrder) };
}

/** Groups by coordinate, rules and decision; of one coordinate there are few. */
class Groups {
  readonly inOrder: Group[] = [];
  readonly #byCoordinate = new Map<string, Group[]>();

  /** Adds to the group of a coordinate how often it was decided so under the handling of a place. */
  add(coordinate: string, rules: number, decision: AccessDecision, handling: number, count: number): void {
    const ofCoordinate = this.#byCoordinate.get(coordinate);
    for (const group of ofCoordinate ?? []) {
      if (group.rules === rules && group.decision === decision) return void group.counts.push(handling, count);
    }
    // Most groups are alone and counted once: a list that begins empty makes room for many more.
    const group: Group = { coordinate, rules, decision, counts: [handling, count] };
    if (ofCoordinate === undefined) this.#byCoordinate.set(coordinate, [group]);
    else ofCoordinate.push(group);
    this.inOrder.push(group);
  }
}

/** Coordinates with the same rules, decision and counts become one item. */
function shareCounts(groups: Iterable<Group>): Pick<FoldedAccess, 'counts' | 'items'> {
  const counts = new Map<string, { readonly place: number; readonly list: readonly number[] }>();
  const items = new Map<string, [number, AccessDecision, number, string[]]>();
  for (const { coordinate, rules, decision, counts: list } of groups) {
    const text = list.join();
    let shared = counts.get(text);
    if (shared === undefined) {
      shared = { place: counts.size, list };
      counts.set(text, shared);
    }
    const key = `${rules} ${decision} ${shared.place}`;
    const item = items.get(key);
    if (item === undefined) items.set(key, [rules, decision, shared.place, [coordinate]]);
    else item[3].push(coordinate);
  }
  return { counts: [...counts.values()].map(({ list }) => list), items: [...items.values()] };
}

/** Sets of rules and acts; the lists of equal decisions are most often one object. */
class Rules {
  readonly #byList = new Map<readonly string[], number>();
  readonly #byText = new Places<string>();
  readonly #folded: FoldedRules[] = [];

  placeOf(ids: readonly string[], acts: readonly string[]): number {
    if (acts.length > 0) return this.#placeOfText(ids, acts);
    const known = this.#byList.get(ids);
    if (known !== undefined) return known;
    const place = this.#placeOfText(ids, acts);
    this.#byList.set(ids, place);
    return place;
  }

  #placeOfText(ids: readonly string[], acts: readonly string[]): number {
    const place = this.#byText.placeOf(JSON.stringify([ids, acts]));
    this.#folded[place] ??= acts.length === 0 ? [ids] : [ids, acts];
    return place;
  }

  toList(): readonly FoldedRules[] {
    return this.#folded;
  }
}

/** The list that was folded, each decision by itself; throws where a place is not one. */
export function* unfoldAccess(folded: FoldedAccess): Generator<NamedAccess> {
  for (const [rulesPlace, decision, countsPlace, coordinates] of folded.items) {
    const [rules, acts = []] = itemAt(folded.rules, rulesPlace);
    const counts = itemAt(folded.counts, countsPlace);
    if (counts.length % 2 !== 0) throw new RangeError('a handling without a count');
    for (const coordinate of coordinates) {
      for (let at = 0; at < counts.length; at += 2) {
        const handling = itemAt(folded.handlings, itemAt(counts, at));
        yield { coordinate, handling, count: itemAt(counts, at + 1), decision, rules, acts };
      }
    }
  }
}

function itemAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new RangeError(`no place ${place}`);
  return item;
}
