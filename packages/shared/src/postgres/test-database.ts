import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { InternalError } from '../errors.js';
import { withConnection } from './connect.js';
import { holdCredentials } from './credentials.js';
import { type DatabaseUrls, provisionNotary, provisionWith } from './provision.js';
import type { Report } from './report.js';
import { notaryNameOf, roleNamesOf } from './role-names.js';

const TEST_NAME = /^test_[a-z0-9_]+$/;

/** An empty database of one test file, with roles as in production. */
export interface TestDatabase extends DatabaseUrls {
  readonly adminUrl: string;
  readonly database: string;
  /** Adds the notary's role; gives its login. */
  addNotary(): Promise<string>;
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
  const credentials = holdCredentials();
  const urls = await provisionWith(adminUrl, database, credentials);
  const addNotary = () => provisionNotary(adminUrl, { database, credentials });
  return { ...urls, adminUrl, database, addNotary, drop: () => dropDatabase(adminUrl, database) };
}

/** Removes a database and its roles; does nothing when they are gone. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const roles = [...Object.values(roleNamesOf(database)), notaryNameOf(database)];
  await withConnection(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('chancery.provision'))`);
    await admin.query(`drop database if exists ${database} with (force)`);
    for (const role of roles) await admin.query(`drop role if exists ${role}`);
  });
}

/**
 * Removes what test runs left behind; `isOver` tells by the run's name. First all databases, then all roles: a copy
 * belongs to the owner of its source, who cannot go while it stands. What cannot be removed is reported, and the rest goes.
 */
export async function dropTestDatabases(
  adminUrl: string,
  isOver: (run: string) => boolean,
  report: Report,
): Promise<void> {
  const isLeft = (name: string): boolean => isOver(name.split('_')[1] ?? '');
  await withConnection(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('chancery.provision'))`);
    const drop = async (name: string, statement: string): Promise<void> => {
      await admin.query(statement).catch((error: unknown) => report(`cannot remove \`${name}\`: ${String(error)}`));
    };
    const databases = await namesOf(admin, 'select datname as name from pg_database');
    for (const name of databases.filter(isLeft)) await drop(name, `drop database if exists ${name} with (force)`);
    const roles = await namesOf(admin, 'select rolname as name from pg_roles');
    for (const name of roles.filter(isLeft)) await drop(name, `drop role if exists ${name}`);
  });
}

/** Names that test runs make, and that need no quoting. */
async function namesOf(admin: pg.Client, query: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(query);
  return rows.map(({ name }) => name).filter((name) => TEST_NAME.test(name));
}
