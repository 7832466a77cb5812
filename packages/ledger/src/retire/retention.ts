import type { Instant } from '@chancery/shared/clock';
import { HandlingSyntaxError } from '@chancery/shared/labels/handling-syntax-error';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { EntryKind } from '../entry.js';
import type { Entry } from '../parse-entry.js';

/**
 * For how many years an entry is kept at least, by what it tells. The project's own choice: which law sets which duration (LED 25, archives of a
 * State, limitation of claims) wants a lawyer.
 */
const RETENTION_YEARS = {
  /** That the gateway ran. */
  heartbeat: 1,
  /** What was asked and answered, up to restricted. */
  answer: 5,
  /** The same of records from confidential on. */
  classified: 10,
  /** What changed records, acts, policies or the ledger itself. */
  change: 10,
} as const;

/** From which rank an answer counts as classified. */
const CONFIDENTIAL = 2;
/** The longest that a year can be: an entry is rather kept a day more. */
const YEAR_MS = 366 * 86_400_000;
const UNKNOWN_RANK = 4;

const CHANGES: ReadonlySet<EntryKind> = new Set(['ATTEMPT', 'OUTCOME', 'ACT', 'POLICY', 'ERASURE', 'HEADS']);

/** Until when an entry is kept at least; `handlings` are the texts of its digests, and one that is not known counts as the highest. */
export function keptUntil(entry: Entry, handlings: ReadonlyMap<string, string>): Instant {
  return entry.time + RETENTION_YEARS[matterOf(entry, handlings)] * YEAR_MS;
}

function matterOf({ kind, access }: Entry, handlings: ReadonlyMap<string, string>): keyof typeof RETENTION_YEARS {
  if (kind === 'HEARTBEAT') return 'heartbeat';
  if (CHANGES.has(kind)) return 'change';
  const isClassified = access.some(([, handling]) => handling !== null && rankOf(handling, handlings) >= CONFIDENTIAL);
  return isClassified ? 'classified' : 'answer';
}

/** The highest rank of a handling; in a total it stands in place of the digest. */
function rankOf(handling: string, handlings: ReadonlyMap<string, string>): number {
  if (handling.startsWith('r:')) return Number(handling.slice('r:'.length));
  const text = handlings.get(handling);
  if (text === undefined) return UNKNOWN_RANK;
  try {
    const { label, portions } = parseHandling(text);
    return Math.max(0, ...[label, ...portions.values()].flatMap(({ ranks }) => [...ranks.values()]));
  } catch (error) {
    if (error instanceof HandlingSyntaxError) return UNKNOWN_RANK;
    throw error;
  }
}
