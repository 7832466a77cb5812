import { join } from 'node:path';
import { withConnection } from '@chancery/shared/postgres/connect';
import { CHECKOUT } from '../deployment/deployment.js';
import { runNode } from '../platform/supervised.js';

/** Looks receipts up on a ledger, each of its entries read once. */
export class ReceiptBook {
  readonly #url: string;
  readonly #seen = new Set<string>();
  #next = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** Those of the receipts that no entry has. */
  async missing(receipts: readonly string[]): Promise<readonly string[]> {
    await withConnection(this.#url, async (reader) => {
      const { rows } = await reader.query<{ idx: string; receipt: string }>(
        `select idx, leaf::json ->> 'receipt' as receipt from audit_entry where log_id = 1 and idx >= $1 order by idx`,
        [this.#next],
      );
      for (const { idx, receipt } of rows) {
        if (this.#seen.has(receipt)) throw new Error(`two entries have the receipt ${receipt}`);
        this.#seen.add(receipt);
        this.#next = Number(idx) + 1;
      }
    });
    return receipts.filter((receipt) => !this.#seen.has(receipt));
  }

  get entries(): number {
    return this.#seen.size;
  }
}

/** Runs `npm run ledger:verify` on a data folder; throws with what it said unless the ledger is whole. */
export async function verifyWhole(data: string, env: Readonly<Record<string, string>>): Promise<void> {
  const run = runNode([join(CHECKOUT, 'scripts/commands/verify-ledger.mjs')], { CHANCERY_DATA: data, ...env });
  const { code } = await run.ended;
  if (code !== 0) throw new Error(`ledger:verify ended with ${code}: ${run.lines.join('\n')}`);
}
