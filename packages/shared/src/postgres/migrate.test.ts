import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { withConnection } from './connect.js';
import { migrate } from './migrate.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

class CreateNote1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('create table note (a int)');
  }
  async down() {}
}

class BreakNote1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('insert into note values (1)');
    await runner.query('insert into nowhere values (1)');
  }
  async down() {}
}

describe('migrate', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('migrate');
  });
  afterAll(() => database.drop());

  it('runs each migration once, also when two processes start together', async () => {
    const lines: string[] = [];
    const run = () => migrate(database.ownerUrl, [CreateNote1790000000000], (line) => lines.push(line));
    await Promise.all([run(), run()]);
    await run();
    expect(lines).toEqual(['migrated CreateNote1790000000000']);
  });

  it('leaves nothing of a migration that fails, and says which statement failed', async () => {
    const run = migrate(database.ownerUrl, [CreateNote1790000000000, BreakNote1790000000001]);
    await expect(run).rejects.toThrow('relation "nowhere" does not exist');
    const { rowCount } = await withConnection(database.ownerUrl, (owner) => owner.query('table note'));
    expect(rowCount).toBe(0);
  });

  it('leaves the record of migrations out of the service’s reach', async () => {
    const read = withConnection(database.serviceUrl, (service) => service.query('table migrations'));
    await expect(read).rejects.toThrow('permission denied');
  });
});
