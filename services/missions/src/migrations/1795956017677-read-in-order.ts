import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read in order. */
export class ReadInOrder1795956017677 implements MigrationInterface {
  readonly name = 'ReadInOrder1795956017677';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(
      runner,
      'mission',
      'kind sending_state receiving_state city district',
      'sending_state receiving_state city district',
      'kind sending_state receiving_state city',
    );
    await indexOrders(
      runner,
      'legal_status_period',
      'reference receiving_state status held_from held_until recorded_at superseded_at mission_id',
      'reference held_from recorded_at',
      'receiving_state status',
    );
    await indexOrders(
      runner,
      'area',
      'reference kind exclusive_use inviolability_basis mission_id',
      'reference',
      'kind exclusive_use inviolability_basis',
    );
    await indexOrders(runner, 'residence', 'reference mission_id', 'reference', '');
    await indexOrders(runner, 'asset', 'reference kind immunity mission_id', 'reference', 'kind immunity');
    await indexOrders(
      runner,
      'vehicle',
      'reference kind armour immunity mission_id',
      'reference',
      'kind armour immunity',
    );
    await indexOrders(
      runner,
      'post_holder',
      'reference office immunity_category nationality acceptability arrived_on mission_id',
      'reference arrived_on',
      'office immunity_category nationality acceptability',
    );
    await indexOrders(
      runner,
      'immunity_status',
      'reference category valid_from valid_until recorded_at superseded_at post_holder_id mission_id',
      'reference valid_from recorded_at',
      'category',
    );
    await indexOrders(
      runner,
      'family_member',
      'reference relation joined_at post_holder_id mission_id',
      'reference joined_at',
      'relation',
    );
    await indexOrders(runner, 'access_control_point', 'reference kind zone mission_id', 'reference', 'kind');
    await indexOrders(
      runner,
      'credential',
      'reference kind status valid_until holder_id mission_id',
      'reference valid_until',
      'kind status',
    );
    await indexOrders(
      runner,
      'access_event',
      'reference direction result occurred_at point_id credential_id mission_id',
      'reference occurred_at',
      'direction result',
    );
    await indexOrders(
      runner,
      'visitor',
      'reference visitor_ref id_document_kind nationality mission_id',
      'reference',
      'id_document_kind nationality',
    );
    await indexOrders(
      runner,
      'visit_request',
      'reference purpose opens_at closes_at status visitor_id mission_id',
      'reference opens_at closes_at',
      'purpose status',
    );
    await indexOrders(
      runner,
      'visitor_vetting',
      'reference status decided_at visit_id visitor_id mission_id',
      'reference decided_at',
      'status',
    );
    await indexOrders(
      runner,
      'biometric_enrollment',
      'reference modality legal_basis retention_until mission_id',
      'reference retention_until',
      'modality legal_basis',
    );
    await indexOrders(
      runner,
      'security_team',
      'reference kind strength training_status mission_id',
      'reference strength',
      'kind training_status',
    );
    await indexOrders(runner, 'guard_post', 'reference team_id mission_id', 'reference', '');
    await indexOrders(runner, 'sensor', 'reference kind area status mission_id', 'reference', 'kind area status');
    await indexOrders(
      runner,
      'alarm_event',
      'reference kind severity raised_at status sensor_id mission_id',
      'reference raised_at',
      'kind severity status',
    );
    await indexOrders(
      runner,
      'footage',
      'reference recorded_from basis sensor_id mission_id',
      'reference recorded_from',
      'basis',
    );
    await indexOrders(
      runner,
      'suspicious_activity_report',
      'reference observed_at guard_post_id mission_id',
      'reference observed_at',
      '',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'suspicious_activity_report', 'reference observed_at', '');
    await endOrders(runner, 'footage', 'reference recorded_from', 'basis');
    await endOrders(runner, 'alarm_event', 'reference raised_at', 'kind severity status');
    await endOrders(runner, 'sensor', 'reference', 'kind area status');
    await endOrders(runner, 'guard_post', 'reference', '');
    await endOrders(runner, 'security_team', 'reference strength', 'kind training_status');
    await endOrders(runner, 'biometric_enrollment', 'reference retention_until', 'modality legal_basis');
    await endOrders(runner, 'visitor_vetting', 'reference decided_at', 'status');
    await endOrders(runner, 'visit_request', 'reference opens_at closes_at', 'purpose status');
    await endOrders(runner, 'visitor', 'reference', 'id_document_kind nationality');
    await endOrders(runner, 'access_event', 'reference occurred_at', 'direction result');
    await endOrders(runner, 'credential', 'reference valid_until', 'kind status');
    await endOrders(runner, 'access_control_point', 'reference', 'kind');
    await endOrders(runner, 'family_member', 'reference joined_at', 'relation');
    await endOrders(runner, 'immunity_status', 'reference valid_from recorded_at', 'category');
    await endOrders(
      runner,
      'post_holder',
      'reference arrived_on',
      'office immunity_category nationality acceptability',
    );
    await endOrders(runner, 'vehicle', 'reference', 'kind armour immunity');
    await endOrders(runner, 'asset', 'reference', 'kind immunity');
    await endOrders(runner, 'residence', 'reference', '');
    await endOrders(runner, 'area', 'reference', 'kind exclusive_use inviolability_basis');
    await endOrders(runner, 'legal_status_period', 'reference held_from recorded_at', 'receiving_state status');
    await endOrders(
      runner,
      'mission',
      'sending_state receiving_state city district',
      'kind sending_state receiving_state city',
    );
  }
}
