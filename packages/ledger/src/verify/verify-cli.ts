#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { helped } from '@chancery/shared/command-help';
import { readKeptHead } from '../kept-head.js';
import type { TrustPolicy } from '../notes/policy.js';
import { type Claim, claimOfHead } from './claims.js';
import { believedClaim, cosignedClaim, printTolerance, withoutQuorum } from './cosigned-claim.js';
import { readKeys, readPolicy } from './read-keys.js';
import { EXIT_CODES, printVerdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';

const USAGE = `usage: npm run ledger:verify [-- --checkpoint FILE --keys FILE] [--policy FILE]
Checks every entry of the ledger from its stored bytes: against the head that was kept outside the database, the notary's last checkpoint, and
each signed checkpoint that is given, with the file of verifier keys by which it is believed, or a policy (C2SP tlog-policy) whose quorum of witnesses has to have
cosigned it; without a checkpoint the policy is asked of the ledger's own last one (docs/ledger.md). By itself: verify-cli [--url CONNECTION_STRING]
[--head FILE], with a login that may read (or CHANCERY_LEDGER_READER_URL). Exit: 0 whole, 1 altered, 2 incomplete or unreachable, 3 usage.`;

interface Words {
  readonly url: string;
  readonly head: string | null;
  readonly checkpoints: readonly string[];
  readonly keys: readonly string[];
  readonly policy: string | null;
}

process.exitCode = await main();

async function main(): Promise<number> {
  if (helped(process.argv.slice(2), USAGE)) return 0;
  const words = readWords();
  const policy = words === null ? null : policyOf(words);
  const claims = words === null || policy === undefined ? null : claimsOf(words, policy);
  if (words === null || policy === undefined || claims === null) {
    console.error(USAGE);
    return EXIT_CODES.usage;
  }
  try {
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
    console.error(`the ledger could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT_CODES.incomplete;
  }
}

function readWords(): Words | null {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({ options: { url: text, head: text, checkpoint: texts, keys: texts, policy: text } });
    const url = values.url ?? process.env.CHANCERY_LEDGER_READER_URL ?? null;
    const { head = null, checkpoint: checkpoints = [], keys = [], policy = null } = values;
    return url === null ? null : { url, head, checkpoints, keys, policy };
  } catch {
    return null;
  }
}

/** The policy that is asked for; null without one, undefined when it cannot be read. */
function policyOf({ policy }: Words): TrustPolicy | null | undefined {
  try {
    return readPolicy(policy);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** What is known from outside; null, and why is said, when a checkpoint cannot be believed. */
function claimsOf({ head, checkpoints, keys }: Words, policy: TrustPolicy | null): Claim[] | null {
  try {
    const kept = head === null ? null : readKeptHead(head);
    const verifiers = readKeys(keys);
    const notes = checkpoints.map((file) => believedClaim(readFileSync(file, 'utf8'), verifiers, policy));
    return [...(kept === null ? [] : [claimOfHead(kept)]), ...notes];
  } catch (error) {
    console.error(
      `what was kept outside the database cannot be read: ${error instanceof Error ? error.message : error}`,
    );
    return null;
  }
}
