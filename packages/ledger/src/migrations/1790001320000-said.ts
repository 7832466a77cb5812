import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What opens the commitment of an entry to its answer: a part of the sidecar, of which the notary reads nothing else. */
export class KeepSaid1790001320000 implements MigrationInterface {
  readonly name = 'KeepSaid1790001320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_sidecar drop constraint audit_sidecar_part_check,
      add constraint audit_sidecar_part_check check (part in ('access', 'records', 'private', 'said'))`);
    await runner.query(
      `create view audit_said as select log_id, idx, salt, blob from audit_sidecar where part = 'said'`,
    );
    await runner.query(`comment on view audit_said is 'salted digests of answers, for who proves what was said'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view audit_said');
    await runner.query(`alter table audit_sidecar drop constraint audit_sidecar_part_check,
      add constraint audit_sidecar_part_check check (part in ('access', 'records', 'private'))`);
  }
}
