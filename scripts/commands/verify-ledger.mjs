/** `npm run ledger:verify`: checks the ledger of the data folder from its stored bytes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readVerifyWords, USAGE } from '../../packages/ledger/dist/verify/verify-words.js';
import { CHECKOUT, dataFolder, fromUser } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/verify/verify-cli.js');

// Whatever is no option is a file.
const words = process.argv.slice(2).map((word) => (word.startsWith('-') ? word : fromUser(word)));

const verify = ({ loaderUrl }) => {
  const kept = join(dataFolder(), 'notary/log-1.checkpoint');
  const signed = existsSync(kept)
    ? ['--checkpoint', kept, '--keys', join(dataFolder(), 'notary/verifier-keys.txt')]
    : [];
  return runStep({
    args: [CLI, '--head', join(dataFolder(), 'ledger-head.json'), ...signed, ...words],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl },
  });
};

process.exitCode = await withLedger({ args: words, usage: USAGE, read: readVerifyWords }, verify);
