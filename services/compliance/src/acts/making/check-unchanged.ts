import { ClientError, InternalError } from '@chancery/shared/errors';
import { readableReader } from '@chancery/shared/subgraph/aggregate/readable-values';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { recordOf } from '@chancery/shared/subgraph/record/record';
import type { EntityManager } from 'typeorm';
import { LegalAct } from '../legal-act.js';
import type { RevisionInput } from './revision-input.js';

/** Throws CONFLICT where what its caller may read of an act has changed since it was read; without a token nothing is asked. */
export async function checkUnchanged(
  { masks, tokens }: CallContext,
  transaction: EntityManager,
  { id, concurrencyToken }: Pick<RevisionInput, 'id' | 'concurrencyToken'>,
): Promise<void> {
  if (typeof concurrencyToken !== 'string') return;
  const declared = recordOf(LegalAct);
  if (declared === undefined) throw new InternalError('INTERNAL', '`LegalAct` is no record');
  const readable = (await readableReader(declared).read(transaction, masks, [id])).get(id);
  if (readable !== undefined && tokens.isOf(concurrencyToken, readable)) return;
  throw new ClientError('CONFLICT', 'the record has changed since it was read', 'input.concurrencyToken');
}
