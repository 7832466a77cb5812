import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createToldAgreements, dropToldAgreements } from '../agreements/trust/trust-tables.js';

/** What gateways are told of trust agreements, beside the records of them: versions are only added. */
export class TellAgreements1795941410249 implements MigrationInterface {
  readonly name = 'TellAgreements1795941410249';

  async up(runner: QueryRunner): Promise<void> {
    await createToldAgreements(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropToldAgreements(runner);
  }
}
