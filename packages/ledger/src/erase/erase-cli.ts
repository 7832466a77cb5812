#!/usr/bin/env node
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { carryOutOrders } from '../hold/carry-out.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { eraseSidecars } from './erase-sidecars.js';
import { readEraseWords, USAGE } from './erase-words.js';
import { partsToErase } from './parts-to-erase.js';

const EXIT = { erased: 0, not: 1, usage: 3 } as const;

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
    const parts = words.record === null ? await partsToErase(ownerUrl, words) : [];
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
