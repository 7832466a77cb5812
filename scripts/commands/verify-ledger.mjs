/** `npm run ledger:verify`: checks the ledger of the data folder from its stored bytes, beside a running start or alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { provisionDatabase } from '../../packages/shared/dist/postgres/provision.js';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { runStep } from '../run/run-step.mjs';

const INCOMPLETE = 2;
const report = (line) => process.stderr.write(`${line}\n`);

async function main() {
  const data = dataFolder();
  const credentialsFile = join(data, 'credentials.json');
  if (!existsSync(credentialsFile)) {
    report(`there is no ledger in \`${data}\` yet: npm start makes one`);
    return INCOMPLETE;
  }
  const folder = join(data, 'postgres');
  const server = await openServer({ databaseUrl: process.env.DATABASE_URL, folder, report });
  try {
    const { loaderUrl } = await provisionDatabase(server.adminUrl, { database: 'chancery_ledger', credentialsFile });
    return await runStep({
      args: [join(CHECKOUT, 'packages/ledger/dist/verify-cli.js'), ...process.argv.slice(2)],
      env: { CHANCERY_LEDGER_READER_URL: loaderUrl },
    });
  } finally {
    await server.stop();
  }
}

process.exitCode = await main().catch((error) => {
  report(error.message);
  return INCOMPLETE;
});
