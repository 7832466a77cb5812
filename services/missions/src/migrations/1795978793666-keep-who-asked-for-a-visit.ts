import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keep who asked for a visit. */
export class KeepWhoAskedForAVisit1795978793666 implements MigrationInterface {
  readonly name = 'KeepWhoAskedForAVisit1795978793666';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table visit_request add column requested_by text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table visit_request drop column requested_by`);
  }
}
