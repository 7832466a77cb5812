/** `npm run ledger:verify`: checks the ledger of the data folder from its stored bytes. */
import { join } from 'node:path';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/verify-cli.js');

const verify = ({ loaderUrl }) =>
  runStep({
    args: [CLI, ...['--head', join(dataFolder(), 'ledger-head.json')], ...process.argv.slice(2)],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl },
  });

process.exitCode = process.argv.includes('--help')
  ? await runStep({ args: [CLI, '--help'] })
  : await withLedger(verify);
