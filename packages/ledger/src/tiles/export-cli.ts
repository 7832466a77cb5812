#!/usr/bin/env node
import { systemClock } from '@chancery/shared/clock';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { openLedgerReader } from '../ledger-reader.js';
import { recordQuestion } from '../who/record-question.js';
import { exportTiles } from './export-tiles.js';
import { readExportWords, USAGE } from './export-words.js';

const EXIT = { written: 0, altered: 1, unusable: 2, usage: 3 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.written;
  const words = readCommand(USAGE, () => ({
    ...readExportWords(args),
    readerUrl: neededVariable('CHANCERY_LEDGER_READER_URL'),
    serviceUrl: neededVariable('CHANCERY_LEDGER_SERVICE_URL'),
  }));
  if (words === null) return EXIT.usage;
  const { readerUrl, serviceUrl, folder, logId, reason } = words;
  try {
    await recordQuestion(
      serviceUrl,
      { operation: 'ledger:export', words: { folder, log: logId }, reason },
      systemClock,
    );
    const reader = await openLedgerReader(readerUrl);
    try {
      const note = await reader.lastCheckpoint(logId);
      if (note === null)
        throw new Error(`log ${logId} has no checkpoint yet: the notary signs every second while it runs`);
      const { size, origin } = await exportTiles(reader, { logId, note, folder });
      console.log(`${size} entries of ${origin} in ${folder}`);
      return EXIT.written;
    } finally {
      await reader.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof RangeError ? EXIT.altered : EXIT.unusable;
  }
}
