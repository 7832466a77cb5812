/** Opens the database server of a test run: once for all files, the embedded one unless DATABASE_URL names another. */
import { resolve } from 'node:path';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { identifyProcess, isRunning } from '../../packages/shared/dist/postgres/process-identity.js';
import { dropTestDatabases } from '../../packages/shared/dist/postgres/test-database.js';
import { build } from '../run/prepare.mjs';
import { fetchNewerNode } from './newer-node.mjs';

export default async function setup() {
  // What is run is what was built; whoever calls jest by itself may not have.
  const [built, newerNode] = await Promise.all([build(), fetchNewerNode()]);
  if (built !== 0) throw new Error('what does not compile is not tested');
  process.env.CHANCERY_TEST_NEWER_NODE = newerNode ?? '';
  const checkout = resolve(import.meta.dirname, '../..');
  const databaseUrl = process.env.DATABASE_URL;
  const server = await openServer({
    databaseUrl,
    folder: resolve(checkout, process.env.CHANCERY_DATA ?? '.chancery', 'test'),
    report,
  });
  process.env.CHANCERY_TEST_POSTGRES = server.adminUrl;
  process.env.CHANCERY_TEST_RUN = nameOf(process.pid);
  globalThis.chanceryTestServer = server;
  // Runs that were killed; on a server of the operator's own, whose process numbers may be another machine's, none.
  if (!databaseUrl) await dropTestDatabases(server.adminUrl, (run) => !isGoing(run), report).catch(warn);
}

const report = (line) => process.stderr.write(`${line}\n`);

// What an earlier run left behind is no reason to run no test.
const warn = (error) => report(`what earlier runs left stays: ${error}`);

/** The name of this run's databases: its process, so that a later run can tell that it is over. */
function nameOf(pid) {
  return `${pid}x${identifyProcess(pid)?.startTicks ?? 0}`;
}

function isGoing(run) {
  const [pid, startTicks] = run.split('x');
  return isRunning({ pid: Number(pid), startTicks });
}
