/** `npm run ledger:hold`: keeps entries of the data folder's ledger for a proceeding, until two persons lift it. */
import { join } from 'node:path';
import { readHoldWords, USAGE } from '../../packages/ledger/dist/hold/hold-words.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/hold/hold-cli.js');
const args = process.argv.slice(2);

const hold = ({ ownerUrl, serviceUrl }) =>
  runStep({
    args: [CLI, ...args],
    env: { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl },
  });

process.exitCode = await withLedger({ args, usage: USAGE, read: readHoldWords }, hold);
