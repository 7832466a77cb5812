import type { Instant } from '../clock.js';
import { NEVER, startOfDay } from './calendar.js';
import { EQUIVALENCE_ROWS } from './equivalence-rows.js';
import type { Rank } from './label.js';

interface DatedRank {
  readonly rank: Rank;
  readonly from: Instant;
  readonly to: Instant;
}

const rowsByPair = indexByPair();

/**
 * The rank that a clearance under `handling` needs for information marked `level` under `owner`; null when no row
 * in force compares the two, and then no clearance of that policy is enough.
 */
export function equivalentRank(owner: string, level: Rank, handling: string, at: Instant): Rank | null {
  if (owner === handling) return level;
  const rows = rowsByPair.get(keyOf(owner, level, handling)) ?? [];
  return rows.find(({ from, to }) => from <= at && at < to)?.rank ?? null;
}

/** The next instant at which a row of this pair comes into force or lapses. */
export function nextEquivalenceChange(owner: string, level: Rank, handling: string, after: Instant): Instant {
  const rows = rowsByPair.get(keyOf(owner, level, handling));
  if (rows === undefined) return NEVER;
  const changes = rows.flatMap(({ from, to }) => [from, to]);
  return Math.min(NEVER, ...changes.filter((change) => change > after));
}

function indexByPair(): Map<string, DatedRank[]> {
  const index = new Map<string, DatedRank[]>();
  for (const { owner, level, handling, rank, from, to } of EQUIVALENCE_ROWS) {
    const key = keyOf(owner, level, handling);
    const row = { rank, from: startOfDay(from), to: to === null ? NEVER : startOfDay(to) };
    index.set(key, [...(index.get(key) ?? []), row]);
  }
  return index;
}

function keyOf(owner: string, level: Rank, handling: string): string {
  return `${owner}:${level}>${handling}`;
}
