import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import { withConnection } from '../../postgres/connect.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { isDatabaseAway } from './database-away.js';

describe('a failure of a statement', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('away');
  });
  afterAll(() => database.drop());

  const failureOf = (statement: string): Promise<unknown> =>
    withConnection(database.ownerUrl, (owner) => owner.query(statement)).then(
      () => null,
      (error: unknown) => error,
    );

  it.each([
    ['that takes longer than it may', `set statement_timeout = 10; select pg_sleep(5)`],
    ['whose session is ended', 'select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)'],
    [
      'that waits for a lock for longer than it may',
      `do $$ begin raise exception using errcode = 'lock_not_available'; end $$`,
    ],
  ])('%s is the database being away', async (_, statement) => {
    expect(isDatabaseAway(await failureOf(statement))).toBe(true);
  });

  it.each([
    ['that divides by zero', 'select 1 / 0'],
    ['that does not parse', 'selct'],
    ['that may not be run', 'create role other'],
  ])('%s is a fault of ours', async (_, statement) => {
    expect(isDatabaseAway(await failureOf(statement))).toBe(false);
  });

  it('is told apart through the library’s error and the field’s', async () => {
    const source = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const failure = await source.query('set statement_timeout = 10; select pg_sleep(5)').catch((error: Error) => error);
    await source.destroy();
    expect(isDatabaseAway(new GraphQLError('m', { originalError: failure }))).toBe(true);
    expect(isDatabaseAway(new GraphQLError('m', { originalError: new Error('m') }))).toBe(false);
  });

  it('that finds no server is the database being away', async () => {
    const url = new URL(database.ownerUrl);
    url.port = '1';
    const failure = await withConnection(url.href, () => Promise.resolve()).catch((error: unknown) => error);
    expect(isDatabaseAway(failure)).toBe(true);
  });
});
