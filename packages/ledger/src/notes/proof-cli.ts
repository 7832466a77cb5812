#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { helped, needed, readCommand, UsageError, wordsOf } from '@chancery/shared/command-help';
import { printProvenValue, printSignatures } from '../said/print-proven-value.js';
import { isValueProof, openValueProof } from '../said/value-proof.js';
import { leafHash } from '../tree.js';
import { readKeys, readPolicy } from '../verify/read-keys.js';
import { RuntimeTooOld } from './ml-dsa-44.js';
import { requireQuorum } from './policy.js';
import { openTlogProof, parseTlogProof } from './tlog-proof.js';

const USAGE = `usage: npm run ledger:proof -- FILE --keys FILE | --policy FILE [--entry FILE]
Checks a proof that a receipt was redeemed for, without a network: its checkpoint by the verifier keys that are given (of the log, and of witnesses) or by a policy
(C2SP tlog-policy) whose quorum of witnesses has cosigned it, and that an entry of its hash stands where it says; with --entry, that it is this one. Or a proof of
one value (ledger:prove-value): that it was said. Keys of ML-DSA-44 want Node 24.6 or newer. Exit: 0 it holds, 1 it does not, 3 usage, or a Node that is too old.`;
const EXIT = { holds: 0, not: 1, usage: 3 } as const;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  if (helped(args, USAGE)) return EXIT.holds;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return EXIT.usage;
  try {
    const text = readFileSync(words.file, 'utf8');
    const policy = readPolicy(words.policy);
    const keys = [...readKeys(words.keys), ...(policy?.logs ?? [])];
    const cosigners = policy?.witnesses ?? [];
    if (isValueProof(text)) {
      const proven = openValueProof(text, keys, cosigners);
      requireQuorum(proven.signatures, policy);
      for (const line of printProvenValue(proven)) console.log(line);
      return EXIT.holds;
    }
    const proof = parseTlogProof(text);
    // The bytes of an entry are one line: a line break at the end of the file is the editor's.
    const leaf = words.entry === null ? proof.extra : leafHash(readFileSync(words.entry, 'utf8').replace(/\n$/, ''));
    if (leaf === null) throw new RangeError('it names no hash of an entry: --entry is needed');
    const { index, checkpoint, signatures } = openTlogProof(proof, leaf, keys, cosigners);
    requireQuorum(signatures, policy);
    console.log(
      `entry ${index} of ${checkpoint.origin}, of ${checkpoint.size} entries, has the hash ${leaf.toString('hex')}`,
    );
    for (const line of printSignatures(signatures)) console.log(line);
    return EXIT.holds;
  } catch (error) {
    if (error instanceof RuntimeTooOld) {
      console.error(`the proof cannot be checked here: ${error.message}`);
      return EXIT.usage;
    }
    console.error(`the proof does not hold: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.not;
  }
}

function readWords(args: readonly string[]): {
  readonly file: string;
  readonly keys: readonly string[];
  readonly policy: string | null;
  readonly entry: string | null;
} {
  const text = { type: 'string' } as const;
  const options = { keys: { type: 'string', multiple: true }, policy: text, entry: text } as const;
  const { values, positionals } = wordsOf(args, options, 1);
  const file = needed('FILE', positionals[0], 'the proof');
  const { keys = [], policy = null, entry = null } = values;
  if (keys.length === 0 && policy === null)
    throw new UsageError('--keys is missing, or --policy: by what the proof is believed');
  return { file, keys, policy, entry };
}
