#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { claimOfCheckpoint } from '../verify/claims.js';
import { readKeys, readPolicy } from '../verify/read-keys.js';
import { rebuildLog } from './rebuild-log.js';
import { readRebuildWords, USAGE } from './rebuild-words.js';

const EXIT = { rebuilt: 0, not: 1, usage: 3 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.rebuilt;
  const words = readCommand(USAGE, () => ({
    ...readRebuildWords(args),
    ownerUrl: neededVariable('CHANCERY_LEDGER_OWNER_URL'),
  }));
  if (words === null) return EXIT.usage;
  try {
    const { folder, ownerUrl } = words;
    const note = readFileSync(join(folder, 'checkpoint'), 'utf8');
    const { logId } = claimOfCheckpoint(note, readKeys(words.keys), readPolicy(words.policy));
    const { before, size } = await rebuildLog(ownerUrl, { logId, folder, note });
    console.log(`log ${logId}: it had ${before} entries, and has ${size}`);
    return EXIT.rebuilt;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}
