/** `npm run ledger:who`: who received what, or was refused it, from the ledger of the data folder. */
import { join } from 'node:path';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

process.exitCode = await withLedger(async ({ ownerUrl, serviceUrl, loaderUrl }) => {
  await withConnection(ownerUrl, openReadingsLog);
  return runStep({
    args: [join(CHECKOUT, 'packages/ledger/dist/who/who-cli.js'), ...process.argv.slice(2)],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl },
  });
});
