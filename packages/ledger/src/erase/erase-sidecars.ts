import { InternalError } from '@chancery/shared/errors';
import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import type { ErasedPart } from '../entry.js';
import { requireFree, requireFreeRecord } from '../hold/held.js';
import type { LedgerWriter } from '../ledger-writer.js';
import { forgetTouches, noteTouches } from '../touches/note-touches.js';

/** What is to be erased, and on whose order. */
export interface ErasureOrder {
  readonly parts: readonly ErasedPart[];
  /** Key of a record that no entry shall be known to have disclosed any more; null without one. */
  readonly record: string | null;
  /** Number and authority of the order: stays on the ledger. */
  readonly order: string;
  readonly now: number;
}

/** Nor does a hold that was lifted name it any more. */
async function forgetRecord(owner: pg.Client, key: string): Promise<void> {
  await owner.query('delete from audit_subject where record_key = $1', [key]);
  await owner.query(`update audit_hold set record_key = '' where record_key = $1`, [key]);
}

/** Parts that one entry may name, so that it stays under its bound. */
const ERASED_MAX = 200;

/**
 * Erases parts of sidecars, or a record of the dictionary of surrogates. The entry that says so is durable before the first is gone: what is
 * missing without one has been taken away. The entries that committed to them stay as they are, and so does every proof.
 */
export async function eraseSidecars(
  writer: LedgerWriter,
  ownerUrl: string,
  { parts, record, order, now }: ErasureOrder,
): Promise<string> {
  if (parts.length > ERASED_MAX || (parts.length === 0 && record === null)) {
    throw new RangeError(`an erasure of ${parts.length} parts`);
  }
  // Which record it was is what is to be forgotten: the entry says only that it was one.
  const operation = record === null ? 'ledger:erase' : 'ledger:erase --record';
  return withConnection(ownerUrl, async (owner) => {
    if (record !== null) await noteTouches(owner);
    await owner.query('begin');
    // A hold that is placed meanwhile waits until this is over, or this finds it.
    await owner.query('lock table audit_hold in share mode');
    await requireFree(owner, parts);
    if (record !== null) await requireFreeRecord(owner, record);
    const { receipt } = await writer.append({
      ...{ kind: 'ERASURE', failure: null, subject: null, profile: null, clipped: [], asked: [], acts: [] },
      ...{ access: [], obligations: [], records: [], now, policy: '', schema: '', snapshot: null },
      api: { operation, doc: null, trace: '' },
      private: { address: null, variables: null, reason: null },
      stated: order,
      erased: parts,
    });
    try {
      await owner.query('insert into audit_erasure values ($1)', [receipt]);
      for (const { logId, index, part } of parts) {
        await owner.query('delete from audit_sidecar where log_id = $1 and idx = $2 and part = $3', [
          logId,
          index,
          part,
        ]);
        if (part === 'records') await forgetTouches(owner, logId, index);
      }
      if (record !== null) await forgetRecord(owner, storedKey(record));
      await owner.query('commit');
    } catch (error) {
      const message = `entry \`${receipt}\` says that they were erased, and they are there: run it again`;
      throw new InternalError('INTERNAL', message, { cause: error });
    }
    return receipt;
  });
}
