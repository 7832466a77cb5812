/** `npm run ledger:rebuild`: entries that the data folder's ledger has lost, from the copy of a mirror. */
import { join } from 'node:path';
import { readRebuildWords, USAGE } from '../../packages/ledger/dist/mirror/rebuild-words.js';
import { CHECKOUT, fromUser } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/mirror/rebuild-cli.js');
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : fromUser(arg)));

const rebuild = ({ ownerUrl }) => runStep({ args: [CLI, ...args], env: { CHANCERY_LEDGER_OWNER_URL: ownerUrl } });

process.exitCode = await withLedger({ args, usage: USAGE, read: readRebuildWords }, rebuild);
