import pg from 'pg';
import { AbstractLogger, DataSource, type MigrationInterface } from 'typeorm';
import { type Report, reportWhileWaiting } from './report.js';

/** Brings a database to the newest of its migrations, each in its own transaction; those that ran before are left alone. */
export async function migrate(
  ownerUrl: string,
  migrations: readonly (new () => MigrationInterface)[],
  report: Report = () => {},
): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    driver: pg,
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    // One connection, so that the lock below and the migrations share a session.
    poolSize: 1,
    logger: new SilentLogger(),
  });
  await source.initialize();
  try {
    // Two processes that set up one database at once: the second finds nothing left to do.
    await source.query(`select pg_advisory_lock(hashtext('chancery.migrate'))`);
    const ran = await reportWhileWaiting(report, 'migrating the database', source.runMigrations());
    for (const { name } of ran) report(`migrated ${name}`);
  } finally {
    await source.destroy();
  }
}

// A failed migration throws; telling of it on the console as well is typeorm's habit, not the caller's wish.
class SilentLogger extends AbstractLogger {
  protected override writeLog(): void {}
}
