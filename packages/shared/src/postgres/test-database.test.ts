import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from './connect.js';
import { holdCredentials } from './credentials.js';
import { provisionWith } from './provision.js';
import { dropTestDatabases } from './test-database.js';

const ADMIN_URL = process.env.CHANCERY_TEST_POSTGRES ?? '';
/** Runs that are nobody else's. */
const OVER = `over${randomBytes(3).toString('hex')}`;
const GOING = `going${randomBytes(3).toString('hex')}`;
const isOver = (run: string): boolean => run === OVER;

const admin = (statement: string) => withConnection(ADMIN_URL, (client) => client.query(statement));

async function left(run: string): Promise<string[]> {
  const { rows } = await admin(
    `select datname as name from pg_database where datname like 'test_${run}_%'
     union all select rolname from pg_roles where rolname like 'test_${run}_%' order by 1`,
  );
  return rows.map(({ name }: { name: string }) => name);
}

describe('what test runs leave behind', () => {
  const reported: string[] = [];
  const clear = () => dropTestDatabases(ADMIN_URL, isOver, (line) => reported.push(line));
  beforeAll(async () => {
    for (const name of [`test_${OVER}_copy`, `test_${OVER}_source`, `test_${GOING}_own`]) {
      await provisionWith(ADMIN_URL, name, holdCredentials());
    }
  });
  afterAll(() =>
    dropTestDatabases(
      ADMIN_URL,
      (run) => run === OVER || run === GOING,
      () => undefined,
    ),
  );

  it('goes whole when a copy belongs to the owner of its source', async () => {
    await admin(`alter database test_${OVER}_copy owner to test_${OVER}_source_owner`);
    await admin(`grant test_${OVER}_source_service to test_${OVER}_copy_service`);

    await clear();

    expect(await left(OVER)).toEqual([]);
    expect(reported).toEqual([]);
    expect(await left(GOING)).toHaveLength(4);
  });

  it('goes but for what cannot go, which is said and stops nothing', async () => {
    await admin(`create role test_${OVER}_a; create role test_${OVER}_b; create role test_${OVER}_c`);
    await admin(`grant connect on database test_${GOING}_own to test_${OVER}_b`);

    await clear();

    expect(await left(OVER)).toEqual([`test_${OVER}_b`]);
    expect(reported).toEqual([expect.stringMatching(`^cannot remove .test_${OVER}_b.: .*cannot be dropped`)]);
  });
});
