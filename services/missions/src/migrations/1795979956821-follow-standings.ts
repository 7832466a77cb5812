import { allowChanges, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is learnt better at once was believed for no time. */
const SUPERSEDED = 'legal_status_period_superseded_check';

/** Follow standings. */
export class FollowStandings1795979956821 implements MigrationInterface {
  readonly name = 'FollowStandings1795979956821';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table legal_status_period drop constraint legal_status_period_check1`);
    await runner.query(
      `alter table legal_status_period add constraint ${SUPERSEDED} check (superseded_at >= recorded_at)`,
    );
    await allowChanges(runner, 'legal_status_period', ['held_until', 'superseded_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'legal_status_period');
    await runner.query(`alter table legal_status_period drop constraint ${SUPERSEDED}`);
    await runner.query(
      'alter table legal_status_period add constraint legal_status_period_check1 check (superseded_at > recorded_at)',
    );
  }
}
