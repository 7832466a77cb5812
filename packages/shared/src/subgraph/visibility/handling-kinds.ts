import type { HandlingNumber } from '../../brands.js';
import { handlingAt } from '../../labels/handling-at.js';
import type { Handling } from '../../labels/label.js';

/** Where the text of a handling is known by its small integer. */
export interface KnownHandlings {
  byId(id: HandlingNumber): Handling | undefined;
}

const kinds = new WeakMap<Handling, string>();

/**
 * Of the handlings of many rows one for each thing that they say of their rows' existence: its mark, its maker, and whether
 * it was made for exercises. Ten thousand posts differ in every handling and in hardly any of those.
 */
export function oneOfEachKind(ids: Iterable<HandlingNumber>, known: KnownHandlings): HandlingNumber[] {
  const least = new Map<string, HandlingNumber>();
  for (const id of ids) {
    const handling = known.byId(id);
    // One that is unknown stands for itself: the gateway denies what it is told of under it.
    const kind = handling === undefined ? `${id}` : kindOf(handling);
    const other = least.get(kind);
    if (other === undefined || id < other) least.set(kind, id);
  }
  return [...least.values()].sort((a, b) => a - b);
}

function kindOf(handling: Handling): string {
  const known = kinds.get(handling);
  if (known !== undefined) return known;
  const { owner, tags } = handling.record;
  const { label } = handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0);
  const made = `${owner.slice(0, owner.indexOf('.'))} ${label.text} ${tags.has('synthetic')}`;
  kinds.set(handling, made);
  return made;
}
