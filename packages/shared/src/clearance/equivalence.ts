import { NEVER } from '../calendar.js';
import type { Instant } from '../clock.js';
import type { Rank } from '../labels/label.js';
import { levelAtOrAbove, levelChangesOf } from '../labels/marking-levels.js';
import { EQUIVALENCE_ROWS } from './equivalence-rows.js';

interface DatedRank {
  readonly rank: Rank;
  readonly from: Instant;
  readonly to: Instant;
}

const rowsByPair = indexByPair();

/**
 * The rank that a clearance under `handling` needs for information marked `level` under `owner`; null when no row
 * in force compares the two, and then no clearance of that policy is enough. A level that its own policy does not have
 * is protected as the next one up, so that a clearance at the gap serves as the next one down.
 */
export function equivalentRank(owner: string, level: Rank, handling: string, at: Instant): Rank | null {
  if (level === 0) return 0;
  if (owner === handling) return levelAtOrAbove(owner, level, at)?.rank ?? level;
  const rows = rowsByPair.get(keyOf(owner, level, handling)) ?? [];
  return rows.find(({ from, to }) => from <= at && at < to)?.rank ?? null;
}

/** The next instant at which a row of this pair comes into force or lapses. */
export function nextEquivalenceChange(owner: string, level: Rank, handling: string, after: Instant): Instant {
  const changes =
    owner === handling ? levelChangesOf(owner).map((day) => Date.parse(day)) : rowChanges(owner, level, handling);
  return Math.min(NEVER, ...changes.filter((change) => change > after));
}

function rowChanges(owner: string, level: Rank, handling: string): Instant[] {
  return (rowsByPair.get(keyOf(owner, level, handling)) ?? []).flatMap(({ from, to }) => [from, to]);
}

function indexByPair(): Map<string, DatedRank[]> {
  const index = new Map<string, DatedRank[]>();
  for (const { owner, level, handling, rank, from, to } of EQUIVALENCE_ROWS) {
    const key = keyOf(owner, level, handling);
    const row = { rank, from: Date.parse(from), to: to === null ? NEVER : Date.parse(to) };
    index.set(key, [...(index.get(key) ?? []), row]);
  }
  return index;
}

function keyOf(owner: string, level: Rank, handling: string): string {
  return `${owner}:${level}>${handling}`;
}
