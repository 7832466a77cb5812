import { tellRows } from '@chancery/shared/subgraph/events/event-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tell of matches. */
export class TellOfMatches1795942207333 implements MigrationInterface {
  readonly name = 'TellOfMatches1795942207333';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: requirements name posts by their keys.
    await runner.query('create index mission_ref_by_key on mission_ref (key)');
    await tellRows(runner, 'standing_requirement', 'StandingRequirement');
    await tellRows(runner, 'intel_report', 'IntelReport');
    await tellRows(runner, 'threat', 'Threat');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mission_ref_by_key');
    await runner.query(`drop trigger tell on threat`);
    await runner.query(`drop trigger tell on intel_report`);
    await runner.query(`drop trigger tell on standing_requirement`);
  }
}
