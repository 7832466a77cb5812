import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { withConnection } from '@chancery/shared/postgres/connect';
import { startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { migrate } from '@chancery/shared/postgres/migrate';
import { type DatabaseUrls, provisionDatabase } from '@chancery/shared/postgres/provision';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { parseLawSeed, seedActs, seedFacts } from '@chancery/shared/snapshot/seed-content';
import { parentOf } from './cpu-time.js';

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

type Migrations = Parameters<typeof migrate>[1];

/** The database server of the ledgers, as the project starts it: fsync on, commits waited for. */
export interface BenchServer {
  /** Of the server itself, whose children write. */
  readonly pid: number;
  /** An empty ledger of that name. */
  makeLedger(name: string): Promise<DatabaseUrls>;
  /** An empty database of that name, migrated so. */
  makeDatabase(name: string, migrations: Migrations): Promise<DatabaseUrls>;
  stop(): Promise<void>;
}

export async function startServer(folder: string): Promise<BenchServer> {
  const { adminUrl, stop } = await startEmbeddedServer({ folder: join(folder, 'postgres'), report: say });
  const pid = await withConnection(adminUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return parentOf(rows[0]?.pid ?? 0);
  });
  if (pid === null) throw new RangeError('the database server has no process');
  const makeDatabase = async (name: string, migrations: Migrations): Promise<DatabaseUrls> => {
    const database = `bench_${name}`;
    await withConnection(adminUrl, (client) => client.query(`drop database if exists ${database} with (force)`));
    const urls = await provisionDatabase(adminUrl, {
      database,
      credentialsFile: join(folder, `${database}.credentials.json`),
    });
    await migrate(urls.ownerUrl, migrations);
    return urls;
  };
  return { pid, stop, makeDatabase, makeLedger: (name) => makeDatabase(name, LEDGER_MIGRATIONS) };
}

/** The snapshot of the demonstration, all 9,737 posts of it, in a file. */
export async function writeSnapshot(data: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const seed = parseLawSeed(JSON.parse(readFileSync(join(data, 'law/acts.json'), 'utf8')));
  const facts = seedFacts(readFileSync(join(data, 'missions.csv'), 'utf8'), seed);
  const file = join(folder, 'snapshot.json');
  writeFileSync(file, JSON.stringify(sealSnapshot({ number: 1, facts, acts: seedActs(seed, Date.now()) })));
  return file;
}

/** Register keys of posts in Germany, whose police asks. */
export function missionsIn(data: string, count: number): readonly string[] {
  const keys = readFileSync(join(data, 'missions.csv'), 'utf8').matchAll(/^"?(Q\d+)/gm);
  return [...keys].slice(0, count).map(([, key = '']) => key);
}
