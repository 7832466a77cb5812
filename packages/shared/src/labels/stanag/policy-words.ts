import type { Instant } from '../../clock.js';
import type { Label, Rank } from '../label.js';
import { levelAtOrAbove, markOfRank } from '../marking-levels.js';
import { isRecipient } from '../marks/tables/recipients.js';
import { UnmarkableLabelError } from './unmarkable-label-error.js';

/** A policy of a label, in the words that a label of the standard has for it. */
export interface PolicyWords {
  readonly policy: string;
  readonly classification: string;
}

/** NATO's own policy names its levels without its name, which stands in the category `Context` (ADatP-4774, appendix 2). */
const LEVELS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] as const;

/**
 * The policies of a label, that of the record's maker first: it is the one of the originator. What no policy ranks is
 * unclassified under its maker's; what has nothing but a colour is under that of the Traffic Light Protocol.
 */
export function policyWordsOf(label: Label, maker: string | null, at: Instant): [PolicyWords, ...PolicyWords[]] {
  const [first, ...rest] = [...label.ranks]
    .sort(([a], [b]) => (a === maker ? -1 : b === maker ? 1 : a < b ? -1 : 1))
    .map(([policy, rank]) => ({ policy, classification: classificationOf(label, policy, rank, at) }));
  if (first !== undefined) return [first, ...rest];
  if (maker !== null && isRecipient(maker)) {
    return [{ policy: maker, classification: classificationOf(label, maker, 0, at) }];
  }
  if (label.tlp !== null) return [{ policy: 'TLP', classification: label.tlp }];
  throw new UnmarkableLabelError(label.text, 'it is under no policy');
}

/** What is protected under policies that must not be named. */
export function unnamedLevel({ ranks }: Label): string {
  return LEVELS[Math.max(...ranks.values()) as Rank];
}

function classificationOf(label: Label, policy: string, rank: Rank, at: Instant): string {
  if (policy === 'NATO') return LEVELS[rank];
  if (rank === 0) return markOfRank(policy, rank, at) ?? LEVELS[rank];
  // A level that its owner lacks is protected as the next one up.
  const level = levelAtOrAbove(policy, rank, at);
  const mark = level === null ? null : markOfRank(policy, level.rank, at);
  if (mark === null)
    throw new UnmarkableLabelError(label.text, `no words of \`${policy}\` are known for its level ${rank}`);
  return mark;
}
