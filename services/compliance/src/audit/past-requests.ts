import { type FollowedEntry, followEntries } from '@chancery/ledger/follow-entries';
import type { PastRequest } from '@chancery/policy/replay/compare-past';
import type { Instant } from '@chancery/shared/clock';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { circumstancesFrom, type EntryCircumstances } from './entry-circumstances.js';

/** Which requests of the past are asked for; what is null is not asked about. */
export interface PastAsked {
  readonly since: Instant;
  readonly until: Instant;
  readonly agency: string | null;
}

/** The requests of a time, as the ledger has them, with what they were decided by. */
export async function* pastRequests(ledgerUrl: string, asked: PastAsked): AsyncGenerator<PastRequest> {
  const circumstances = circumstancesFrom(ledgerUrl);
  for await (const page of followEntries(ledgerUrl, () => 0)) {
    const wanted = page.filter((followed) => isAsked(followed, asked));
    await circumstances.know(wanted.map(({ entry }) => entry));
    for (const followed of wanted) yield await requestOf(followed, circumstances);
  }
}

function isAsked({ entry: { time, actor }, access }: FollowedEntry, { since, until, agency }: PastAsked): boolean {
  if (actor === null || access.length === 0 || time < since || time >= until) return false;
  return (agency ?? actor.agency) === actor.agency;
}

async function requestOf(
  { entry, access, handlings }: FollowedEntry,
  circumstances: EntryCircumstances,
): Promise<PastRequest> {
  return {
    receipt: entry.receipt,
    agency: entry.actor?.agency ?? '',
    policy: entry.policy,
    circumstances: await circumstances.of(entry),
    lines: access.map(([coordinate, digest, count, decision, rules, acts = []]) => {
      const text = digest === null ? undefined : handlings.get(digest);
      // Totals of an erased list name no handling: what they were decided by is gone.
      const isGone = digest !== null && text === undefined;
      const handling = text === undefined ? null : parseHandling(text);
      return { coordinate: isGone ? GONE : coordinate, handling, count, decision, rules, acts };
    }),
  };
}

/** No schema has such a coordinate. */
const GONE = '';
