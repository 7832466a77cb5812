import { randomBytes } from 'node:crypto';
import type { MigrationInterface } from 'typeorm';
import { holdCredentials } from '../../postgres/credentials.js';
import { migrate } from '../../postgres/migrate.js';
import { provisionWith } from '../../postgres/provision.js';
import { dropDatabase } from '../../postgres/test-database.js';
import { readCatalogue } from './catalogue.js';
import type { DeclaredTable } from './declared-table.js';
import { differencesOf, differenceText } from './differences.js';
import { type MigrationHead, printMigration } from './print-migration.js';

/** Of what a migration is planned. */
export interface MigrationPlan {
  /** Administrator of a server on which an empty database may be made for a moment. */
  readonly adminUrl: string;
  readonly tables: readonly DeclaredTable[];
  /** Those that there are. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly head: MigrationHead;
}

/** What a planned migration does, in lines, and its text. */
export interface PlannedMigration {
  readonly differences: readonly string[];
  readonly text: string;
}

/** The migration that is missing between what the migrations make and what records declare; null when none is. */
export async function planMigration(plan: MigrationPlan): Promise<PlannedMigration | null> {
  const database = `migration_${randomBytes(6).toString('hex')}`;
  try {
    const { ownerUrl } = await provisionWith(plan.adminUrl, database, holdCredentials());
    await migrate(ownerUrl, plan.migrations);
    const catalogue = await readCatalogue(ownerUrl);
    const differences = differencesOf(plan.tables, catalogue);
    if (differences.length === 0) return null;
    return { differences: differences.map(differenceText), text: printMigration(plan.head, differences, catalogue) };
  } finally {
    await dropDatabase(plan.adminUrl, database);
  }
}
