import { bindAnew } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows, createRowCounts, dropRowCounts, endCount } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find and count. */
export class FindAndCount1795935155046 implements MigrationInterface {
  readonly name = 'FindAndCount1795935155046';

  async up(runner: QueryRunner): Promise<void> {
    await createRowCounts(runner);
    await bindAnew(runner, 'legal_instrument');
    await countRows(runner, 'legal_instrument');
    await indexRows(runner, 'legal_instrument', 'reference');
    await bindAnew(runner, 'legal_rule');
    await countRows(runner, 'legal_rule');
    await indexRows(runner, 'legal_rule', 'instrument_id reference effect in_force_on is_checked');
    await bindAnew(runner, 'party_status');
    await countRows(runner, 'party_status');
    await indexRows(runner, 'party_status', 'bound_from', 'reference instrument party');
    await bindAnew(runner, 'policy_change');
    await countRows(runner, 'policy_change');
    await indexRows(runner, 'policy_change', '', 'reference version');
    await bindAnew(runner, 'use_of_force_policy');
    await countRows(runner, 'use_of_force_policy');
    await indexRows(runner, 'use_of_force_policy', 'place', 'reference authority');
    await bindAnew(runner, 'legal_act');
    await countRows(runner, 'legal_act');
    await indexRows(runner, 'legal_act', 'kind status post_id from_at until_at', 'reference issuer');
    await bindAnew(runner, 'waiver');
    await countRows(runner, 'waiver');
    await indexRows(runner, 'waiver', 'mission_id issuer scope made_at', 'reference');
    await bindAnew(runner, 'mandate');
    await countRows(runner, 'mandate');
    await indexRows(runner, 'mandate', 'mission_id grantor protector valid_from', 'reference');
    await bindAnew(runner, 'release_decision');
    await countRows(runner, 'release_decision');
    await indexRows(runner, 'release_decision', 'mission_id originator recipient outcome decided_at', 'reference');
    await bindAnew(runner, 'jurisdiction_determination');
    await countRows(runner, 'jurisdiction_determination');
    await indexRows(runner, 'jurisdiction_determination', 'mission_id forum determined_on', 'reference');
    await bindAnew(runner, 'sharing_agreement');
    await countRows(runner, 'sharing_agreement');
    await indexRows(runner, 'sharing_agreement', 'kind third_party_rule valid_from', 'reference');
    await bindAnew(runner, 'partner_arrangement');
    await countRows(runner, 'partner_arrangement');
    await indexRows(runner, 'partner_arrangement', 'mission_id partner valid_from', 'reference');
    await bindAnew(runner, 'interagency_protocol');
    await countRows(runner, 'interagency_protocol');
    await indexRows(runner, 'interagency_protocol', 'mission_id', 'reference');
    await bindAnew(runner, 'host_legal_constraint');
    await countRows(runner, 'host_legal_constraint');
    await indexRows(runner, 'host_legal_constraint', 'country topic rule', 'reference');
    await bindAnew(runner, 'persona_non_grata');
    await countRows(runner, 'persona_non_grata');
    await indexRows(runner, 'persona_non_grata', 'mission_id notified_at', 'reference');
    await bindAnew(runner, 'audit_entry');
    await countRows(runner, 'audit_entry');
    await indexRows(
      runner,
      'audit_entry',
      'position recorded_at kind',
      'receipt failure agency subject purpose case_reference operation document policy',
    );
    await bindAnew(runner, 'audited_access');
    await countRows(runner, 'audited_access');
    await indexRows(
      runner,
      'audited_access',
      'recorded_at side decision rank count',
      'receipt coordinate owner agency represents subject purpose case_reference rule act',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(
      runner,
      'audited_access',
      'recorded_at side decision rank count',
      'receipt coordinate owner agency represents subject purpose case_reference rule act',
    );
    await endCount(runner, 'audited_access');
    await endIndexes(
      runner,
      'audit_entry',
      'position recorded_at kind',
      'receipt failure agency subject purpose case_reference operation document policy',
    );
    await endCount(runner, 'audit_entry');
    await endIndexes(runner, 'persona_non_grata', 'mission_id notified_at', 'reference');
    await endCount(runner, 'persona_non_grata');
    await endIndexes(runner, 'host_legal_constraint', 'country topic rule', 'reference');
    await endCount(runner, 'host_legal_constraint');
    await endIndexes(runner, 'interagency_protocol', 'mission_id', 'reference');
    await endCount(runner, 'interagency_protocol');
    await endIndexes(runner, 'partner_arrangement', 'mission_id partner valid_from', 'reference');
    await endCount(runner, 'partner_arrangement');
    await endIndexes(runner, 'sharing_agreement', 'kind third_party_rule valid_from', 'reference');
    await endCount(runner, 'sharing_agreement');
    await endIndexes(runner, 'jurisdiction_determination', 'mission_id forum determined_on', 'reference');
    await endCount(runner, 'jurisdiction_determination');
    await endIndexes(runner, 'release_decision', 'mission_id originator recipient outcome decided_at', 'reference');
    await endCount(runner, 'release_decision');
    await endIndexes(runner, 'mandate', 'mission_id grantor protector valid_from', 'reference');
    await endCount(runner, 'mandate');
    await endIndexes(runner, 'waiver', 'mission_id issuer scope made_at', 'reference');
    await endCount(runner, 'waiver');
    await endIndexes(runner, 'legal_act', 'kind status post_id from_at until_at', 'reference issuer');
    await endCount(runner, 'legal_act');
    await endIndexes(runner, 'use_of_force_policy', 'place', 'reference authority');
    await endCount(runner, 'use_of_force_policy');
    await endIndexes(runner, 'policy_change', '', 'reference version');
    await endCount(runner, 'policy_change');
    await endIndexes(runner, 'party_status', 'bound_from', 'reference instrument party');
    await endCount(runner, 'party_status');
    await endIndexes(runner, 'legal_rule', 'instrument_id reference effect in_force_on is_checked');
    await endCount(runner, 'legal_rule');
    await endIndexes(runner, 'legal_instrument', 'reference');
    await endCount(runner, 'legal_instrument');
    await dropRowCounts(runner);
  }
}
