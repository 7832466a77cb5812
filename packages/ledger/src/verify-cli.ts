#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { EXIT_CODES, printVerdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';

const USAGE = `usage: verify-cli [--url CONNECTION_STRING]
Checks every entry of the ledger from its stored bytes. The connection string (or CHANCERY_LEDGER_READER_URL) is that
of a login that may read. Exit: 0 whole, 1 altered, 2 incomplete or unreachable, 3 usage.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const url = readUrl();
  if (url === null) {
    console.error(USAGE);
    return EXIT_CODES.usage;
  }
  try {
    const verdict = await verifyLedger(url, (line) => console.error(line));
    for (const line of printVerdict(verdict)) console.log(line);
    return EXIT_CODES[verdict.outcome];
  } catch (error) {
    console.error(`the ledger could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

function readUrl(): string | null {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' } } });
    return values.url ?? process.env.CHANCERY_LEDGER_READER_URL ?? null;
  } catch {
    return null;
  }
}
