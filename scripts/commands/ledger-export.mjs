/** `npm run ledger:export`: the log of the data folder as C2SP tlog-tiles. */
import { join } from 'node:path';
import { CHECKOUT, fromUser } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';
import { withLedger } from './with-ledger.mjs';

const CLI = join(CHECKOUT, 'packages/ledger/dist/tiles/export-cli.js');
const [folder, ...rest] = process.argv.slice(2);
const args = folder === undefined ? [] : [folder.startsWith('-') ? folder : fromUser(folder), ...rest];

const exportLog = ({ loaderUrl }) => runStep({ args: [CLI, ...args], env: { CHANCERY_LEDGER_READER_URL: loaderUrl } });

process.exitCode = process.argv.includes('--help')
  ? await runStep({ args: [CLI, '--help'] })
  : await withLedger(exportLog);
