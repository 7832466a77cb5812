import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of States have a length, as in every other table. */
export class BoundStates1790000800000 implements MigrationInterface {
  readonly name = 'BoundStates1790000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident alter column sending_state type varchar(3),
      alter column receiving_state type varchar(3)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident alter column sending_state type text,
      alter column receiving_state type text`);
  }
}
