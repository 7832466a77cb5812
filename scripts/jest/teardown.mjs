/** Removes this run's databases and lets go of the server. */
import { dropTestDatabases } from '../../packages/shared/dist/postgres/test-database.js';

export default async function teardown() {
  const server = globalThis.chanceryTestServer;
  const report = (line) => process.stderr.write(`${line}\n`);
  try {
    await dropTestDatabases(server.adminUrl, (run) => run === process.env.CHANCERY_TEST_RUN, report);
  } catch (error) {
    report(`what this run left stays: ${error}`);
  } finally {
    await server.stop();
  }
}
