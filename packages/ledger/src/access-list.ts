import { handlingDigest } from './digest.js';
import { ACCESS_ITEMS_MAX, type Access } from './entry.js';

type Item = readonly [string, string | null, number, string, readonly string[]];

/** An item of `access` in an entry: coordinate, handling digest (in a total `r:` and the rank), count, decision, rules, and acts where it rests on any. */
export type AccessRow = Item | readonly [...Item, readonly string[]];

/** The whole list, a row for each coordinate and handling. */
export function listAccess(access: readonly Access[]): AccessRow[] {
  return access.map(({ coordinate, handlingText, count, decision, rules, acts }) => {
    const digest = handlingText === null ? null : handlingDigest(handlingText);
    const item = [coordinate, digest, count, decision, rules] as const;
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
export function totalAccess(access: readonly Access[], bytes: number): AccessRow[] {
  let rows: AccessRow[] = [];
  for (const keep of TOTALS) {
    rows = sumAccess(access, keep);
    if (rows.length <= ACCESS_ITEMS_MAX && Buffer.byteLength(JSON.stringify(rows)) <= bytes) break;
  }
  return rows;
}

function sumAccess(access: readonly Access[], keep: (item: Access) => Kept): AccessRow[] {
  const totals = new Map<string, { item: Access; kept: Kept; count: number }>();
  for (const item of access) {
    const kept = keep(item);
    const key = JSON.stringify([kept.coordinate, item.rank, item.decision, kept.rules]);
    const total = totals.get(key);
    if (total === undefined) totals.set(key, { item, kept, count: item.count });
    else total.count += item.count;
  }
  return [...totals.values()].map(({ item, kept, count }) => [
    kept.coordinate,
    `r:${item.rank}`,
    count,
    item.decision,
    kept.rules,
  ]);
}
