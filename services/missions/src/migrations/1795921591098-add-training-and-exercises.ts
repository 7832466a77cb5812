import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add training and exercises. */
export class AddTrainingAndExercises1795921591098 implements MigrationInterface {
  readonly name = 'AddTrainingAndExercises1795921591098';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table training_course (
      id text primary key check (id ~ '^trc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      module text not null check (module in ('PERSONAL_SAFETY', 'RISK_ASSESSMENT', 'HOSTILE_SITUATIONS', 'SECURITY_AWARENESS', 'VISITOR_VETTING', 'EVACUATION', 'COMMUNICATION')),
      title text not null,
      scheme text not null check (scheme in ('HEAT', 'FACT', 'SSAFE', 'BSAFE', 'NATIONAL')),
      required_of text not null,
      validity_months integer not null check (validity_months >= 0),
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index training_course_by_handling on training_course (handling_id, id)`);
    await runner.query(`create index training_course_by_reference on training_course (reference, id)`);
    await runner.query(`create index training_course_by_validity_months on training_course (validity_months, id)`);
    await runner.query(`create index training_course_by_mission_id on training_course (mission_id, id)`);
    await bindRows(runner, 'training_course');
    await letWithdraw(runner, 'training_course');
    await runner.query(`create table training_record (
      id text primary key check (id ~ '^trr_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      completed_on date not null,
      valid_until date,
      result text not null check (result in ('PASSED', 'ATTENDED', 'FAILED')),
      course_id text,
      post_holder_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index training_record_by_handling on training_record (handling_id, id)`);
    await runner.query(`create index training_record_by_reference on training_record (reference, id)`);
    await runner.query(`create index training_record_by_completed_on on training_record (completed_on, id)`);
    await runner.query(`create index training_record_by_course_id on training_record (course_id, id)`);
    await runner.query(`create index training_record_by_post_holder_id on training_record (post_holder_id, id)`);
    await runner.query(`create index training_record_by_mission_id on training_record (mission_id, id)`);
    await bindRows(runner, 'training_record');
    await letWithdraw(runner, 'training_record');
    await runner.query(`create table scenario (
      id text primary key check (id ~ '^scn_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      vector text not null check (vector in ('VEHICLE', 'CROWD', 'SMALL_ARMS', 'EXPLOSIVE', 'UAS', 'CYBER', 'INSIDER', 'NATURAL')),
      title text not null,
      narrative text not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index scenario_by_handling on scenario (handling_id, id)`);
    await runner.query(`create index scenario_by_reference on scenario (reference, id)`);
    await runner.query(`create index scenario_by_mission_id on scenario (mission_id, id)`);
    await bindRows(runner, 'scenario');
    await letWithdraw(runner, 'scenario');
    await runner.query(`create table exercise (
      id text primary key check (id ~ '^exr_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      type text not null check (type in ('SEMINAR', 'WORKSHOP', 'TABLETOP', 'GAME', 'DRILL', 'FUNCTIONAL', 'FULL_SCALE')),
      status text not null check (status in ('PLANNED', 'UNDERWAY', 'CONDUCTED', 'EVALUATED', 'CANCELLED')),
      scheduled_on date not null,
      objective text not null,
      participants text[] not null,
      scenario_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index exercise_by_handling on exercise (handling_id, id)`);
    await runner.query(`create index exercise_by_reference on exercise (reference, id)`);
    await runner.query(`create index exercise_by_scheduled_on on exercise (scheduled_on, id)`);
    await runner.query(`create index exercise_by_scenario_id on exercise (scenario_id, id)`);
    await runner.query(`create index exercise_by_mission_id on exercise (mission_id, id)`);
    await bindRows(runner, 'exercise');
    await letWithdraw(runner, 'exercise');
    await runner.query(`create table inject (
      id text primary key check (id ~ '^inj_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      minute integer not null check (minute >= 0),
      text text not null,
      expected_action text not null,
      status text not null check (status in ('PENDING', 'DELIVERED', 'SKIPPED')),
      injected_at timestamptz,
      exercise_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index inject_by_handling on inject (handling_id, id)`);
    await runner.query(`create index inject_by_reference on inject (reference, id)`);
    await runner.query(`create index inject_by_minute on inject (minute, id)`);
    await runner.query(`create index inject_by_exercise_id on inject (exercise_id, id)`);
    await runner.query(`create index inject_by_mission_id on inject (mission_id, id)`);
    await bindRows(runner, 'inject');
    await letWithdraw(runner, 'inject');
    await runner.query(`create table finding (
      id text primary key check (id ~ '^fnd_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      source text not null check (source in ('EXERCISE', 'INCIDENT', 'INSPECTION')),
      severity text not null check (severity in ('OBSERVATION', 'MINOR', 'MAJOR', 'CRITICAL')),
      text text not null,
      recommendation text not null,
      owner_office text not null,
      due_on date not null,
      closed_on date,
      exercise_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index finding_by_handling on finding (handling_id, id)`);
    await runner.query(`create index finding_by_reference on finding (reference, id)`);
    await runner.query(`create index finding_by_due_on on finding (due_on, id)`);
    await runner.query(`create index finding_by_exercise_id on finding (exercise_id, id)`);
    await runner.query(`create index finding_by_mission_id on finding (mission_id, id)`);
    await bindRows(runner, 'finding');
    await letWithdraw(runner, 'finding');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table finding`);
    await runner.query(`drop table inject`);
    await runner.query(`drop table exercise`);
    await runner.query(`drop table scenario`);
    await runner.query(`drop table training_record`);
    await runner.query(`drop table training_course`);
  }
}
