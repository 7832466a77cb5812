/** `npm run ledger:retire`: says which of the oldest entries of the data folder's ledger could be given up, and by order does it. */
import { join } from 'node:path';
import { readRetireWords, USAGE } from '../../packages/ledger/dist/retire/retire-words.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/retire/retire-cli.js');
const args = process.argv.slice(2);

const retire = ({ ownerUrl, serviceUrl }) =>
  runStep({
    args: [CLI, ...args],
    env: { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl },
  });

process.exitCode = await withLedger({ args, usage: USAGE, read: readRetireWords }, retire);
