/** `npm run migration -- SERVICE NAME`: prints the migration that is missing between records and tables into a file of its own. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helped, needed, readCommand, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { openServer } from '../../packages/shared/dist/postgres/open-server.js';
import { printMigrationList } from '../../packages/shared/dist/subgraph/tables/migration-list.js';
import { planMigration } from '../../packages/shared/dist/subgraph/tables/plan-migration.js';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';

const USAGE = `usage: npm run migration -- SERVICE NAME, for example: npm run migration -- intel add-instruction
Compares the records that a service declares with the tables that its migrations make in an empty database, and prints what is
missing into services/SERVICE/src/migrations/. Read it, and change it where rows that are there need more; once released, never.
Exit: 0 printed or nothing missing, 1 failed, 3 usage.`;
const report = (line) => process.stderr.write(`${line}\n`);

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { service, name, folder } = words;
  const built = (file) => import(join(CHECKOUT, 'services', service, 'dist', file));
  const { tables } = (await built('service.js'))[service];
  const { MIGRATIONS: migrations } = await built('migrations.js');
  const head = { name, at: Date.now() };
  const server = await openServer({
    databaseUrl: process.env.DATABASE_URL,
    folder: join(dataFolder(), 'migration'),
    report,
  });
  try {
    const planned = await planMigration({ adminUrl: server.adminUrl, tables, migrations, head });
    if (planned === null) {
      process.stdout.write(`${service}: the migrations make what the records declare\n`);
      return 0;
    }
    const file = join(folder, 'migrations', `${head.at}-${name}.ts`);
    writeFileSync(file, planned.text);
    writeFileSync(join(folder, 'migrations.ts'), printMigrationList(readdirSync(join(folder, 'migrations'))));
    process.stdout.write(`${planned.differences.map((line) => `- ${line}`).join('\n')}\n${file}\n`);
    return 0;
  } finally {
    await server.stop();
  }
}

function readWords(args) {
  const { positionals } = wordsOf(args, {}, 2);
  const service = needed('SERVICE', positionals[0], 'a folder of services/');
  const folder = join(CHECKOUT, 'services', service, 'src');
  if (!/^[a-z]+$/.test(service) || !existsSync(folder)) throw new UsageError(`SERVICE: \`${service}\` is no service`);
  const name = needed('NAME', positionals[1], 'what the migration does');
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new UsageError(`NAME: \`${name}\` is no name such as add-instruction`);
  return { service, name, folder };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  report(error.message);
  return 1;
});
