import type { Rank } from '../../label.js';
import type { MarkForm } from '../mark-form.js';

/** Words of the register for a classification level, by rank. */
export const LEVELS: Readonly<Record<MarkForm, readonly string[]>> = {
  banner: ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
  portion: ['U', 'R', 'C', 'S', 'TS'],
};

/** The lowest and the highest rank that a control stands with. */
export type RankRange = readonly [lowest: Rank, highest: Rank];

export const ANY_LEVEL: RankRange = [0, 4];
export const UNCLASSIFIED_ONLY: RankRange = [0, 0];
export const CLASSIFIED: RankRange = [2, 4];
export const SECRET_UP: RankRange = [3, 4];
export const TOP_SECRET_ONLY: RankRange = [4, 4];

/** Whether a rank lies in a range. */
export function isWithin(rank: Rank, [lowest, highest]: RankRange): boolean {
  return rank >= lowest && rank <= highest;
}

/** The rank at which the United States protect information: they have no level 1 (32 CFR 2001.54(d)). */
export function protectedRank(rank: Rank): Rank {
  return rank === 1 ? 2 : rank;
}

/** A range in words, for a refusal. */
export function rangeText([lowest, highest]: RankRange): string {
  const words = LEVELS.banner.slice(lowest, highest + 1).filter((word) => word !== 'RESTRICTED');
  return words.length === 1 ? `${words[0]} only` : `${words[0]} or higher`;
}
