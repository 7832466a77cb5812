/** `npm run backup -- TO`: a base backup of every database, and from then on every segment of the log, in one folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { helped, needed, readCommand, wordsOf } from '../../packages/shared/dist/command-help.js';
import { takeBackup } from '../../packages/shared/dist/postgres/backup/take-backup.js';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { CACHE_CANDIDATES, chooseCache } from '../../packages/shared/dist/postgres/reachable-cache.js';
import { dataFolder, fromUser } from '../run/checkout.mjs';

const USAGE = `usage: npm run backup -- TO
Takes a backup of every database, the keys, passwords and agreements of the data folder into TO, beside a running start or
without one, and keeps there what is written from then on. TO holds secrets: put it on a disk that is encrypted and elsewhere.
Exit: 0 taken, 1 not taken, 3 usage.`;
const BESIDE = [
  'credentials.json',
  'keys',
  'trust',
  'ledger-head.json',
  'notary',
  'databases.json',
  'dev-issuer.json',
  'postgres/server.json',
];
const report = (line) => process.stderr.write(`${line}\n`);

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const to = readCommand(USAGE, () => needed('TO', wordsOf(args, {}, 1).positionals[0], 'the folder of the backups'));
  if (to === null) return 3;
  if (process.env.DATABASE_URL) {
    report('DATABASE_URL is set: a server of your own is backed up by its own tools (docs/operating.md)');
    return 1;
  }
  const data = dataFolder();
  const serverFolder = join(data, 'postgres');
  if (!existsSync(serverFolder)) {
    report(`there is nothing in \`${data}\` yet: npm start makes it`);
    return 1;
  }
  const server = await openServer({ databaseUrl: undefined, folder: serverFolder, report });
  try {
    const folder = await takeBackup({
      adminUrl: server.adminUrl,
      serverFolder,
      cache: () => chooseCache(CACHE_CANDIDATES),
      beside: BESIDE.map((name) => join(data, name)),
      to: fromUser(to),
      report,
    });
    process.stdout.write(`${folder}\n`);
    return 0;
  } finally {
    await server.stop();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  report(error.message);
  return 1;
});
