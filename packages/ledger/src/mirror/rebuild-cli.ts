#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { helped } from '@chancery/shared/command-help';
import { claimOfCheckpoint } from '../verify/claims.js';
import { readKeys, readPolicy } from '../verify/read-keys.js';
import { rebuildLog } from './rebuild-log.js';

const USAGE = `usage: npm run ledger:rebuild -- FOLDER --keys FILE | --policy FILE
Puts behind the entries that this ledger still has those of a mirror's copy (the folder of the log, or an export), up to its checkpoint: byte for byte, once the checkpoint is
believed by the keys of the log, or by a policy with its quorum, and all entries give its root. What entries commit to and name comes from a backup: without
one the ledger is verified as incomplete. While the gateway is stopped. Exit: 0 rebuilt, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;
const EXIT = { rebuilt: 0, not: 1, usage: 3 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.rebuilt;
  const words = readWords(args);
  const ownerUrl = process.env.CHANCERY_LEDGER_OWNER_URL;
  if (words === null || ownerUrl === undefined) {
    console.error(USAGE);
    return EXIT.usage;
  }
  try {
    const { folder } = words;
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

interface Words {
  readonly folder: string;
  readonly keys: readonly string[];
  readonly policy: string | null;
}

function readWords(args: readonly string[]): Words | null {
  try {
    const options = { keys: { type: 'string', multiple: true }, policy: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder, ...rest] = positionals;
    const { keys = [], policy = null } = values;
    return folder === undefined || rest.length > 0 || (keys.length === 0 && policy === null)
      ? null
      : { folder, keys, policy };
  } catch {
    return null;
  }
}
