import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { rowVersions } from '../testkit/row-versions.js';
import { inTransaction } from './import-transaction.js';
import { createImportedTable, forgetImports, importOnce, readSeed } from './seed.js';

class CreateImported1790000000000 implements MigrationInterface {
  readonly name = 'CreateImported1790000000000';
  up = (runner: QueryRunner) => createImportedTable(runner);
  down = async () => {};
}

describe('an import of a seed', () => {
  let database: TestDatabase;
  let folder: string;
  let codes = 0;
  beforeAll(async () => {
    database = await createTestDatabase('seed');
    await migrate(database.ownerUrl, [CreateImported1790000000000]);
    folder = mkdtempSync(join(tmpdir(), 'seed-'));
    writeFileSync(join(folder, 'package.json'), '{}');
    write('a.csv', 'one');
    write('b.csv', 'two');
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

  /** Code in a folder of its own, for what a process has read it does not read again. */
  function codeOf(text: string): string {
    codes += 1;
    const code = join(folder, `code${codes}`);
    mkdirSync(join(code, 'import'), { recursive: true });
    writeFileSync(join(code, 'import/importer.js'), text);
    return code;
  }

  async function runs(
    code: string,
    { exercise = true, files = ['a.csv', 'b.csv'], fails = false } = {},
  ): Promise<boolean> {
    const seed = await readSeed({ dataFolder: folder, files, code, exercise });
    let ran = false;
    await inTransaction(database.ownerUrl, (client) =>
      importOnce(client, seed, async () => {
        ran = true;
        if (fails) throw new Error('half-way');
      }),
    );
    return ran;
  }

  it('runs once, and a second time writes nothing at all', async () => {
    const code = codeOf('1');
    expect(await runs(code)).toBe(true);
    const before = await rowVersions(database.ownerUrl);
    expect(before.imported).toHaveLength(3);
    expect(await runs(code)).toBe(false);
    expect(await rowVersions(database.ownerUrl)).toEqual(before);
  });

  it('runs again when a file, the choice of files, the code or the purpose is another', async () => {
    const code = codeOf('1');
    expect(await runs(code)).toBe(false);
    write('b.csv', 'two, changed');
    expect(await runs(code)).toBe(true);
    expect(await runs(code)).toBe(false);
    expect(await runs(code, { files: ['a.csv'] })).toBe(true);
    expect(await runs(code, { exercise: false })).toBe(true);
    expect(await runs(codeOf('2'), { exercise: false })).toBe(true);
    // What was, is imported again when it returns.
    expect(await runs(code)).toBe(true);
  });

  it('runs again when the last time failed, or when what it looks up has changed', async () => {
    const code = codeOf('3');
    await expect(runs(code, { fails: true })).rejects.toThrow('half-way');
    expect(await runs(code)).toBe(true);
    await inTransaction(database.ownerUrl, forgetImports);
    expect(await runs(code)).toBe(true);
  });
});
