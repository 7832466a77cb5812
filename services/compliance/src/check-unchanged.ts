import { ClientError, InternalError } from '@chancery/shared/errors';
import { readableReader } from '@chancery/shared/subgraph/aggregate/readable-values';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { type Labelled, recordOf } from '@chancery/shared/subgraph/record/record';
import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';

/** A record as somebody says to have read it. */
export interface ReadRecord {
  readonly id: string;
  /** Null where nobody says so. */
  readonly concurrencyToken: string | null;
}

/** Throws CONFLICT where what its caller may read of a record has changed since it was read; without a token nothing is asked. */
export async function checkUnchanged(
  { masks, tokens }: CallContext,
  transaction: EntityManager,
  record: ClassType<Labelled>,
  { id, concurrencyToken }: ReadRecord,
): Promise<void> {
  if (concurrencyToken === null) return;
  const declared = recordOf(record);
  if (declared === undefined) throw new InternalError('INTERNAL', 'a class is no record');
  const readable = (await readableReader(declared).read(transaction, masks, [id])).get(id);
  if (readable !== undefined && tokens.isOf(concurrencyToken, readable)) return;
  throw new ClientError('CONFLICT', 'the record has changed since it was read', 'input.concurrencyToken');
}
