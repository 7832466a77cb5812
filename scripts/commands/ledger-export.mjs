/** `npm run ledger:export`: the log of the data folder as C2SP tlog-tiles. */
import { join } from 'node:path';
import { readExportWords, USAGE } from '../../packages/ledger/dist/tiles/export-words.js';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { CHECKOUT, fromUser } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/tiles/export-cli.js');
const [folder, ...rest] = process.argv.slice(2);
const args = folder === undefined ? [] : [folder.startsWith('-') ? folder : fromUser(folder), ...rest];

async function exportLog({ ownerUrl, serviceUrl, loaderUrl }) {
  await withConnection(ownerUrl, openReadingsLog);
  const env = { CHANCERY_LEDGER_READER_URL: loaderUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl };
  return runStep({ args: [CLI, ...args], env });
}

process.exitCode = await withLedger({ args, usage: USAGE, read: readExportWords }, exportLog);
