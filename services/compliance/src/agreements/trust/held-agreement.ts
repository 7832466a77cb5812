import { ClientError, InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import { readableReader } from '@chancery/shared/subgraph/aggregate/readable-values';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { recordOf } from '@chancery/shared/subgraph/record/record';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { type LockedRow, lockRow } from '@chancery/shared/subgraph/writing/update-row';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AgreementInput } from './agreement-input.js';
import { TrustAgreement } from './trust-agreement.js';

const ROWS = { prefix: 'tra', table: 'trust_agreement', handlingColumn: 'handling_id' } as const;

const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(['PROPOSED', 'DECLINED', 'APPROVED', 'SUPERSEDED', 'SWITCHED_OFF']),
  version: z.int(),
  issuer: z.string(),
  represents: z.string(),
  document: z.string(),
  valid_from: z.string(),
  ends_on: z.string().nullable(),
  proposer: z.string(),
  synthetic: z.boolean(),
});
export type AgreementContent = z.infer<typeof rowShape>;

/** An agreement as its row holds it, which nobody else can change until the transaction ends. */
export interface HeldAgreement {
  readonly row: LockedRow;
  readonly content: AgreementContent;
}

/** The handling of an agreement that its caller sees. Throws NOT_FOUND. */
export async function agreementHandlingOf(context: CallContext, id: string): Promise<Handling> {
  const [found] = await findHandlings(context, [ROWS], [id], 'input.id');
  if (found === undefined) throw new InternalError('INTERNAL', 'one id has one handling');
  return found.handling;
}

/** Locks an agreement. Throws NOT_FOUND. */
export async function holdAgreement(transaction: EntityManager, id: string): Promise<HeldAgreement> {
  const row = await lockRow(transaction, 'trust_agreement', id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  return { row, content: rowShape.parse(row.content) };
}

/** Throws CONFLICT where what its caller read of an agreement has changed since; without a token nothing is asked. */
export async function checkUnchanged(
  { masks, tokens }: CallContext,
  transaction: EntityManager,
  { id, concurrencyToken }: Pick<AgreementInput, 'id' | 'concurrencyToken'>,
): Promise<void> {
  if (typeof concurrencyToken !== 'string') return;
  const declared = recordOf(TrustAgreement);
  if (declared === undefined) throw new InternalError('INTERNAL', '`TrustAgreement` is no record');
  const readable = (await readableReader(declared).read(transaction, masks, [id])).get(id);
  if (readable !== undefined && tokens.isOf(concurrencyToken, readable)) return;
  throw new ClientError('CONFLICT', 'the record has changed since it was read', 'input.concurrencyToken');
}
