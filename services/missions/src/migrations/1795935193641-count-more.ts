import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count more. */
export class CountMore1795935193641 implements MigrationInterface {
  readonly name = 'CountMore1795935193641';

  async up(runner: QueryRunner): Promise<void> {
    await indexRows(
      runner,
      'legal_status_period',
      'reference receiving_state status held_from held_until recorded_at superseded_at mission_id',
    );
    await indexRows(
      runner,
      'immunity_status',
      'reference category valid_from valid_until recorded_at superseded_at post_holder_id mission_id',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(
      runner,
      'immunity_status',
      'reference category valid_from valid_until recorded_at superseded_at post_holder_id mission_id',
    );
    await endIndexes(
      runner,
      'legal_status_period',
      'reference receiving_state status held_from held_until recorded_at superseded_at mission_id',
    );
  }
}
