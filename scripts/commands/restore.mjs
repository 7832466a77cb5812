/** `npm run restore -- FROM [--to-time T]`: a backup into the data folder, which must be empty, and what of the ledger is in it. */
import { join } from 'node:path';
import { keepHeadIn, readKeptHead } from '../../packages/ledger/dist/kept-head.js';
import { openLedgerReader } from '../../packages/ledger/dist/ledger-reader.js';
import { parseEdge } from '../../packages/ledger/dist/tree.js';
import { claimOfHead } from '../../packages/ledger/dist/verify/claims.js';
import { printVerdict } from '../../packages/ledger/dist/verify/verdict.js';
import { verifyLedger } from '../../packages/ledger/dist/verify/verify-ledger.js';
import { helped, needed, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { restoreBackup } from '../../packages/shared/dist/postgres/backup/restore-backup.js';
import { provisionDatabase } from '../../packages/shared/dist/postgres/provision.js';
import { CACHE_CANDIDATES, chooseCache } from '../../packages/shared/dist/postgres/reachable-cache.js';
import { zonedInstant } from '../../packages/shared/dist/written-instant.js';
import { dataFolder, fromUser } from '../run/checkout.mjs';

const USAGE = `usage: CHANCERY_DATA=NEW npm run restore -- FROM [--to-time 2026-09-21T12:00:00Z]
Restores the backup in FROM into the data folder, which must be empty, to the end of the last backup or to a time after one was
taken. The ledger is verified, against the head that was kept with the backup too. Exit: 0 restored, 1 not, 3 usage.`;
const FIRST_LOG = 1;
const report = (line) => process.stderr.write(`${line}\n`);

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const data = dataFolder();
  const { server } = await restoreBackup({
    from: fromUser(words.from),
    toTime: words.toTime,
    data,
    serverFolder: join(data, 'postgres'),
    cache: () => chooseCache(CACHE_CANDIDATES),
    report,
  });
  try {
    return await checkLedger(server, data, words.toTime);
  } finally {
    await server.stop();
  }
}

function readWords(args) {
  const { values, positionals } = wordsOf(args, { 'to-time': { type: 'string' } }, 1);
  const from = needed('FROM', positionals[0], 'the folder of the backup');
  const time = values['to-time'];
  return { from, toTime: time === undefined ? null : timeOf(time) };
}

/** With a zone, also one that is not UTC. */
function timeOf(text) {
  const time = zonedInstant(text);
  if (time === null) throw new UsageError(`--to-time: \`${text}\` is no time such as 2026-09-21T12:00:00Z`);
  return new Date(time);
}

/** What was restored must hold at least what the kept head says; an earlier time may hold less, and is told. */
async function checkLedger(server, data, toTime) {
  const credentialsFile = join(data, 'credentials.json');
  const { loaderUrl } = await provisionDatabase(server.adminUrl, { database: 'chancery_ledger', credentialsFile });
  const file = join(data, 'ledger-head.json');
  const kept = readKeptHead(file);
  const verdict = await verifyLedger(loaderUrl, report, kept === null ? [] : [claimOfHead(kept)]);
  for (const line of printVerdict(verdict)) report(line);
  if (verdict.outcome === 'altered' || (verdict.outcome === 'incomplete' && toTime === null)) return 1;
  const reader = await openLedgerReader(loaderUrl);
  const head = (await reader.heads()).find(({ logId }) => logId === FIRST_LOG);
  await reader.close();
  if (head === undefined) return 1;
  if (kept !== null && kept.size > head.size) {
    report(
      `${kept.size - head.size} entries that were acknowledged later are not in it: their receipts cannot be redeemed`,
    );
  }
  const keeper = keepHeadIn(file, FIRST_LOG, report);
  keeper.keep(parseEdge(head.size, head.peaks));
  await keeper.settled();
  report(`restored into \`${data}\``);
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  report(error.message);
  return 1;
});
