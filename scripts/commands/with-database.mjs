import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { provisionDatabase } from '../../packages/shared/dist/postgres/provision.js';
import { dataFolder } from '../run/checkout.mjs';

/** Runs `work` with the logins of a database of the data folder, beside a running start or without one; gives what it gives. */
export async function withDatabase(database, work) {
  const data = dataFolder();
  const credentialsFile = join(data, 'credentials.json');
  if (!existsSync(credentialsFile)) {
    throw new Error(`there is no database in \`${data}\` yet: npm start makes one`);
  }
  const report = (line) => process.stderr.write(`${line}\n`);
  const server = await openServer({
    databaseUrl: process.env.DATABASE_URL,
    folder: join(data, 'postgres'),
    report,
  });
  try {
    return await work(await provisionDatabase(server.adminUrl, { database, credentialsFile }));
  } finally {
    await server.stop();
  }
}
