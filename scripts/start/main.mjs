/** `npm start` and `npm run serve`: the database, the subgraphs and the gateway on this machine, until a signal. */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { toldUsage } from '../../packages/shared/dist/command-help.js';
import { FREE_BYTES_MIN, requireRoom } from '../../packages/shared/dist/disk-room.js';
import { makeFolder } from '../../packages/shared/dist/make-folder.js';
import { openCredentialsFile } from '../../packages/shared/dist/postgres/credentials.js';
import { continueTogether } from '../../packages/shared/dist/postgres/incarnation.js';
import { provisionDatabase, provisionNotary } from '../../packages/shared/dist/postgres/provision.js';
import { dataFolder } from '../run/checkout.mjs';
import { parseArguments, USAGE } from './arguments.mjs';
import { keepHolds } from './keep-holds.mjs';
import { openPacks } from './packs.mjs';
import { findFreePorts, findGatewayPort, hostOf } from './ports.mjs';
import { DATABASES, PACKING, processesOf, programsOf, SUBGRAPHS } from './processes.mjs';
import { runUntilEnded } from './run-until-ended.mjs';
import { requireTrustFolder } from './trust-folder.mjs';
import { sayWhereToGo } from './where-to-go.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

async function startAll({ server, supervisor }, { data, host, port, isDemo, programs, packs }) {
  // Its log says why it failed; the next start then loads from files as this one does.
  if (!packs.areFresh) supervisor.runTask(PACKING).catch(() => {});
  const credentialsFile = join(data, 'credentials.json');
  const databases = {};
  for (const database of DATABASES) {
    databases[database] = await provisionDatabase(server.adminUrl, { database, credentialsFile });
  }
  const credentials = openCredentialsFile(credentialsFile);
  const notaryUrl = await provisionNotary(server.adminUrl, { database: 'chancery_ledger', credentials });
  await continueTogether(join(data, 'databases.json'), databases);
  const ports = await findFreePorts([...SUBGRAPHS, 'notary']);
  const given = { data, host, port, ports, databases, notaryUrl, databaseFiles: server.files, isDemo };
  const { tasks, servers } = processesOf(programs, given);
  for (const task of tasks) await supervisor.runTask(task);
  const urls = await Promise.all(servers.map((step) => supervisor.startServer(step)));
  keepHolds(databases.chancery_ledger, { say, ended: supervisor.ended });
  sayWhereToGo(say, urls.at(-1), { data, isDemo });
}

async function main() {
  const { help, isDemo } = parseArguments(process.argv.slice(2));
  if (help !== undefined) {
    say(help);
    return 0;
  }
  const data = dataFolder();
  const host = hostOf(process.env.HOST, isDemo);
  if (!existsSync(data)) {
    makeFolder(data);
    // The database server of root runs as `nobody`, who must pass through here and sees no names.
    chmodSync(data, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  if (!isDemo) requireTrustFolder(data);
  // An import that fills the disk would take the database down with it.
  const bytesMin = Number(process.env.CHANCERY_DISK_FREE_MIN || FREE_BYTES_MIN);
  await requireRoom({ folders: [data], bytesMin });
  const port = await findGatewayPort(process.env.PORT, host, { say });
  const packs = openPacks();
  const programs = programsOf({ isDemo, entryOf: packs.entryOf });
  return runUntilEnded({
    data,
    prepared: programs,
    databaseUrl: process.env.DATABASE_URL,
    logFolder: join(data, 'logs'),
    say,
    stopFirst: ['gateway'],
    rereads: !isDemo,
    startAll: (started) => startAll(started, { data, host, port, isDemo, programs, packs }),
  });
}

process.exitCode = await main().catch((error) => {
  if (toldUsage(error, USAGE)) return 3;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
