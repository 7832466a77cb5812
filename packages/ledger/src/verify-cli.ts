#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { helped } from '@chancery/shared/command-help';
import { readKeptHead } from './kept-head.js';
import { EXIT_CODES, printVerdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';

const USAGE = `usage: npm run ledger:verify
Checks every entry of the ledger from its stored bytes, against the head that was kept outside the database too. By itself:
verify-cli [--url CONNECTION_STRING] [--head FILE], with a login that may read (or CHANCERY_LEDGER_READER_URL). Exit: 0 whole, 1 altered, 2 incomplete or unreachable, 3 usage.`;

process.exitCode = await main();

async function main(): Promise<number> {
  if (helped(process.argv.slice(2), USAGE)) return 0;
  const { url, head } = readWords();
  if (url === null) {
    console.error(USAGE);
    return EXIT_CODES.usage;
  }
  try {
    const kept = head === null ? null : readKeptHead(head);
    const verdict = await verifyLedger(url, (line) => console.error(line), kept);
    for (const line of printVerdict(verdict)) console.log(line);
    if (kept === null)
      console.log('no head was kept outside the database: a state put back as a whole would not be seen');
    return EXIT_CODES[verdict.outcome];
  } catch (error) {
    console.error(`the ledger could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

function readWords(): { readonly url: string | null; readonly head: string | null } {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' }, head: { type: 'string' } } });
    return { url: values.url ?? process.env.CHANCERY_LEDGER_READER_URL ?? null, head: values.head ?? null };
  } catch {
    return { url: null, head: null };
  }
}
