import type { FiledOrder } from '@chancery/ledger/hold/filed-order';
import { requestHandling } from '@chancery/shared/labels/audit-handling';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { EntityManager } from 'typeorm';

/** The handling of a hold: it exists for the oversight of the State that ordered it, and for nobody else. */
export function holdHandling(agency: string, synthetic: boolean): Handling {
  return parseHandling(`${requestHandling(agency)}${synthetic ? ';t=synthetic' : ''}`);
}

/** Keeps an order until it is filed with the ledger, apart from the record of it: which record is held stands in no version of anything. */
export async function keepOrder(transaction: EntityManager, { hold, step, particulars }: FiledOrder): Promise<void> {
  await transaction.query('insert into legal_hold_filing (hold, step, particulars) values ($1, $2, $3)', [
    ...[hold, step, JSON.stringify(particulars)],
  ]);
}
