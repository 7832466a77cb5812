import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add incident states. */
export class AddIncidentStates1795922385040 implements MigrationInterface {
  readonly name = 'AddIncidentStates1795922385040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident drop constraint incident_type_check`);
    await runner.query(
      `alter table incident add constraint incident_type_check check (type in ('ABUSE_OF_DIPLOMATIC_BAG', 'AIR_STRIKE', 'ANOMALOUS_HEALTH_INCIDENT', 'ARMED_ASSAULT', 'ARSON', 'ASSASSINATION', 'ASSASSINATION_ATTEMPT', 'BOMBING', 'CIVIL_UNREST', 'COMPLEX_ATTACK', 'CYBER_INTRUSION', 'DRONE_ATTACK', 'ENTRY_WITH_CONSENT', 'EVACUATION', 'FIRE', 'FORCED_CLOSURE', 'HOSTAGE_TAKING', 'IMMUNITY_CLAIM', 'KIDNAPPING', 'SHOOTING_FROM_PREMISES', 'UNLAWFUL_ENTRY', 'UNLAWFUL_KILLING_IN_PREMISES'))`,
    );
    await runner.query(
      `alter table incident add column status text check (status in ('REPORTED', 'ASSESSED', 'RESPONDING', 'CONTAINED', 'RECOVERY', 'CLOSED')) not null default 'REPORTED'`,
    );
    // Of what was reported before, nobody has said more; what comes now says it itself.
    await runner.query(`alter table incident alter column status drop default`);
    await runner.query(
      `alter table incident add column severity text check (severity in ('MINOR', 'MODERATE', 'SEVERE', 'EXTREME'))`,
    );
    await runner.query(
      `alter table incident add column ipp_offence text check (ipp_offence in ('ATTACK_ON_PERSON', 'VIOLENT_ATTACK_ON_PREMISES', 'THREAT', 'ATTEMPT', 'PARTICIPATION'))`,
    );
    await runner.query(`alter table incident add column started_at timestamptz`);
    await runner.query(`alter table incident add column ended_at timestamptz`);
    await runner.query(`alter table incident add column injured integer check (injured >= 0)`);
    await runner.query(`alter table incident add column recovery_from timestamptz`);
    await runner.query(`alter table incident add column closed_at timestamptz`);
    await runner.query(`alter table incident add constraint incident_times_check check (ended_at >= started_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident drop constraint incident_times_check`);
    await runner.query(`alter table incident drop column closed_at`);
    await runner.query(`alter table incident drop column recovery_from`);
    await runner.query(`alter table incident drop column injured`);
    await runner.query(`alter table incident drop column ended_at`);
    await runner.query(`alter table incident drop column started_at`);
    await runner.query(`alter table incident drop column ipp_offence`);
    await runner.query(`alter table incident drop column severity`);
    await runner.query(`alter table incident drop column status`);
    await runner.query(`alter table incident drop constraint incident_type_check`);
    await runner.query(
      `alter table incident add constraint incident_type_check CHECK ((type = ANY (ARRAY['ABUSE_OF_DIPLOMATIC_BAG'::text, 'AIR_STRIKE'::text, 'ANOMALOUS_HEALTH_INCIDENT'::text, 'ARMED_ASSAULT'::text, 'ARSON'::text, 'ASSASSINATION'::text, 'ASSASSINATION_ATTEMPT'::text, 'BOMBING'::text, 'CIVIL_UNREST'::text, 'CYBER_INTRUSION'::text, 'DRONE_ATTACK'::text, 'ENTRY_WITH_CONSENT'::text, 'EVACUATION'::text, 'FIRE'::text, 'FORCED_CLOSURE'::text, 'HOSTAGE_TAKING'::text, 'IMMUNITY_CLAIM'::text, 'KIDNAPPING'::text, 'SHOOTING_FROM_PREMISES'::text, 'UNLAWFUL_ENTRY'::text, 'UNLAWFUL_KILLING_IN_PREMISES'::text])))`,
    );
  }
}
