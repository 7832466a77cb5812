import type { MigrationInterface } from 'typeorm';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase } from '../../postgres/test-database.js';
import { readCatalogue } from '../tables/catalogue.js';
import type { DeclaredTable } from '../tables/declared-table.js';
import { differencesOf, differenceText } from '../tables/differences.js';

/** Migrates an empty database and compares it with the tables that records declare; returns every difference. */
export async function compareCatalogue(
  tables: readonly DeclaredTable[],
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const database = await createTestDatabase('catalogue');
  try {
    await migrate(database.ownerUrl, migrations);
    return differencesOf(tables, await readCatalogue(database.ownerUrl)).map(differenceText);
  } finally {
    await database.drop();
  }
}
