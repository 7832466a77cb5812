import type { Access } from './entry.js';
import { ACCESS_ITEMS_MAX } from './entry.js';
import { type FoldedAccess, foldAccess, foldBy, type NamedAccess, unfoldAccess } from './folded-access.js';
import { type SpelledAccess, spellAccess } from './spelled-access.js';

type Item = readonly [string, string | null, number, string, readonly string[]];

/** An item of `access` as it is read: coordinate, handling digest (in a total `r:` and the rank), count, decision, rules, and acts where it rests on any. */
export type AccessRow = Item | readonly [...Item, readonly string[]];

/** The whole list, as an entry has it. */
export const listAccess = (access: readonly Access[], spell: (handlingText: string | null) => string): SpelledAccess =>
  spellAccess(
    foldBy(access, ({ handlingText }) => handlingText),
    spell,
  );

/** A folded list as rows. */
export function rowsOf(folded: FoldedAccess): AccessRow[] {
  return Array.from(unfoldAccess(folded), ({ coordinate, handling, count, decision, rules, acts }) => {
    const item = [coordinate, handling, count, decision, rules] as const;
    return acts.length === 0 ? item : [...item, acts];
  });
}

type Kept = Pick<Access, 'coordinate' | 'rules'>;

/** Ways to say less in the leaf, from the finest on; what they leave out is in the sidecar. */
const TOTALS: readonly ((item: Access) => Kept)[] = [
  ({ coordinate, rules }) => ({ coordinate, rules }),
  ({ rules }) => ({ coordinate: '*', rules }),
  () => ({ coordinate: '*', rules: [] }),
];

/**
 * Totals by coordinate, highest rank, decision and rules.
 * Gives the finest that fit in `bytes`; the coarsest, by rank and decision, bound the entry whatever the answer was.
 */
export function totalAccess(access: readonly Access[], bytes: number): SpelledAccess {
  let spelled = spellAccess(foldAccess([]));
  for (const keep of TOTALS) {
    const totals = sumAccess(access, keep);
    spelled = spellAccess(foldAccess(totals));
    if (totals.length <= ACCESS_ITEMS_MAX && Buffer.byteLength(JSON.stringify(spelled)) <= bytes) break;
  }
  return spelled;
}

function sumAccess(access: readonly Access[], keep: (item: Access) => Kept): NamedAccess[] {
  const totals = new Map<string, { item: Access; kept: Kept; count: number }>();
  for (const item of access) {
    const kept = keep(item);
    const key = JSON.stringify([kept.coordinate, item.rank, item.decision, kept.rules]);
    const total = totals.get(key);
    if (total === undefined) totals.set(key, { item, kept, count: item.count });
    else total.count += item.count;
  }
  return Array.from(totals.values(), ({ item: { rank, decision }, kept, count }) => ({
    ...kept,
    handling: `r:${rank}`,
    count,
    decision,
    acts: [],
  }));
}
