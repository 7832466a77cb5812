import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enter records of law. */
export class EnterRecordsOfLaw1795978751648 implements MigrationInterface {
  readonly name = 'EnterRecordsOfLaw1795978751648';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'use_of_force_policy');
    await allowChanges(runner, 'use_of_force_policy', [
      'authority',
      'legal_basis',
      'place',
      'principle',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'jurisdiction_determination');
    await allowChanges(runner, 'jurisdiction_determination', ['withdrawn_at']);
    await allowInserts(runner, 'sharing_agreement');
    await allowChanges(runner, 'sharing_agreement', [
      'kind',
      'level_cap',
      'parties',
      'third_party_rule',
      'valid_from',
      'valid_to',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'partner_arrangement');
    await allowChanges(runner, 'partner_arrangement', [
      'is_mutual_aid',
      'partner',
      'partner_leads',
      'scope',
      'valid_from',
      'valid_to',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'interagency_protocol');
    await allowChanges(runner, 'interagency_protocol', [
      'answer_minutes',
      'channels',
      'data_categories',
      'parties',
      'tried_on',
      'trigger',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'host_legal_constraint');
    await allowChanges(runner, 'host_legal_constraint', ['legal_basis', 'rule', 'text', 'topic', 'withdrawn_at']);
    await allowInserts(runner, 'persona_non_grata');
    await allowChanges(runner, 'persona_non_grata', ['withdrawn_on']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'persona_non_grata');
    await runner.query(`drop policy written on persona_non_grata`);
    await endChanges(runner, 'host_legal_constraint');
    await runner.query(`drop policy written on host_legal_constraint`);
    await endChanges(runner, 'interagency_protocol');
    await runner.query(`drop policy written on interagency_protocol`);
    await endChanges(runner, 'partner_arrangement');
    await runner.query(`drop policy written on partner_arrangement`);
    await endChanges(runner, 'sharing_agreement');
    await runner.query(`drop policy written on sharing_agreement`);
    await endChanges(runner, 'jurisdiction_determination');
    await runner.query(`drop policy written on jurisdiction_determination`);
    await endChanges(runner, 'use_of_force_policy');
    await runner.query(`drop policy written on use_of_force_policy`);
  }
}
