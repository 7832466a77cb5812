import { BitString } from '@chancery/shared/subgraph/visibility/bit-string';
import type { Masks } from '@chancery/shared/subgraph/visibility/viewer-masks';
import type { Coordinate } from '@chancery/shared/vocabulary';

/** Fields that a viewer may read on half of the rows that it sees. */
const PARTLY = ['Incident.type', 'Incident.fatalities'];

const STEP = 2_654_435_761;

/** Somebody who sees a share of all handlings. */
export interface BenchViewer {
  readonly share: number;
  readonly masks: Masks;
  readonly handlings: readonly number[];
  sees(handling: number): boolean;
  readsPartly(handling: number): boolean;
}

/** Who sees that share: some of the handlings, spread over all; each twice as many includes the one before. */
export function viewerOf(share: number, handlings: number): BenchViewer {
  const order = Array.from({ length: handlings }, (_, id) => id).sort((a, b) => spread(a) - spread(b));
  const seen = order.slice(0, Math.max(1, Math.round(share * handlings)));
  const partly = seen.filter((_, index) => index % 2 === 0);
  const [all, some] = [bitsOf(seen, handlings), bitsOf(partly, handlings)];
  const [sees, reads] = [new Set(seen), new Set(partly)];
  return {
    share,
    handlings: seen,
    sees: (handling) => sees.has(handling),
    readsPartly: (handling) => reads.has(handling),
    masks: {
      visible: () => all.toString(),
      seen: () => all,
      readable: (coordinate) => (PARTLY.includes(coordinate) ? some : all),
      known: () => handlings,
      heldUntil: () => Number.POSITIVE_INFINITY,
      mayRead: (coordinate, handling) => (PARTLY.includes(coordinate) ? reads : sees).has(handling),
    },
  };
}

/** Who sees some handlings, and reads all that is under them. */
export function viewerOfHandlings({
  seen,
  capacity,
}: {
  readonly seen: readonly number[];
  readonly capacity: number;
}): BenchViewer {
  const all = bitsOf(seen, capacity);
  const sees = new Set(seen);
  return {
    share: seen.length / capacity,
    handlings: seen,
    sees: (handling) => sees.has(handling),
    readsPartly: (handling) => sees.has(handling),
    masks: {
      visible: () => all.toString(),
      seen: () => all,
      readable: () => all,
      known: () => capacity,
      heldUntil: () => Number.POSITIVE_INFINITY,
      mayRead: (_, handling) => sees.has(handling),
    },
  };
}

/** Who sees all handlings, and reads one field under every second of them. */
export function whoReadsHalf(seen: readonly number[], field: Coordinate): BenchViewer {
  const whole = viewerOfHandlings({ seen, capacity: seen.length });
  const half = bitsOf(
    seen.filter((_, index) => index % 2 === 0),
    seen.length,
  );
  return {
    ...whole,
    masks: { ...whole.masks, readable: (coordinate) => (coordinate === field ? half : whole.masks.seen()) },
  };
}

const spread = (id: number): number => Math.imul(id + 1, STEP) >>> 0;

function bitsOf(ids: readonly number[], length: number): BitString {
  const bits = new BitString(length);
  for (const id of ids) bits.put(id, true);
  return bits;
}
