/** `npm run ledger:erase`: by order, what an entry of the data folder's ledger commits to and does not hold. */
import { join } from 'node:path';
import { readEraseWords, USAGE } from '../../packages/ledger/dist/erase/erase-words.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/erase/erase-cli.js');
const args = process.argv.slice(2);

const erase = ({ ownerUrl, serviceUrl }) =>
  runStep({
    args: [CLI, ...args],
    env: { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl },
  });

process.exitCode = await withLedger({ args, usage: USAGE, read: readEraseWords }, erase);
