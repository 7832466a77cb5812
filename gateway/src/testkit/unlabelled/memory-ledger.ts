import { randomBytes } from 'node:crypto';
import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import { parseReceipt } from '@chancery/shared/brands';

/** A ledger that gives receipts and keeps nothing: for a process that has nothing to disclose. */
export function openMemoryLedger(): LedgerWriter {
  let index = 0;
  return {
    append: async () => ({ receipt: parseReceipt(randomBytes(16).toString('base64url')), index: index++ }),
    registerSnapshot: () => {},
    waiting: () => ({ entries: 0, bytes: 0 }),
    healthy: () => true,
    answering: () => true,
    close: async () => {},
  };
}
