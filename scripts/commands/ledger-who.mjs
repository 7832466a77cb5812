/** `npm run ledger:who`: who received what, or was refused it, from the ledger of the data folder. */
import { join } from 'node:path';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { parseQuestion, USAGE } from '../../packages/ledger/dist/who/question.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const args = process.argv.slice(2);
const CLI = join(CHECKOUT, 'packages/ledger/dist/who/who-cli.js');

async function ask({ ownerUrl, serviceUrl, loaderUrl }) {
  await withConnection(ownerUrl, openReadingsLog);
  return runStep({
    args: [CLI, ...args],
    env: { CHANCERY_LEDGER_READER_URL: loaderUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl },
  });
}

process.exitCode = await withLedger({ args, usage: USAGE, read: (words) => parseQuestion(words, Date.now()) }, ask);
