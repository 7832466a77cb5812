import type { Category, Coordinate } from '@chancery/shared/vocabulary';

/** What the supergraph says of one coordinate. */
export interface FieldPolicy {
  /** Position in the coordinate table, from 0. */
  readonly index: number;
  readonly coordinate: Coordinate;
  /** Null when the coordinate is exempt (id, __typename, edges, node, cursor, pageInfo and its fields). */
  readonly category: Category | null;
  /** Least handling rank, under the row's own policy. */
  readonly floor: number;
  /** A denial may hide it: it is absent in many visible rows. */
  readonly optional: boolean;
}
