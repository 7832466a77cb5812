import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The code of a custodian has a length, as that of every other State. */
export class BoundStates1790000800000 implements MigrationInterface {
  readonly name = 'BoundStates1790000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table premises alter column custodian type varchar(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table premises alter column custodian type text');
  }
}
