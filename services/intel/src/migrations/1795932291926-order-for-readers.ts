import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Order for readers. */
export class OrderForReaders1795932291926 implements MigrationInterface {
  readonly name = 'OrderForReaders1795932291926';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table threat_level alter column reference type varchar(40) collate "und-x-icu"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table threat_level alter column reference type varchar(40)`);
  }
}
