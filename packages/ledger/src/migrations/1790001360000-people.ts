import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People of one State, and the profiles of one person, are found without passing over those of all others: by the value of a member as the text spells it, which
 * is read without a parser that could fail.
 */
export class FindPeople1790001360000 implements MigrationInterface {
  readonly name = 'FindPeople1790001360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_profile_of_state, audit_profile_of_person');
  }
}

const INDEXES = `
create index audit_profile_of_state on audit_profile ((substring(text from '"represents":"((?:[^"\\\\]|\\\\.)*)"')), digest);
create index audit_profile_of_person on audit_profile ((substring(text from '"id":"((?:[^"\\\\]|\\\\.)*)"')), digest)`;
