#!/usr/bin/env node
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import pg from 'pg';
import type { ErasedPart, SidecarPart } from '../entry.js';
import { carryOutOrders } from '../hold/carry-out.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { eraseSidecars } from './erase-sidecars.js';
import { type EraseWords, readEraseWords, USAGE } from './erase-words.js';

const EXIT = { erased: 0, not: 1, usage: 3 } as const;
const FIRST_LOG = 1;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.erased;
  const words = readCommand(USAGE, () => ({
    ...readEraseWords(args),
    ownerUrl: neededVariable('CHANCERY_LEDGER_OWNER_URL'),
    serviceUrl: neededVariable('CHANCERY_LEDGER_SERVICE_URL'),
  }));
  if (words === null) return EXIT.usage;
  const { ownerUrl, serviceUrl } = words;
  try {
    for (const line of await carryOutOrders({ ownerUrl, serviceUrl, clock: Date.now })) console.log(line);
    const parts = words.record === null ? await partsOf(ownerUrl, words) : [];
    const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: Date.now });
    try {
      const receipt = await eraseSidecars(writer, ownerUrl, {
        parts,
        record: words.record,
        order: words.order,
        now: Date.now(),
      });
      console.log(
        `erased: ${words.record ?? parts.map(({ part }) => part).join(', ')}; the order is entry \`${receipt}\``,
      );
    } finally {
      await writer.close();
    }
    return EXIT.erased;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}

/** What of the entry there is to erase. */
async function partsOf(ownerUrl: string, { receipt, parts }: EraseWords): Promise<ErasedPart[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ idx: string; part: SidecarPart }>(
      `select idx, part from audit_sidecar where log_id = $1 and part = any($3)
          and idx = (select idx from audit_entry where log_id = $1 and strpos(leaf, '"receipt":"' || $2 || '"') > 0 limit 1)`,
      [FIRST_LOG, receipt, parts],
    );
    if (rows.length === 0) throw new Error('nothing of that receipt is there to be erased');
    return rows.map(({ idx, part }) => ({ logId: FIRST_LOG, index: Number(idx), part }));
  } finally {
    await owner.end();
  }
}
