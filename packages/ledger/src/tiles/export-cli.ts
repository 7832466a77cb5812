#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { openLedgerReader } from '../ledger-reader.js';
import { recordQuestion } from '../who/record-question.js';
import { exportTiles } from './export-tiles.js';

const USAGE = `usage: npm run ledger:export -- FOLDER [--log NUMBER] [--reason "why"]
Writes the log up to its last signed checkpoint into FOLDER, which must be new or empty, as C2SP tlog-tiles lays it out: any tool that reads that
can check it, without us. The entries in it say who asked for what, so that it is itself an entry before a file is written. Exit: 0 written, 1 the entries contradict the checkpoint, 2 there is no checkpoint, or the
ledger or the folder cannot be used, 3 usage.`;
const EXIT = { written: 0, altered: 1, unusable: 2, usage: 3 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.written;
  const words = readWords(args);
  if (words === null) {
    console.error(USAGE);
    return EXIT.usage;
  }
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

interface Words {
  readonly readerUrl: string;
  readonly serviceUrl: string;
  readonly folder: string;
  readonly logId: number;
  readonly reason: string | null;
}

function readWords(args: readonly string[]): Words | null {
  try {
    const options = { log: { type: 'string', default: '1' }, reason: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder, ...rest] = positionals;
    const { CHANCERY_LEDGER_READER_URL: readerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } = process.env;
    const logId = Number(values.log);
    if (folder === undefined || rest.length > 0 || !Number.isInteger(logId)) return null;
    if (readerUrl === undefined || serviceUrl === undefined) return null;
    return { readerUrl, serviceUrl, folder, logId, reason: values.reason ?? null };
  } catch {
    return null;
  }
}
