import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { provisionDatabase } from '../../packages/shared/dist/postgres/provision.js';
import { dataFolder } from '../run/checkout.mjs';

/** Exit code of a ledger that cannot be read. */
const INCOMPLETE = 2;
const report = (line) => process.stderr.write(`${line}\n`);

/** Runs `work` with the logins of the data folder's ledger, beside a running start or without one; gives its exit code. */
export async function withLedger(work) {
  const data = dataFolder();
  const credentialsFile = join(data, 'credentials.json');
  if (!existsSync(credentialsFile)) {
    report(`there is no ledger in \`${data}\` yet: npm start makes one`);
    return INCOMPLETE;
  }
  try {
    const folder = join(data, 'postgres');
    const server = await openServer({ databaseUrl: process.env.DATABASE_URL, folder, report });
    try {
      return await work(await provisionDatabase(server.adminUrl, { database: 'chancery_ledger', credentialsFile }));
    } finally {
      await server.stop();
    }
  } catch (error) {
    report(error.message);
    return INCOMPLETE;
  }
}
