import { NEVER, startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import type { Rank } from './label.js';
import type { MarkingLevel } from './levels/level-words.js';
import { MEMBER_LEVELS } from './levels/member-levels.js';
import { OTHER_LEVELS } from './levels/other-levels.js';

/**
 * The levels of each policy. A rank that is missing does not exist there: the United States and Belgium have no
 * rank 1, the United Kingdom and, since its reform, France no rank 2. Words of other policies that look alike say nothing.
 */
export const MARKING_LEVELS: readonly MarkingLevel[] = [...OTHER_LEVELS, ...MEMBER_LEVELS];

const levelsByPolicy = indexByPolicy();

/** The rank of a policy's own mark at an instant; null for a mark that it does not have then, whoever else has it. */
export function rankOfMark(policy: string, mark: string, at: Instant): Rank | null {
  return levelsAt(policy, at).find((level) => level.mark === mark)?.rank ?? null;
}

/** A policy's own mark for a rank at an instant; null where it has no such level. */
export function markOfRank(policy: string, rank: Rank, at: Instant): string | null {
  return levelsAt(policy, at).find((level) => level.rank === rank)?.mark ?? null;
}

/** The level of a policy at or next above a rank, by which a gap is protected; null when the policy is unknown. */
export function levelAtOrAbove(policy: string, rank: Rank, at: Instant): Pick<MarkingLevel, 'rank' | 'source'> | null {
  return levelsAt(policy, at).find((level) => level.rank >= rank) ?? null;
}

/** Days on which the levels of a policy change. */
export function levelChangesOf(policy: string): string[] {
  const days = MARKING_LEVELS.filter((level) => level.policy === policy).flatMap(({ from, to }) => [from, to]);
  return [...new Set(days)].filter((day) => day !== null).sort();
}

interface DatedLevel extends Pick<MarkingLevel, 'mark' | 'rank' | 'source'> {
  readonly since: Instant;
  readonly endsAt: Instant;
}

function levelsAt(policy: string, at: Instant): DatedLevel[] {
  return (levelsByPolicy.get(policy) ?? []).filter(({ since, endsAt }) => since <= at && at < endsAt);
}

/** From the lowest rank up. */
function indexByPolicy(): Map<string, DatedLevel[]> {
  const index = new Map<string, DatedLevel[]>();
  for (const { policy, mark, rank, from, to, source } of [...MARKING_LEVELS].sort((a, b) => a.rank - b.rank)) {
    const since = from === null ? -NEVER : startOfDay(from);
    const level = { mark, rank, source, since, endsAt: to === null ? NEVER : startOfDay(to) };
    index.set(policy, [...(index.get(policy) ?? []), level]);
  }
  return index;
}
