import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { followedEntry } from './followed-entry.js';

/** One disclosure, and what it obliges to. */
export interface Disclosed {
  readonly agency: string;
  readonly handling: string;
  readonly coordinate: string;
  readonly rule: string;
  readonly acts: readonly string[];
  /** Kinds of obligation, and after how many seconds each is due. */
  readonly owed: readonly (readonly [kind: string, seconds: number])[];
  /** False of an entry that names the rule of its obligations nowhere else. */
  readonly named?: boolean;
  /** How it was recorded, where that is not as disclosed. */
  readonly letter?: string;
}

const HANDLING = 'h:0000000000000001';

/** An entry in which something was disclosed, as it is followed. */
export function disclosingEntry(
  { agency, handling, coordinate, rule, acts, owed, named = true, letter = 'A' }: Disclosed,
  { logId, index, at }: { readonly logId: number; readonly index: number; readonly at: number },
): FollowedEntry {
  const { entry, ...followed } = followedEntry(index, agency);
  const rules = named ? ['CHY-TEST', rule] : ['CHY-TEST'];
  return {
    ...followed,
    logId,
    handlings: new Map([[HANDLING, handling]]),
    access: [[coordinate, HANDLING, 1, letter, rules, acts]],
    entry: {
      ...entry,
      time: at,
      now: at,
      basis: { ...entry.basis, acts: [...acts] },
      obligations: owed.map(([kind, seconds]): [string, number, string] => [kind, at + seconds * 1_000, rule]),
    },
  };
}
