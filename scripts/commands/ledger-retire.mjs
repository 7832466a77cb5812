/** `npm run ledger:retire`: says which of the oldest entries of the data folder's ledger could be given up, and by order does it. */
import { join } from 'node:path';
import { CHECKOUT } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/retire/retire-cli.js');
const args = [CLI, ...process.argv.slice(2)];

const retire = ({ ownerUrl, serviceUrl }) =>
  runStep({ args, env: { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } });

process.exitCode = process.argv.includes('--help')
  ? await runStep({ args: [CLI, '--help'] })
  : await withLedger(retire);
