/** `npm run ledger:verify`: checks the ledger of the data folder from its stored bytes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/verify/verify-cli.js');

const verify = ({ loaderUrl }) => {
  const kept = join(dataFolder(), 'notary/log-1.checkpoint');
  const signed = existsSync(kept)
    ? ['--checkpoint', kept, '--keys', join(dataFolder(), 'notary/verifier-keys.txt')]
    : [];
  return runStep({
    args: [CLI, '--head', join(dataFolder(), 'ledger-head.json'), ...signed, ...process.argv.slice(2)],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl },
  });
};

process.exitCode = process.argv.includes('--help')
  ? await runStep({ args: [CLI, '--help'] })
  : await withLedger(verify);
