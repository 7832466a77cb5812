import type pg from 'pg';
import type { LedgerReader } from '../ledger-reader.js';
import { parseEntry } from '../parse-entry.js';
import { noteTouches } from '../touches/note-touches.js';
import { readingsOf } from '../touches/record-history.js';
import type { HeldEntries } from './order-hold.js';

/** What a hold is asked for: the entry of a receipt, those of a time, or those that read a record. */
export type HoldWish =
  | { readonly receipt: string }
  | { readonly record: string }
  | { readonly from: number; readonly to: number | null };

/** The entries of a log that a hold is asked for now; throws where there are none. */
export async function findHeld(
  reader: LedgerReader,
  owner: Pick<pg.Client, 'query'>,
  logId: number,
  wish: HoldWish,
  now: number,
): Promise<HeldEntries> {
  if ('record' in wish)
    return { logId, first: await firstThatRead(owner, logId, wish.record), end: null, record: wish.record };
  let first: number | null = null;
  let last = 0;
  for await (const page of reader.entries(logId)) {
    for (const { index, leaf } of page) {
      const { receipt, time } = parseEntry(leaf);
      const isIt =
        'receipt' in wish
          ? receipt === wish.receipt
          : time >= wish.from && time < (wish.to ?? Number.POSITIVE_INFINITY);
      if (!isIt) continue;
      first ??= index;
      last = index;
    }
  }
  if (first === null) throw new RangeError('no entry is what was asked for');
  // Of a time that is not over what is recorded from now on is held too.
  const isOpen = 'from' in wish && (wish.to === null || wish.to > now);
  return { logId, first, end: isOpen ? null : last + 1, record: null };
}

async function firstThatRead(owner: Pick<pg.Client, 'query'>, logId: number, record: string): Promise<number> {
  await noteTouches(owner);
  for await (const [first] of readingsOf(owner, { logId, record })) if (first !== undefined) return first;
  throw new RangeError('no entry read that record');
}
