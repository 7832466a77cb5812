/** `npm run evidence`: entries of the data folder's ledger, with all that proves them, for who has no access here. */
import { join } from 'node:path';
import { readEvidenceWords, USAGE } from '../../packages/ledger/dist/evidence/evidence-words.js';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { CHECKOUT, dataFolder, fromUser } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/evidence/evidence-cli.js');
const [folder, ...rest] = process.argv.slice(2);
const args = folder === undefined ? [] : [folder.startsWith('-') ? folder : fromUser(folder), ...rest];

async function bundle({ ownerUrl, serviceUrl, loaderUrl }) {
  await withConnection(ownerUrl, openReadingsLog);
  return runStep({
    args: [CLI, ...args],
    env: {
      CHANCERY_LEDGER_READER_URL: loaderUrl,
      CHANCERY_LEDGER_SERVICE_URL: serviceUrl,
      CHANCERY_VERIFIER_KEYS: join(dataFolder(), 'notary/verifier-keys.txt'),
    },
  });
}

process.exitCode = await withLedger({ args, usage: USAGE, read: readEvidenceWords }, bundle);
