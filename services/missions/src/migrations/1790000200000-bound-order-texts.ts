import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that posts are ordered by have a length, because a cursor holds them. */
export class BoundOrderTexts1790000200000 implements MigrationInterface {
  readonly name = 'BoundOrderTexts1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mission alter column sending_state type varchar(3),
      alter column receiving_state type varchar(3), alter column city type varchar(200),
      alter column district type varchar(200)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mission alter column sending_state type text,
      alter column receiving_state type text, alter column city type text,
      alter column district type text`);
  }
}
