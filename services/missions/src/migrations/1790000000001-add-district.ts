import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The part of a settlement in which a post stands, apart from the settlement. */
export class AddDistrict1790000000001 implements MigrationInterface {
  readonly name = 'AddDistrict1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mission add column district text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mission drop column district');
  }
}
