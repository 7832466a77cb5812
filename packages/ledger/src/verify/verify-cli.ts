#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { readKeptHead } from '../kept-head.js';
import { RuntimeTooOld } from '../notes/ml-dsa-44.js';
import type { TrustPolicy } from '../notes/policy.js';
import { type Claim, claimOfHead } from './claims.js';
import { believedClaim, cosignedClaim, printTolerance, withoutQuorum } from './cosigned-claim.js';
import { readKeys, readPolicy } from './read-keys.js';
import { EXIT_CODES, printVerdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';
import { readVerifyWords, USAGE, type VerifyWords } from './verify-words.js';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => {
    const read = readVerifyWords(args);
    return { ...read, url: read.url ?? neededVariable('CHANCERY_LEDGER_READER_URL') };
  });
  if (words === null) return EXIT_CODES.usage;
  try {
    const policy = policyOf(words);
    const claims = policy === undefined ? null : claimsOf(words, policy);
    if (policy === undefined || claims === null) {
      console.error(USAGE);
      return EXIT_CODES.usage;
    }
    const cosigned = policy === null ? null : await cosignedClaim(words.url, policy);
    if (cosigned !== null) claims.push(cosigned);
    const found = await verifyLedger(words.url, (line) => console.error(line), claims);
    const verdict = policy === null || cosigned !== null ? found : withoutQuorum(found);
    for (const line of printVerdict(verdict)) console.log(line);
    if (policy !== null) console.log(printTolerance(policy));
    for (const { by, size } of claims) console.log(`compared with ${by}, of ${size} entries`);
    if (claims.length === 0)
      console.log('no head was kept outside the database: a state put back as a whole would not be seen');
    return EXIT_CODES[verdict.outcome];
  } catch (error) {
    const why = error instanceof RuntimeTooOld ? 'it cannot be verified here' : 'the ledger could not be read';
    console.error(`${why}: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

/** The policy that is asked for; null without one, undefined when it cannot be read. */
function policyOf({ policy }: VerifyWords): TrustPolicy | null | undefined {
  try {
    return readPolicy(policy);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** What is known from outside; null, and why is said, when a checkpoint cannot be believed. */
function claimsOf({ head, checkpoints, keys }: VerifyWords, policy: TrustPolicy | null): Claim[] | null {
  try {
    const kept = head === null ? null : readKeptHead(head);
    const verifiers = readKeys(keys);
    const notes = checkpoints.map((file) => believedClaim(readFileSync(file, 'utf8'), verifiers, policy));
    return [...(kept === null ? [] : [claimOfHead(kept)]), ...notes];
  } catch (error) {
    if (error instanceof RuntimeTooOld) throw error;
    console.error(
      `what was kept outside the database cannot be read: ${error instanceof Error ? error.message : error}`,
    );
    return null;
  }
}
