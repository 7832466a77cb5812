#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { helped } from '@chancery/shared/command-help';
import { readKeptHead } from '../kept-head.js';
import { parseVerifierKey } from '../notes/note-key.js';
import { type Claim, claimOfCheckpoint, claimOfHead } from './claims.js';
import { EXIT_CODES, printVerdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';

const USAGE = `usage: npm run ledger:verify [-- --checkpoint FILE --keys FILE]
Checks every entry of the ledger from its stored bytes: against the head that was kept outside the database, the notary's last checkpoint, and
each signed checkpoint that is given, with the file of verifier keys by which it is believed (docs/ledger.md). By itself: verify-cli [--url CONNECTION_STRING]
[--head FILE], with a login that may read (or CHANCERY_LEDGER_READER_URL). Exit: 0 whole, 1 altered, 2 incomplete or unreachable, 3 usage.`;

interface Words {
  readonly url: string;
  readonly head: string | null;
  readonly checkpoints: readonly string[];
  readonly keys: readonly string[];
}

process.exitCode = await main();

async function main(): Promise<number> {
  if (helped(process.argv.slice(2), USAGE)) return 0;
  const words = readWords();
  const claims = words === null ? null : claimsOf(words);
  if (words === null || claims === null) {
    console.error(USAGE);
    return EXIT_CODES.usage;
  }
  try {
    const verdict = await verifyLedger(words.url, (line) => console.error(line), claims);
    for (const line of printVerdict(verdict)) console.log(line);
    for (const { by, size } of claims) console.log(`compared with ${by}, of ${size} entries`);
    if (claims.length === 0)
      console.log('no head was kept outside the database: a state put back as a whole would not be seen');
    return EXIT_CODES[verdict.outcome];
  } catch (error) {
    console.error(`the ledger could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

function readWords(): Words | null {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({ options: { url: text, head: text, checkpoint: texts, keys: texts } });
    const url = values.url ?? process.env.CHANCERY_LEDGER_READER_URL ?? null;
    const { head = null, checkpoint: checkpoints = [], keys = [] } = values;
    return url === null ? null : { url, head, checkpoints, keys };
  } catch {
    return null;
  }
}

/** What is known from outside; null, and why is said, when a checkpoint cannot be believed. */
function claimsOf({ head, checkpoints, keys }: Words): Claim[] | null {
  try {
    const kept = head === null ? null : readKeptHead(head);
    const verifiers = keys.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : parseVerifierKey(line))),
    );
    const notes = checkpoints.map((file) => claimOfCheckpoint(readFileSync(file, 'utf8'), verifiers));
    return [...(kept === null ? [] : [claimOfHead(kept)]), ...notes];
  } catch (error) {
    console.error(
      `what was kept outside the database cannot be read: ${error instanceof Error ? error.message : error}`,
    );
    return null;
  }
}
