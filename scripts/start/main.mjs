/** `npm start`: the database, the subgraphs and the gateway on this machine, until a signal. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provisionDatabase } from '../../packages/shared/dist/postgres/provision.js';
import { dataFolder } from '../run/checkout.mjs';
import { findGatewayPort } from './gateway-port.mjs';
import { DATABASES, processesOf } from './processes.mjs';
import { runUntilEnded } from './run-until-ended.mjs';
import { sayWhereToGo } from './where-to-go.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

async function startAll({ server, supervisor }, { data, port, isDemo }) {
  const databases = {};
  for (const database of DATABASES) {
    const credentialsFile = join(data, 'credentials.json');
    databases[database] = await provisionDatabase(server.adminUrl, { database, credentialsFile });
  }
  const { tasks, servers } = processesOf({ data, port, databases, isDemo });
  for (const stage of tasks) await Promise.all(stage.map((task) => supervisor.runTask(task)));
  let url;
  for (const stage of servers) [url] = await Promise.all(stage.map((step) => supervisor.startServer(step)));
  sayWhereToGo(say, url, data);
}

async function main() {
  const isDemo = process.argv.includes('--demo');
  const data = dataFolder();
  if (!existsSync(data)) {
    mkdirSync(data, { recursive: true });
    // The database server of root runs as `nobody`, who must pass through here and sees no names.
    chmodSync(data, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  const port = await findGatewayPort(process.env.PORT);
  return runUntilEnded({
    data,
    databaseUrl: process.env.DATABASE_URL,
    logFolder: join(data, 'logs'),
    say,
    startAll: (started) => startAll(started, { data, port, isDemo }),
  });
}

process.exitCode = await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
