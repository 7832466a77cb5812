import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which snapshot had which number: entries name it, so it must never name another. */
export class NumberSnapshots1790000800000 implements MigrationInterface {
  readonly name = 'NumberSnapshots1790000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table snapshot_number (
      number bigint primary key check (number > 0),
      digest text not null,
      at timestamptz not null default now()
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table snapshot_number');
  }
}
