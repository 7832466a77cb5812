/** `npm run ledger:verify`: checks the ledger of the data folder from its stored bytes. */
import { join } from 'node:path';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

process.exitCode = await withLedger(({ loaderUrl }) =>
  runStep({
    args: [
      join(CHECKOUT, 'packages/ledger/dist/verify-cli.js'),
      ...['--head', join(dataFolder(), 'ledger-head.json')],
      ...process.argv.slice(2),
    ],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl },
  }),
);
