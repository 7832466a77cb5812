import { createSearchTable, dropSearchTable } from '@chancery/shared/subgraph/search/search-table';
import { addCells, dropCells } from '@chancery/shared/subgraph/tables/map-cells';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find by words. */
export class FindByWords1795929476783 implements MigrationInterface {
  readonly name = 'FindByWords1795929476783';

  async up(runner: QueryRunner): Promise<void> {
    await createSearchTable(runner);
    await runner.query(`alter table mission alter column city type varchar(200) collate "und-x-icu"`);
    await runner.query(`alter table mission alter column district type varchar(200) collate "und-x-icu"`);
    await addCells(runner, 'mission', { name: 'location_cell', latitude: 'latitude', longitude: 'longitude' });
    await runner.query(`alter table legal_status_period alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table area alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table residence alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table asset alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table vehicle alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table post_holder alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table immunity_status alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table family_member alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table access_control_point alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table credential alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table access_event alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table visitor alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table visit_request alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table visitor_vetting alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table biometric_enrollment alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table security_team alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table guard_post alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table sensor alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table alarm_event alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table footage alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(
      `alter table suspicious_activity_report alter column reference type varchar(40) collate "und-x-icu"`,
    );
    await runner.query(`alter table comms_plan alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table comms_channel alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table notification_tree alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table emergency_action_plan alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table plan_annex alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table action_card alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table checklist alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table evacuation_plan alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table continuity_plan alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table liaison_contact alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table resource_stock alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table resource alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table training_course alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table training_record alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table scenario alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table exercise alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table inject alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table finding alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table readiness_score alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table security_posture alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table assessment alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table cyber_control alter column reference type varchar(40) collate "und-x-icu"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table cyber_control alter column reference type varchar(40)`);
    await runner.query(`alter table assessment alter column reference type varchar(40)`);
    await runner.query(`alter table security_posture alter column reference type varchar(40)`);
    await runner.query(`alter table readiness_score alter column reference type varchar(40)`);
    await runner.query(`alter table finding alter column reference type varchar(40)`);
    await runner.query(`alter table inject alter column reference type varchar(40)`);
    await runner.query(`alter table exercise alter column reference type varchar(40)`);
    await runner.query(`alter table scenario alter column reference type varchar(40)`);
    await runner.query(`alter table training_record alter column reference type varchar(40)`);
    await runner.query(`alter table training_course alter column reference type varchar(40)`);
    await runner.query(`alter table resource alter column reference type varchar(40)`);
    await runner.query(`alter table resource_stock alter column reference type varchar(40)`);
    await runner.query(`alter table liaison_contact alter column reference type varchar(40)`);
    await runner.query(`alter table continuity_plan alter column reference type varchar(40)`);
    await runner.query(`alter table evacuation_plan alter column reference type varchar(40)`);
    await runner.query(`alter table checklist alter column reference type varchar(40)`);
    await runner.query(`alter table action_card alter column reference type varchar(40)`);
    await runner.query(`alter table plan_annex alter column reference type varchar(40)`);
    await runner.query(`alter table emergency_action_plan alter column reference type varchar(40)`);
    await runner.query(`alter table notification_tree alter column reference type varchar(40)`);
    await runner.query(`alter table comms_channel alter column reference type varchar(40)`);
    await runner.query(`alter table comms_plan alter column reference type varchar(40)`);
    await runner.query(`alter table suspicious_activity_report alter column reference type varchar(40)`);
    await runner.query(`alter table footage alter column reference type varchar(40)`);
    await runner.query(`alter table alarm_event alter column reference type varchar(40)`);
    await runner.query(`alter table sensor alter column reference type varchar(40)`);
    await runner.query(`alter table guard_post alter column reference type varchar(40)`);
    await runner.query(`alter table security_team alter column reference type varchar(40)`);
    await runner.query(`alter table biometric_enrollment alter column reference type varchar(40)`);
    await runner.query(`alter table visitor_vetting alter column reference type varchar(40)`);
    await runner.query(`alter table visit_request alter column reference type varchar(40)`);
    await runner.query(`alter table visitor alter column reference type varchar(40)`);
    await runner.query(`alter table access_event alter column reference type varchar(40)`);
    await runner.query(`alter table credential alter column reference type varchar(40)`);
    await runner.query(`alter table access_control_point alter column reference type varchar(40)`);
    await runner.query(`alter table family_member alter column reference type varchar(40)`);
    await runner.query(`alter table immunity_status alter column reference type varchar(40)`);
    await runner.query(`alter table post_holder alter column reference type varchar(40)`);
    await runner.query(`alter table vehicle alter column reference type varchar(40)`);
    await runner.query(`alter table asset alter column reference type varchar(40)`);
    await runner.query(`alter table residence alter column reference type varchar(40)`);
    await runner.query(`alter table area alter column reference type varchar(40)`);
    await runner.query(`alter table legal_status_period alter column reference type varchar(40)`);
    await dropCells(runner, 'mission', 'location_cell');
    await runner.query(`alter table mission alter column district type varchar(200)`);
    await runner.query(`alter table mission alter column city type varchar(200)`);
    await dropSearchTable(runner);
  }
}
