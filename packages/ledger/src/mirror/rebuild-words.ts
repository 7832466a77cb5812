import { needed, UsageError, wordsOf } from '@chancery/shared/command-help';

/** How the command is called. */
export const USAGE = `usage: npm run ledger:rebuild -- FOLDER --keys FILE | --policy FILE
Puts behind the entries that this ledger still has those of a mirror's copy (the folder of the log, or an export), up to its checkpoint: byte for byte, once the checkpoint is
believed by the keys of the log, or by a policy with its quorum, and all entries give its root. What entries commit to and name comes from a backup: without
one the ledger is verified as incomplete. While the gateway is stopped. Exit: 0 rebuilt, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;

/** Whose copy, and by what it is believed. */
export interface RebuildWords {
  readonly folder: string;
  readonly keys: readonly string[];
  readonly policy: string | null;
}

/** Reads the command line; throws a UsageError. */
export function readRebuildWords(args: readonly string[]): RebuildWords {
  const options = { keys: { type: 'string', multiple: true }, policy: { type: 'string' } } as const;
  const { values, positionals } = wordsOf(args, options, 1);
  const { keys = [], policy = null } = values;
  const folder = needed('FOLDER', positionals[0], 'the copy of a mirror, or an export');
  if (keys.length === 0 && policy === null)
    throw new UsageError('--keys is missing, or --policy: by what the copy is believed');
  return { folder, keys, policy };
}
