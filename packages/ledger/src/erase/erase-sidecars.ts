import { InternalError } from '@chancery/shared/errors';
import pg from 'pg';
import type { ErasedPart } from '../entry.js';
import type { LedgerWriter } from '../ledger-writer.js';

/** Parts of one entry that are to be erased, and on whose order. */
export interface ErasureOrder {
  readonly parts: readonly ErasedPart[];
  /** Number and authority of the order: stays on the ledger. */
  readonly order: string;
  readonly now: number;
}

/** Parts that one entry may name, so that it stays under its bound. */
export const ERASED_MAX = 200;

/**
 * Erases parts of sidecars. The entry that says so is durable before the first is gone: what is missing without one has been taken away. The
 * entries that committed to them stay as they are, and so does every proof.
 */
export async function eraseSidecars(
  writer: LedgerWriter,
  ownerUrl: string,
  { parts, order, now }: ErasureOrder,
): Promise<string> {
  if (parts.length === 0 || parts.length > ERASED_MAX) throw new RangeError(`an erasure of ${parts.length} parts`);
  const { receipt } = await writer.append({
    ...{
      kind: 'ERASURE',
      failure: null,
      subject: null,
      profile: null,
      clipped: [],
      asked: [],
      acts: [],
      access: [],
      obligations: [],
    },
    ...{
      api: { operation: 'ledger:erase', doc: null, trace: '' },
      now,
      policy: '',
      schema: '',
      snapshot: null,
      records: [],
    },
    private: { address: null, variables: null, reason: null },
    stated: order,
    erased: parts,
  });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    for (const { logId, index, part } of parts) {
      await owner.query('delete from audit_sidecar where log_id = $1 and idx = $2 and part = $3', [logId, index, part]);
    }
    await owner.query('commit');
  } catch (error) {
    throw new InternalError(
      'INTERNAL',
      `entry \`${receipt}\` says that they were erased, and they are there: run it again`,
      { cause: error },
    );
  } finally {
    await owner.end();
  }
  return receipt;
}
