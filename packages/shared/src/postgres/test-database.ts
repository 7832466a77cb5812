import { randomBytes } from 'node:crypto';
import { InternalError } from '../errors.js';
import { withConnection } from './connect.js';
import { holdCredentials } from './credentials.js';
import { type DatabaseUrls, provisionWith } from './provision.js';
import { roleNamesOf } from './role-names.js';

/** An empty database of one test file, with roles as in production. */
export interface TestDatabase extends DatabaseUrls {
  readonly adminUrl: string;
  readonly database: string;
  /** Removes the database and its roles, whoever is connected. */
  drop(): Promise<void>;
}

/** Makes a database on the server of this test run. */
export async function createTestDatabase(prefix: string): Promise<TestDatabase> {
  const adminUrl = process.env.CHANCERY_TEST_POSTGRES;
  if (adminUrl === undefined) {
    throw new InternalError(
      'INTERNAL',
      'CHANCERY_TEST_POSTGRES is not set: run through jest, whose global setup starts the server',
    );
  }
  const run = process.env.CHANCERY_TEST_RUN ?? 'run';
  const database = `test_${run}_${prefix}_${randomBytes(4).toString('hex')}`;
  const urls = await provisionWith(adminUrl, database, holdCredentials());
  return { ...urls, adminUrl, database, drop: () => dropDatabase(adminUrl, database) };
}

/** Removes a database and its roles; does nothing when they are gone. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const roles = Object.values(roleNamesOf(database));
  await withConnection(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('chancery.provision'))`);
    await admin.query(`drop database if exists ${database} with (force)`);
    for (const role of roles) await admin.query(`drop role if exists ${role}`);
  });
}

/** Removes what test runs left behind; `isOver` tells by the run's name. */
export async function dropTestDatabases(adminUrl: string, isOver: (run: string) => boolean): Promise<void> {
  const names = await withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname ~ '^test_'`);
    return rows.map(({ datname }) => datname);
  });
  for (const name of names) if (isOver(name.split('_')[1] ?? '')) await dropDatabase(adminUrl, name);
}
