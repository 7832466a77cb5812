import { InternalError } from '@chancery/shared/errors';
import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import type { LedgerWriter } from '../ledger-writer.js';
import { HASH_BYTES, printPeaks, rootOf } from '../tree.js';
import { finishRetirement } from './finish-retirement.js';
import { firstHeld } from './holds.js';
import type { RetirementPlan } from './plan-retirement.js';

/** On whose order entries are retired, and when. */
export interface RetirementOrder {
  /** Number and authority of the order: stays on the ledger. */
  readonly order: string;
  readonly now: number;
}

/**
 * Retires entries: an entry of the same log says which and what root they gave, durable before the first is gone. Of the tree the edge at the cut
 * and the tiles above the leaves stay, so that all that follows, and every proof of it, is as it was.
 */
export async function retireEntries(
  writer: LedgerWriter,
  ownerUrl: string,
  plan: RetirementPlan,
  { order, now }: RetirementOrder,
): Promise<string> {
  const { logId, from, end, edge } = plan;
  if (end <= from) throw new RangeError('a retirement of no entries');
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('begin');
    // A hold that is placed meanwhile waits until this is over, or this finds it.
    await owner.query('lock table audit_hold in share mode');
    const held = await firstHeld(owner, logId, from);
    if (held !== null && held.index < end) throw new Error(`entry ${held.index} is held by \`${held.hold}\``);
    const { receipt, index } = await writer.append({
      ...{ kind: 'ERASURE', failure: null, subject: null, profile: null, clipped: [], asked: [], acts: [] },
      ...{ access: [], obligations: [], records: [], now, policy: '', schema: '', snapshot: null },
      api: { operation: 'ledger:retire', doc: null, trace: '' },
      private: { address: null, variables: null, reason: null },
      stated: order,
      retired: { logId, end, root: rootOf(edge).toString('base64') },
    });
    try {
      await owner.query('insert into audit_retired (log_id, end_idx, peaks, entry_idx) values ($1, $2, $3, $4)', [
        ...[logId, end, printPeaks(edge), index],
      ]);
      await keepWhatStays(owner, logId, end);
      await owner.query('commit');
      await finishRetirement(owner, logId);
    } catch (error) {
      const message = `entry \`${receipt}\` says that entries were retired, and some are there: run it again`;
      throw new InternalError('INTERNAL', message, { cause: error });
    }
    return receipt;
  });
}

/** A batch of leaf hashes that began before the cut goes on behind it. */
async function keepWhatStays(owner: pg.Client, logId: number, end: number): Promise<void> {
  await owner.query(
    `insert into audit_leaf_hash (log_id, first_idx, hashes)
     select log_id, $2::bigint, substring(hashes from (($2::bigint - first_idx) * $3)::integer + 1) from audit_leaf_hash
      where log_id = $1 and first_idx < $2 and first_idx + octet_length(hashes) / $3 > $2`,
    [logId, end, HASH_BYTES],
  );
}
