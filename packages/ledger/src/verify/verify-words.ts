import { wordsOf } from '@chancery/shared/command-help';

/** How the command is called. */
export const USAGE = `usage: npm run ledger:verify [-- --checkpoint FILE --keys FILE] [--policy FILE]
Checks every entry of the ledger from its stored bytes: against the head that was kept outside the database, the notary's last checkpoint, and
each signed checkpoint that is given, with the file of verifier keys by which it is believed, or a policy (C2SP tlog-policy) whose quorum of witnesses has to have
cosigned it; without a checkpoint the policy is asked of the ledger's own last one (docs/ledger.md). By itself: verify-cli [--url CONNECTION_STRING]
[--head FILE], with a login that may read (or CHANCERY_LEDGER_READER_URL). Keys of ML-DSA-44 want Node 24.6 or newer. Exit: 0 whole, 1 altered, 2 incomplete or unreachable, 3 usage.`;

/** What the ledger is held against; the connection where it is not in the environment. */
export interface VerifyWords {
  readonly url: string | null;
  readonly head: string | null;
  readonly checkpoints: readonly string[];
  readonly keys: readonly string[];
  readonly policy: string | null;
}

/** Reads the command line; throws a UsageError. */
export function readVerifyWords(args: readonly string[]): VerifyWords {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const { values } = wordsOf(args, { url: text, head: text, checkpoint: texts, keys: texts, policy: text });
  const { url = null, head = null, checkpoint: checkpoints = [], keys = [], policy = null } = values;
  return { url, head, checkpoints, keys, policy };
}
