import { endLanguages, indexLanguages } from '@chancery/shared/subgraph/tables/language-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Order in languages. */
export class OrderInLanguages1795976943518 implements MigrationInterface {
  readonly name = 'OrderInLanguages1795976943518';

  async up(runner: QueryRunner): Promise<void> {
    await indexLanguages(runner, 'mission', 'city district', 'CS DA ES ET HR HU PL SK SV TR');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endLanguages(runner, 'mission', 'city district', 'CS DA ES ET HR HU PL SK SV TR');
  }
}
