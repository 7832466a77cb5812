import { createSearchTable, dropSearchTable } from '@chancery/shared/subgraph/search/search-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find by words. */
export class FindByWords1795929487246 implements MigrationInterface {
  readonly name = 'FindByWords1795929487246';

  async up(runner: QueryRunner): Promise<void> {
    await createSearchTable(runner);
    await runner.query(
      `alter table collection_requirement alter column reference type varchar(40) collate "und-x-icu"`,
    );
    await runner.query(`alter table source alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table intel_report alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table threat_actor alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table threat_actor alter column alias type varchar(80) collate "und-x-icu"`);
    await runner.query(`alter table threat alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table indicator alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table indicator_watch alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table threat_assessment alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table risk_assessment alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table analytic_product alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table dissemination alter column reference type varchar(40) collate "und-x-icu"`);
    await runner.query(`alter table cyber_finding alter column reference type varchar(40) collate "und-x-icu"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table cyber_finding alter column reference type varchar(40)`);
    await runner.query(`alter table dissemination alter column reference type varchar(40)`);
    await runner.query(`alter table analytic_product alter column reference type varchar(40)`);
    await runner.query(`alter table risk_assessment alter column reference type varchar(40)`);
    await runner.query(`alter table threat_assessment alter column reference type varchar(40)`);
    await runner.query(`alter table indicator_watch alter column reference type varchar(40)`);
    await runner.query(`alter table indicator alter column reference type varchar(40)`);
    await runner.query(`alter table threat alter column reference type varchar(40)`);
    await runner.query(`alter table threat_actor alter column alias type varchar(80)`);
    await runner.query(`alter table threat_actor alter column reference type varchar(40)`);
    await runner.query(`alter table intel_report alter column reference type varchar(40)`);
    await runner.query(`alter table source alter column reference type varchar(40)`);
    await runner.query(`alter table collection_requirement alter column reference type varchar(40)`);
    await dropSearchTable(runner);
  }
}
